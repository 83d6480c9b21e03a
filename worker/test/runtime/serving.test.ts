import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, describe, test } from "node:test";
import type { WgslProgram } from "@wattle/sdk";
import { CallFailedError } from "../../src/runtime/errors.ts";
import type { ProgramServer } from "../../src/runtime/types.ts";
import { HOLD, SUM_WORDS, sumOf, wordsOf } from "./support/servedPrograms.ts";
import { assertNothingLeft, openTestRuntime, processesNaming } from "./support/testRuntime.ts";

/** A limit that no call comes near which is to be answered. */
const CALL_MS = 30_000;

const { runtime, workFolder } = await openTestRuntime();
const servers: ProgramServer[] = [];

const serve = async (program: WgslProgram, memoryBytes = 2 ** 29): Promise<ProgramServer> => {
  const server = await runtime.serve({ program, maxInputBytes: 1 << 20, memoryBytes });
  servers.push(server);
  return server;
};

/** The processes of this runtime, the innermost last. */
const childPids = (): number[] => processesNaming(workFolder);

describe("a process that serves", () => {
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(async (server) => server.close()));
    assertNothingLeft(workFolder);
  });
  after(() => assertNothingLeft(workFolder));

  test("answers calls of any length, each by its own input alone", async () => {
    const server = await serve(SUM_WORDS);
    for (const words of [[1, 2, 3], [], [7], Array.from({ length: 5000 }, (_, i) => i), [1]]) {
      assert.deepEqual(await server.call(wordsOf(words), CALL_MS), sumOf(words), `${words.length} words`);
    }
    assert.equal(childPids().length > 0, true);
  });

  test("pads an input with zeros to whole words", async () => {
    const server = await serve(SUM_WORDS);
    assert.deepEqual(await server.call(Uint8Array.of(1, 0, 0, 0, 5), CALL_MS), sumOf([1, 5]));
  });

  test("is faster the second time: prints calls a second", async () => {
    const server = await serve(SUM_WORDS);
    const words = [1, 2, 3, 4];
    await server.call(wordsOf(words), CALL_MS);
    const calls = 200;
    const startedAt = performance.now();
    for (let i = 0; i < calls; i++)
      assert.deepEqual(await server.call(wordsOf(words), CALL_MS), sumOf(words));
    const tookMs = performance.now() - startedAt;
    console.log(
      `one process: ${(tookMs / calls).toFixed(2)} ms a call, ${((calls * 1000) / tookMs).toFixed(0)} a second`,
    );
  });

  test("is killed when a call takes too long, and the next process answers", async () => {
    const server = await serve(HOLD);
    assert.deepEqual(await server.call(wordsOf([0]), CALL_MS), wordsOf([0]));
    const startedAt = performance.now();
    await assert.rejects(
      server.call(wordsOf([1]), 700),
      (error) => error instanceof CallFailedError && /time limit/.test(error.reason),
    );
    const tookMs = performance.now() - startedAt;
    assert.ok(tookMs >= 700 && tookMs < 30_000, `${tookMs} ms`);
    assert.equal(server.isOpen(), false);
    await assert.rejects(server.call(wordsOf([0]), 1000), CallFailedError);
    assert.deepEqual(childPids(), [], "it is gone when the call has failed");
    await server.close();
    const next = await serve(HOLD);
    assert.deepEqual(await next.call(wordsOf([0]), CALL_MS), wordsOf([0]));
  });

  test("is killed when it holds too much memory", async () => {
    const hog: WgslProgram = {
      source: `@group(0) @binding(0) var<storage, read> words: array<u32>;
        @group(0) @binding(1) var<storage, read_write> hoard: array<u32>;
        @group(0) @binding(2) var<storage, read_write> last: array<u32>;
        @compute @workgroup_size(256) fn main(@builtin(global_invocation_id) id: vec3u) {
          hoard[id.x * 1024u] = words[0];
        }
        @compute @workgroup_size(1) fn hold() { last[0] += hoard[1024]; }`,
      bindings: [
        { binding: 0, kind: "input", name: "words" },
        { binding: 1, kind: "scratch", size: 2 ** 28 },
        { binding: 2, kind: "output", name: "last", size: 4 },
      ],
      steps: [
        { entryPoint: "main", workgroups: [256, 1, 1], passes: 1 },
        { entryPoint: "hold", workgroups: [1, 1, 1], passes: 4000 },
      ],
    };
    const server = await serve(hog, 2 ** 27);
    await assert.rejects(
      server.call(wordsOf([1]), 60_000),
      (error) => error instanceof CallFailedError && /memory limit/.test(error.reason),
    );
  });

  test("that could not answer one call answers the next", async () => {
    // A whole struct does not fit into four bytes of input.
    const picky: WgslProgram = {
      ...SUM_WORDS,
      source: `struct Pair { a: vec4u, b: vec4u }
        @group(0) @binding(0) var<storage, read> pair: Pair;
        @group(0) @binding(1) var<storage, read_write> sum: array<u32>;
        @compute @workgroup_size(1) fn main() { sum[0] = pair.a.x + pair.b.x; }`,
    };
    const server = await serve(picky);
    await assert.rejects(server.call(wordsOf([1]), CALL_MS), CallFailedError);
    assert.equal(server.isOpen(), true);
    assert.deepEqual(await server.call(wordsOf([1, 0, 0, 0, 2, 0, 0, 0]), CALL_MS), wordsOf([3, 0]));
  });

  test("error: CallFailedError for a program that cannot serve", async () => {
    const [input, output] = SUM_WORDS.bindings;
    assert.ok(input !== undefined && output !== undefined);
    const programs = [
      { ...SUM_WORDS, bindings: [output] },
      { ...SUM_WORDS, bindings: [input] },
      { ...SUM_WORDS, source: "this is no WGSL" },
    ];
    for (const program of programs) await assert.rejects(serve(program), CallFailedError);
  });

  test("sees what a job sees: no network, no file of the host, no right to write", async () => {
    if (runtime.sandbox.kind === "none") return console.log("not run: there is no sandbox here");
    await serve(SUM_WORDS);
    const pid = childPids().at(-1) ?? 0;
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string): string => new RegExp(`^${name}:\\s+(.+)$`, "m").exec(status)?.[1] ?? "";
    assert.equal(field("CapEff"), "0000000000000000");
    assert.equal(field("NoNewPrivs"), "1");
    if (runtime.sandbox.hasSeccomp) assert.equal(field("Seccomp"), "2");
    const devices = readFileSync(`/proc/${pid}/net/dev`, "utf8").match(/^\s*[\w.]+(?=:)/gm) ?? [];
    assert.deepEqual(
      devices.map((name) => name.trim()),
      ["lo"],
    );
    const mounts = readFileSync(`/proc/${pid}/mounts`, "utf8").trim().split("\n");
    const root = mounts.find((line) => line.split(" ")[1] === "/") ?? "";
    assert.match(root.split(" ")[3] ?? "", /^ro\b/);
  });

  test("aborted while it starts leaves nothing", async () => {
    const reason = new Error("the session is over");
    const controller = new AbortController();
    const request = { program: SUM_WORDS, maxInputBytes: 16, memoryBytes: 2 ** 29 };
    const starting = runtime.serve(request, controller.signal);
    setTimeout(() => controller.abort(reason), 50);
    await assert.rejects(starting, reason);
  });
});
