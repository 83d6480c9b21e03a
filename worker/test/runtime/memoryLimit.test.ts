import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createCgroupGuard, findCgroupHome, hasMemoryController } from "../../src/runtime/cgroup.ts";
import { findCgroupMounts } from "../../src/runtime/cgroupMounts.ts";
import { MemoryLimitUnavailableError } from "../../src/runtime/errors.ts";
import { openMemoryLimiter } from "../../src/runtime/memoryLimit.ts";
import { heldBytesOfTree } from "../../src/runtime/watchdog.ts";
import { cgroupsMadeBy, temporaryFolder } from "./support/testRuntime.ts";

const folder = await temporaryFolder();

/** A folder like /proc, as one process sees itself there. */
const procFolder = (name: string, mountinfo: string, cgroup: string): string => {
  const proc = join(folder, name);
  mkdirSync(join(proc, "self"), { recursive: true });
  writeFileSync(join(proc, "self/mountinfo"), mountinfo);
  writeFileSync(join(proc, "self/cgroup"), cgroup);
  return proc;
};

const V1_MOUNT = "33 32 0:30 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory";
const V2_MOUNT = "31 24 0:27 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate";

describe("findCgroupMounts", () => {
  test("finds a service's cgroup of version 2", () => {
    const proc = procFolder(
      "v2",
      `22 1 8:1 / / rw - ext4 /dev/sda rw\n${V2_MOUNT}\n`,
      "0::/user.slice/wattle.service\n",
    );
    assert.deepEqual(findCgroupMounts(proc), [
      { version: 2, mountPoint: "/sys/fs/cgroup", folder: "/sys/fs/cgroup/user.slice/wattle.service" },
    ]);
  });

  test("finds both versions of a hybrid system, version 2 first", () => {
    const unified = V2_MOUNT.replace("/sys/fs/cgroup ", "/sys/fs/cgroup/unified ");
    const cpu = V1_MOUNT.replace("memory rw", "cpu rw").replace("rw,memory", "rw,cpu");
    const proc = procFolder("hybrid", [V1_MOUNT, cpu, unified].join("\n"), "4:cpu,memory:/a\n0::/\n");
    assert.deepEqual(findCgroupMounts(proc), [
      { version: 2, mountPoint: "/sys/fs/cgroup/unified", folder: "/sys/fs/cgroup/unified" },
      { version: 1, mountPoint: "/sys/fs/cgroup/memory", folder: "/sys/fs/cgroup/memory/a" },
    ]);
  });

  test("finds its way in a container that sees only its own subtree", () => {
    const mount = V1_MOUNT.replace(" / /sys", " /docker/c0ffee /sys");
    const inner = procFolder("container", mount, "4:memory:/docker/c0ffee/worker\n");
    assert.equal(findCgroupMounts(inner)[0]?.folder, "/sys/fs/cgroup/memory/worker");
    const top = procFolder("container-top", mount, "4:memory:/docker/c0ffee\n");
    assert.equal(findCgroupMounts(top)[0]?.folder, "/sys/fs/cgroup/memory");
  });

  test("finds nothing where there is nothing", () => {
    assert.deepEqual(findCgroupMounts(join(folder, "absent")), []);
  });
});

