import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { CompilerOutput, CompileTask } from "./compileSources.ts";

// One compile, as `compileSources` wants it.

interface Compiler {
  readonly compile: (
    input: string,
    callbacks: { readonly import: (path: string) => { readonly contents: string } },
  ) => string;
}

const { root, input } = workerData as CompileTask;
const compiler = createRequire(import.meta.url)("solc") as Compiler;
const output = compiler.compile(input, {
  import: (path) => ({ contents: readFileSync(`${root}/node_modules/${path}`, "utf8") }),
});
parentPort?.postMessage(JSON.parse(output) as CompilerOutput);
