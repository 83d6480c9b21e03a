import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A mounted cgroup hierarchy that may limit memory, and the caller's place in it. */
export interface CgroupMount {
  readonly version: 1 | 2;
  readonly mountPoint: string;
  /** The folder of the caller's own cgroup. */
  readonly folder: string;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

/** The caller's cgroup by hierarchy: "" is version 2, `memory` the version 1 hierarchy with that controller. */
const ownPaths = (selfCgroup: string): ReadonlyMap<string, string> =>
  new Map(
    selfCgroup.split("\n").flatMap((line) => {
      const [, controllers = "", path = ""] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
      return path === ""
        ? []
        : controllers.split(",").map((controller): [string, string] => [controller, path]);
    }),
  );

/**
 * Lists the hierarchies that could limit memory, version 2 first.
 *
 * @param procFolder Where the kernel's view of processes is mounted.
 */
export function findCgroupMounts(procFolder: string): CgroupMount[] {
  const paths = ownPaths(read(`${procFolder}/self/cgroup`));
  const mounts: CgroupMount[] = [];
  for (const line of read(`${procFolder}/self/mountinfo`).split("\n")) {
    const [mount = "", source = ""] = line.split(" - ");
    const [, , , root = "", mountPoint = ""] = mount.split(" ");
    const [type, , options = ""] = source.split(" ");
    const isVersion2 = type === "cgroup2";
    if (!isVersion2 && !(type === "cgroup" && options.split(",").includes("memory"))) continue;
    const path = paths.get(isVersion2 ? "" : "memory");
    if (path === undefined) continue;
    // In a container the mount may show only the subtree at `root`, or name paths from inside its own namespace.
    const relative = root !== "/" && path.startsWith(root) ? path.slice(root.length) : path;
    mounts.push({
      version: isVersion2 ? 2 : 1,
      mountPoint,
      folder: join(mountPoint, relative).replace(/\/$/, ""),
    });
  }
  return mounts.sort((first, second) => second.version - first.version);
}
