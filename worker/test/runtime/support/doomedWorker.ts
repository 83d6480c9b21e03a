/** A worker that is killed in the middle of a job: `node doomedWorker.ts <options of the runtime as JSON>`. */
import { openWgslRuntime, type WgslRuntimeOptions } from "../../../src/runtime/wgslRuntime.ts";
import { ENDLESS } from "./programs.ts";

const options = JSON.parse(process.argv[2] ?? "") as WgslRuntimeOptions;
const runtime = await openWgslRuntime(options);
await runtime.run(
  { program: ENDLESS, inputs: new Map(), runLimitMs: 120_000, memoryBytes: 2 ** 28 },
  { onProgress: () => console.log("running") },
);
