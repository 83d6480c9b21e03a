import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { loadCompiler } from "../compiler.ts";
import type { CompilerOutput, CompileTask } from "./compileSources.ts";

// One compile, as `compileSources` wants it.

const { root, input } = workerData as CompileTask;
const output = loadCompiler().compile(input, {
  import: (path) => ({ contents: readFileSync(`${root}/node_modules/${path}`, "utf8") }),
});
parentPort?.postMessage(JSON.parse(output) as CompilerOutput);