describe("a version 2 cgroup, as files in a folder (untested on a kernel)", () => {
  test("asks for the memory controller where it is off", () => {
    const home = join(folder, "home");
    mkdirSync(home);
    writeFileSync(join(home, "cgroup.controllers"), "cpu io\n");
    assert.equal(hasMemoryController(home), false);
    writeFileSync(join(home, "cgroup.controllers"), "cpu memory io\n");
    writeFileSync(join(home, "cgroup.subtree_control"), "cpu\n");
    assert.equal(hasMemoryController(home), true);
    assert.equal(readFileSync(join(home, "cgroup.subtree_control"), "utf8"), "+memory");
  });

  test("gets its limit, its process, and is removed", async () => {
    const home = join(folder, "jobs");
    mkdirSync(home);
    const guard = createCgroupGuard({ version: 2, folder: home }, 2 ** 28);
    const [name = ""] = readdirSync(home);
    const cgroup = join(home, name);
    guard.attach(4711);
    const written = Object.fromEntries(
      readdirSync(cgroup).map((file) => [file, readFileSync(join(cgroup, file), "utf8")]),
    );
    assert.deepEqual(written, {
      "cgroup.procs": "4711",
      "memory.max": "268435456",
      "memory.oom.group": "1",
      "memory.swap.max": "0",
    });
    assert.equal(guard.wasExceeded(), false);
    writeFileSync(
      join(cgroup, "memory.events"),
      "low 0\nhigh 0\nmax 9\noom 1\noom_kill 0\noom_group_kill 0\n",
    );
    assert.equal(guard.wasExceeded(), false);
    writeFileSync(
      join(cgroup, "memory.events"),
      "low 0\nhigh 0\nmax 9\noom 1\noom_kill 2\noom_group_kill 1\n",
    );
    assert.equal(guard.wasExceeded(), true);
    // The kernel's files go with their folder; these have to be taken out of the way.
    for (const file of readdirSync(cgroup)) rmSync(join(cgroup, file));
    await guard.release();
    assert.deepEqual(readdirSync(home), []);
  });
});

/** Starts a process that holds so many bytes, and waits until it does. */
const holder = async (
  t: TestContext,
  bytes: number,
  onStart: (pid: number) => void,
): Promise<ReturnType<typeof spawn>> => {
  const script = `process.stdin.once("data", () => {
    const held = []; for (let i = 0; i < ${bytes}; i += 2 ** 20) held.push(Buffer.alloc(2 ** 20, 1));
    process.stdout.write("held"); setInterval(() => held.length, 1000);
  })`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["pipe", "pipe", "ignore"] });
  t.after(() => child.kill("SIGKILL"));
  onStart(child.pid ?? 0);
  child.stdin.write("go");
  await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  return child;
};

test("the kernel ends what exceeds its cgroup, and only that", async (t) => {
  const home = findCgroupHome("/proc");
  if (home === undefined) return console.log("not run: no cgroup is writable here");
  console.log(`cgroup version ${home.version}`);
  const modest = createCgroupGuard(home, 2 ** 28);
  const greedy = createCgroupGuard(home, 2 ** 27);
  const kept = await holder(t, 2 ** 26, (pid) => modest.attach(pid));
  const killed = await holder(t, 2 ** 28, (pid) => greedy.attach(pid));
  assert.equal(killed.signalCode, "SIGKILL");
  assert.deepEqual([greedy.wasExceeded(), modest.wasExceeded(), kept.exitCode], [true, false, null]);
  kept.kill("SIGKILL");
  await once(kept, "exit");
  await Promise.all([greedy.release(), modest.release()]);
  assert.deepEqual(cgroupsMadeBy(process.pid), []);
});

test("the watchdog ends what exceeds its limit, descendants included", async (t) => {
  const limiter = openMemoryLimiter({ limit: "watchdog" });
  let kills = 0;
  const guard = limiter.createGuard(2 ** 27, () => kills++);
  const child = spawn(
    process.execPath,
    [
      "-e",
      `require("child_process").spawn(process.execPath, ["-e", "const a = Buffer.alloc(2 ** 28, 1); setInterval(() => a[0], 1000)"], { stdio: "inherit" })`,
    ],
    { stdio: "ignore", detached: true },
  );
  const pid = child.pid ?? 0;
  const exited = once(child, "exit");
  t.after(async () => guard.release());
  t.after(() => child.exitCode ?? child.signalCode ?? process.kill(-pid, "SIGKILL"));
  guard.attach(pid);
  const startedAt = performance.now();
  while (kills === 0 && performance.now() - startedAt < 60_000) await sleep(10);
  assert.ok(heldBytesOfTree("/proc", pid) > 2 ** 27);
  process.kill(-pid, "SIGKILL");
  await exited;
  assert.deepEqual([kills, guard.wasExceeded()], [1, true]);
  assert.equal(heldBytesOfTree("/proc", pid), 0);
});

test("error: MemoryLimitUnavailableError where there is neither cgroup nor process tree", () => {
  assert.throws(() => openMemoryLimiter({ procFolder: join(folder, "absent") }), MemoryLimitUnavailableError);
});
