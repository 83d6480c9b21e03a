import { spawn, type ChildProcess } from "node:child_process";
import { Readable, Writable } from "node:stream";
import { CONTROL_FD, OUTPUT_FD } from "./childProtocol.ts";

/** Where bubblewrap tells the process id of what it made. */
export const INFO_FD = 5;
/** Where bubblewrap waits for a byte before it starts the command. */
export const BLOCK_FD = 6;
/** Where bubblewrap reads the system call filter. */
export const SECCOMP_FD = 7;

/** A command line, ready to be started. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Set for bubblewrap, which makes a process first and starts the command in it on a sign. */
  readonly gate: { readonly seccomp: Uint8Array | null } | null;
}

/** A started command. */
export interface SpawnedLaunch {
  readonly child: ChildProcess;
  /** Its stdin: left open for as long as this process lives. */
  readonly input: Writable;
  /** What it writes to {@link CONTROL_FD}. */
  readonly control: Readable;
  /** What it writes to {@link OUTPUT_FD}. */
  readonly output: Readable;
  /** The end of what it wrote to stderr so far. */
  readonly stderrTail: () => string;
  /** Kills it and all its processes. `close` follows. */
  readonly kill: () => void;
}

const STDERR_KEPT_CHARS = 1000;

const readable = (child: ChildProcess, fd: number): Readable => {
  const stream = child.stdio?.[fd];
  if (!(stream instanceof Readable)) throw new Error(`descriptor ${fd} is not a pipe`);
  return stream;
};

const writable = (child: ChildProcess, fd: number): Writable => {
  const stream = child.stdio?.[fd];
  if (!(stream instanceof Writable)) throw new Error(`descriptor ${fd} is not a pipe`);
  // A process that died does not read: its end is reported by `close`.
  stream.on("error", () => {});
  return stream;
};

const killQuietly = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was faster.
  }
};

/**
 * Starts a command.
 *
 * @param onPid Told the process id under which all of the command's processes will run, before the command itself
 * starts when it is gated, else right after. The job is killed when this throws.
 * @throws when the machine has no more processes or descriptors to give.
 */
export function spawnLaunch(launch: Launch, onPid: (pid: number) => void): SpawnedLaunch {
  const gatePipes = launch.gate === null ? [] : (["pipe", "pipe", "pipe"] as const);
  const child = spawn(launch.file, launch.args, {
    env: launch.env,
    cwd: launch.cwd,
    stdio: ["pipe", "ignore", "pipe", "pipe", "pipe", ...gatePipes],
  });
  // Where there are no descriptors left, there are no pipes either: what is thrown below comes first.
  child.on("error", () => {});
  // Left open for as long as this process lives: its end tells the child that the worker is gone.
  const input = writable(child, 0);
  let stderr = "";
  readable(child, 2)
    .setEncoding("utf8")
    .on("data", (text: string) => {
      stderr = (stderr + text).slice(-STDERR_KEPT_CHARS);
    });
  let gatedPid: number | undefined;
  let isKilled = false;
  const kill = (): void => {
    isKilled = true;
    if (launch.gate === null) child.kill("SIGKILL");
    // Killed itself, bubblewrap would leave its inner process behind: as a zombie, or, before it has told of it,
    // waiting for ever. So the inner one is killed, as soon as it is known; bubblewrap reaps it and ends.
    else if (gatedPid !== undefined && child.exitCode === null && child.signalCode === null)
      killQuietly(gatedPid);
  };
  const start = (pid: number): void => {
    try {
      onPid(pid);
    } catch (error) {
      stderr = (stderr + String(error)).slice(-STDERR_KEPT_CHARS);
      kill();
    }
  };
  if (launch.gate === null) {
    if (child.pid !== undefined) start(child.pid);
  } else {
    if (launch.gate.seccomp !== null) writable(child, SECCOMP_FD).end(launch.gate.seccomp);
    const sign = writable(child, BLOCK_FD);
    let info = "";
    readable(child, INFO_FD)
      .setEncoding("utf8")
      .on("data", (text: string) => {
        if (gatedPid !== undefined) return;
        info += text;
        const pid = /"child-pid":\s*(\d+)\b[^]*\}/.exec(info)?.[1];
        if (pid === undefined) return;
        gatedPid = Number(pid);
        if (isKilled) kill();
        else start(gatedPid);
        if (!isKilled) sign.end("x");
      });
  }
  return {
    child,
    input,
    control: readable(child, CONTROL_FD),
    output: readable(child, OUTPUT_FD),
    stderrTail: () => stderr.trim(),
    kill,
  };
}
