import { lstatSync, readlinkSync } from "node:fs";
import type { SandboxCommand } from "./sandbox.ts";
import { BLOCK_FD, INFO_FD, SECCOMP_FD } from "./spawnLaunch.ts";

/** Where Linux distributions keep shared libraries: all that Node needs of the system. No program is among them. */
const LIBRARY_FOLDERS = [
  "/usr/lib",
  "/usr/lib32",
  "/usr/lib64",
  "/usr/local/lib",
  "/lib",
  "/lib32",
  "/lib64",
] as const;

const SANDBOX_UID = "65534";
const EMPTY_FOLDER = "/empty";

const bindLibraries = (): string[] =>
  LIBRARY_FOLDERS.flatMap((folder) => {
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) return [];
    return stat.isSymbolicLink()
      ? ["--symlink", readlinkSync(folder), folder]
      : ["--ro-bind", folder, folder];
  });

const bindAll = (option: string, paths: readonly string[]): string[] =>
  paths.flatMap((path) => [option, path, path]);

/**
 * Writes bubblewrap's command line: no network, no host file but libraries and the named paths, nothing writable, no
 * capability, an unprivileged user, an empty environment but for the given one, gone with its parent.
 *
 * Paths are the same inside and outside, so that modules resolve alike with and without a sandbox.
 */
export function bubblewrapArguments(command: SandboxCommand, hasSeccomp: boolean): string[] {
  const { args, env, readOnlyPaths, devicePaths } = command;
  return [
    ...["--unshare-all", "--die-with-parent", "--new-session", "--clearenv"],
    ...Object.entries({ ...env, HOME: EMPTY_FOLDER }).flatMap(([name, value]) => ["--setenv", name, value]),
    ...bindLibraries(),
    ...bindAll("--ro-bind-try", ["/etc/ld.so.cache", ...readOnlyPaths]),
    ...bindAll("--ro-bind", [process.execPath]),
    ...["--proc", "/proc", "--dev", "/dev"],
    ...bindAll("--dev-bind-try", devicePaths),
    ...["--dir", EMPTY_FOLDER, "--chdir", EMPTY_FOLDER],
    ...["--cap-drop", "ALL", "--uid", SANDBOX_UID, "--gid", SANDBOX_UID, "--hostname", "wattle"],
    // Memory written to a tmpfs belongs to no process that a watchdog could look at.
    ...["--remount-ro", "/dev", "--remount-ro", "/"],
    ...(hasSeccomp ? ["--seccomp", String(SECCOMP_FD)] : []),
    ...["--info-fd", String(INFO_FD), "--block-fd", String(BLOCK_FD)],
    ...["--", process.execPath, ...args],
  ];
}
