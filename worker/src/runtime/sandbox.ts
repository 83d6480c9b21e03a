import { bubblewrapArguments } from "./bubblewrap.ts";
import { SandboxUnavailableError } from "./errors.ts";
import { findExecutable } from "./findExecutable.ts";
import { seccompFilter } from "./seccomp.ts";
import { spawnLaunch, type Launch } from "./spawnLaunch.ts";

/** What to run, and all that it may see. */
export interface SandboxCommand {
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Files and folders that it may read, by absolute path; missing ones are passed over. */
  readonly readOnlyPaths: readonly string[];
  /** Device nodes that it may use; missing ones are passed over. */
  readonly devicePaths: readonly string[];
  /** An empty folder to run in where there is no sandbox to make one. */
  readonly emptyFolder: string;
}

/** How jobs are kept from the machine. */
export interface Sandbox {
  readonly kind: "bubblewrap" | "none";
  /** Whether system calls are filtered too. */
  readonly hasSeccomp: boolean;
  launch(command: SandboxCommand): Launch;
}

/** `required`: no job without a sandbox. `unsandboxed`: never one; only for an operator who said so in words. */
export type SandboxMode = "required" | "unsandboxed";

const PROBE_LIMIT_MS = 10_000;

const UNSANDBOXED: Sandbox = {
  kind: "none",
  hasSeccomp: false,
  launch: ({ args, env, emptyFolder }) => ({
    file: process.execPath,
    args,
    env: { ...env, HOME: emptyFolder },
    cwd: emptyFolder,
    gate: null,
  }),
};

/** Starts Node in the sandbox once: what is missing on this machine shows here and not in the first job. */
const probe = async (sandbox: Sandbox): Promise<void> => {
  const { child, stderrTail, kill } = spawnLaunch(
    sandbox.launch({ args: ["-e", "0"], env: {}, readOnlyPaths: [], devicePaths: [], emptyFolder: "/" }),
    () => {},
  );
  const timer = setTimeout(kill, PROBE_LIMIT_MS);
  const end = await new Promise<number | string | null | Error>((resolve) => {
    child.once("error", resolve);
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
  clearTimeout(timer);
  if (end instanceof Error) throw new SandboxUnavailableError(`bwrap did not start (${end.message})`, end);
  if (end !== 0) throw new SandboxUnavailableError(`bwrap ended with ${end}: ${stderrTail()}`);
};

/**
 * Opens the sandbox that jobs run in, and proves that it works.
 *
 * @throws SandboxUnavailableError when one is required and bubblewrap is not installed, or not allowed to work.
 *
 * @example
 * ```ts
 * const sandbox = await openSandbox("required");
 * console.log(sandbox.kind, sandbox.hasSeccomp ? "with seccomp" : "without seccomp");
 * ```
 */
export async function openSandbox(mode: SandboxMode): Promise<Sandbox> {
  if (mode === "unsandboxed") return UNSANDBOXED;
  const bwrap = await findExecutable("bwrap");
  if (bwrap === undefined) throw new SandboxUnavailableError("bwrap is not on the PATH");
  const seccomp = seccompFilter(process.arch);
  const sandbox: Sandbox = {
    kind: "bubblewrap",
    hasSeccomp: seccomp !== null,
    launch: (command) => ({
      file: bwrap,
      args: bubblewrapArguments(command, seccomp !== null),
      env: {},
      cwd: "/",
      gate: { seccomp },
    }),
  };
  await probe(sandbox);
  return sandbox;
}
