import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, test } from "node:test";
import { SandboxUnavailableError } from "../../src/runtime/errors.ts";
import { openSandbox } from "../../src/runtime/sandbox.ts";
import { probeSandbox } from "./support/probeSandbox.ts";
import { canSandbox, temporaryFolder } from "./support/testRuntime.ts";

const sandbox = (await canSandbox("what a job can reach from the sandbox"))
  ? await openSandbox("required")
  : null;
const folder = await temporaryFolder();
await writeFile(join(folder, "secret"), "the owner's");
await mkdir(join(folder, "shown"));
await writeFile(join(folder, "shown", "input"), "the job's");

/** Runs with a PATH that has only what the test puts there. */
const withPath = async <T>(path: string, call: () => Promise<T>): Promise<T> => {
  const before = process.env["PATH"];
  process.env["PATH"] = path;
  try {
    return await call();
  } finally {
    process.env["PATH"] = before;
  }
};

describe("openSandbox", () => {
  test("error: SandboxUnavailableError without bubblewrap", async () => {
    await assert.rejects(
      withPath(folder, async () => openSandbox("required")),
      SandboxUnavailableError,
    );
  });

  test("error: SandboxUnavailableError with a bubblewrap that is not allowed to work", async () => {
    const bwrap = join(folder, "bwrap");
    await writeFile(bwrap, "#!/bin/sh\necho 'No permissions to create a new namespace' >&2\nexit 1\n");
    await chmod(bwrap, 0o755);
    await assert.rejects(
      withPath(folder, async () => openSandbox("required")),
      (error) => error instanceof SandboxUnavailableError && /create a new namespace/.test(error.message),
    );
  });

  test("unsandboxed: needs nothing, and still gives a clean environment and an empty folder", async () => {
    const sandbox = await withPath(folder, async () => openSandbox("unsandboxed"));
    assert.equal(sandbox.kind, "none");
    const empty = join(folder, "empty");
    await mkdir(empty);
    process.env["WATTLE_TEST_SECRET"] = "key";
    const seen = await probeSandbox(sandbox, `[process.cwd(), process.env, process.argv.length]`, {
      emptyFolder: empty,
      env: { GIVEN: "1" },
    });
    delete process.env["WATTLE_TEST_SECRET"];
    assert.deepEqual(seen, [empty, { GIVEN: "1", HOME: empty }, 1]);
  });
});

if (sandbox !== null) {
  const command = { readOnlyPaths: [join(folder, "shown")], env: { GIVEN: "1" } };

  describe("in the sandbox, a process", () => {
    test("reads what it was shown and no other file of the host", async () => {
      const paths = [join(folder, "shown", "input"), join(folder, "secret"), "/etc/passwd", "/etc/hostname"];
      const read = `${JSON.stringify(paths)}.map((path) => attempt(() => require("fs").readFileSync(path, "utf8")))`;
      const folders = `["/root", "/home", "/usr/bin", "/bin", "/sys", "/run", "/var"].map((path) => attempt(() => require("fs").readdirSync(path)))`;
      assert.deepEqual(await probeSandbox(sandbox, `[${read}, ${folders}]`, command), [
        ["the job's", "ENOENT", "ENOENT", "ENOENT"],
        Array.from({ length: 7 }, () => "ENOENT"),
      ]);
    });

    test("writes nowhere", async () => {
      const paths = [
        "/new",
        "/empty/new",
        "/dev/new",
        "/dev/shm/new",
        "/usr/lib/new",
        join(folder, "shown/new"),
      ];
      const write = `${JSON.stringify(paths)}.map((path) => attempt(() => require("fs").writeFileSync(path, "")))`;
      assert.deepEqual(
        await probeSandbox(sandbox, write, command),
        paths.map(() => "EROFS"),
      );
      assert.deepEqual(readdirSync(join(folder, "shown")), ["input"]);
    });

    test("reaches no network, not even this machine's", async (t) => {
      const server = createServer((socket) => socket.end());
      t.after(() => server.close());
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      assert.ok(address !== null && typeof address === "object");
      const connect = (host: string): string => `new Promise((resolve) => {
        const socket = require("net").connect(${address.port}, "${host}");
        socket.on("connect", () => resolve("connected")).on("error", (error) => resolve(error.code));
      })`;
      const interfaces = `require("fs").readFileSync("/proc/net/dev", "utf8").match(/\\w+(?=:)/g)`;
      const seen = await probeSandbox(
        sandbox,
        `[await ${connect("127.0.0.1")}, await ${connect("192.0.2.1")}, ${interfaces}]`,
      );
      const refusal = sandbox.hasSeccomp ? ["EPERM", "EPERM"] : ["ECONNREFUSED", "ENETUNREACH"];
      assert.deepEqual(seen, [...refusal, ["lo"]]);
    });

    test("is nobody, without capabilities or privileges to gain, in a namespace of its own", async () => {
      const status = `Object.fromEntries(require("fs").readFileSync("/proc/self/status", "utf8").split("\\n").map((line) => line.split(/:\\s+/)))`;
      const seen = await probeSandbox(
        sandbox,
        `{ const status = ${status}; return [status.Uid, status.Gid, status.CapEff, status.CapPrm, status.CapBnd, status.NoNewPrivs,
          require("fs").readdirSync("/proc").filter((name) => Number(name) > 0).length <= 2, require("os").hostname()]; }`
          .replace(/^\{/, "(() => {")
          .replace(/\}$/, "})()"),
      );
      const nobody = "65534\t65534\t65534\t65534";
      const none = "0000000000000000";
      assert.deepEqual(seen, [nobody, nobody, none, none, none, "1", true, "wattle"]);
    });

    test("has a clean environment and an empty folder", async () => {
      process.env["WATTLE_TEST_SECRET"] = "key";
      const seen = await probeSandbox(
        sandbox,
        `[process.env, process.cwd(), require("fs").readdirSync(".")]`,
        command,
      );
      delete process.env["WATTLE_TEST_SECRET"];
      assert.deepEqual(seen, [{ GIVEN: "1", HOME: "/empty", PWD: "/empty" }, "/empty", []]);
    });

    test("starts no other process, but threads", async () => {
      if (!sandbox.hasSeccomp)
        return console.log(`not run: no system call filter exists for ${process.arch}`);
      const spawned = `require("child_process").spawnSync(process.execPath, ["-e", "0"]).error?.code`;
      const thread = `new Promise((resolve) => new (require("worker_threads").Worker)("0", { eval: true }).on("exit", resolve))`;
      const mode = `require("fs").readFileSync("/proc/self/status", "utf8").match(/^Seccomp:\\s+(\\d)/m)[1]`;
      assert.deepEqual(await probeSandbox(sandbox, `[${spawned}, await ${thread}, ${mode}]`), [
        "EPERM",
        0,
        "2",
      ]);
    });
  });
}
