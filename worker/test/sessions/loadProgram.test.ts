import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ConfigInvalidError } from "../../src/config/errors.ts";
import { CallFailedError } from "../../src/runtime/errors.ts";
import { loadProgram } from "../../src/sessions/loadProgram.ts";
import { openServices } from "../../src/sessions/service.ts";
import { SUM_WORDS } from "../runtime/support/servedPrograms.ts";
import { temporaryFolder } from "../runtime/support/testRuntime.ts";

const folder = await temporaryFolder();
const write = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const problemsOf = async (loading: Promise<unknown>): Promise<string> => {
  try {
    await loading;
  } catch (error) {
    assert.ok(error instanceof ConfigInvalidError);
    return error.problems.join("; ");
  }
  return "";
};

describe("the program of a service", () => {
  test("is read with its source within or beside the file; both are the same program", async () => {
    const { source, bindings, steps } = SUM_WORDS;
    const within = await loadProgram(await write("within.json", { steps, bindings, source }));
    await write("sum.wgsl", source);
    const beside = await loadProgram(await write("beside.json", { sourceFile: "sum.wgsl", bindings, steps }));
    assert.deepEqual(within.program, SUM_WORDS);
    assert.deepEqual(beside, within);
    assert.match(within.digest, /^0x[0-9a-f]{64}$/);
    const other = await loadProgram(await write("other.json", { ...SUM_WORDS, source: `${source} ` }));
    assert.notEqual(other.digest, within.digest);
  });

  test("error: ConfigInvalidError that says what is wrong", async () => {
    const { bindings, steps } = SUM_WORDS;
    assert.match(await problemsOf(loadProgram(join(folder, "none.json"))), /cannot be read \(ENOENT\)/);
    assert.match(await problemsOf(loadProgram(await write("a", "{"))), /is not JSON/);
    assert.match(
      await problemsOf(loadProgram(await write("b", { bindings, steps }))),
      /`source` or `sourceFile`/,
    );
    const lost = { sourceFile: "none.wgsl", bindings, steps };
    assert.match(await problemsOf(loadProgram(await write("c", lost))), /none\.wgsl cannot be read/);
    const stepless = { ...SUM_WORDS, steps: [] };
    assert.match(await problemsOf(loadProgram(await write("d", stepless))), /^steps: /);
    assert.match(await problemsOf(loadProgram(await write("e", { ...SUM_WORDS, price: 1 }))), /price/);
  });

  test("error: ConfigInvalidError that names the service whose program cannot be served", async () => {
    const program = await write("served.json", SUM_WORDS);
    const token = `0x${"70".repeat(20)}`;
    const limits = {
      minGraceSeconds: 3600,
      minSecondsLeft: 60,
      maxInputBytes: 8,
      callLimitMs: 9,
      memoryBytes: 1,
    };
    const config = { id: "sum", program, token, pricePerCall: 1n, ...limits };
    const serve = async (): Promise<never> => {
      throw new CallFailedError("the shader is not valid");
    };
    assert.match(
      await problemsOf(openServices([config], { serve })),
      /^service "sum": the shader is not valid/,
    );
  });
});
