import type { WgslStep } from "@wattle/sdk";
import { checkedWork } from "./checkedWork.ts";
import type { ChildRequest } from "./childProtocol.ts";
import { paced } from "./pacing.ts";
import { createBuffers, type ProgramBuffers } from "./programBuffers.ts";
import { writeOutput } from "./writeOutput.ts";

/** Passes are submitted one by one, and awaited in batches that grow until one takes about this long. */
const BATCH_TARGET_MS = 8;
const BATCH_MAX_PASSES = 256;
const PROGRESS_INTERVAL_MS = 100;

const compile = async (
  device: GPUDevice,
  request: ChildRequest,
  layout: GPUPipelineLayout,
): Promise<ReadonlyMap<string, GPUComputePipeline>> =>
  checkedWork(device, "the shader", async () => {
    const module = device.createShaderModule({ code: request.source });
    const pipelines = new Map<string, GPUComputePipeline>();
    for (const { entryPoint } of request.steps) {
      if (pipelines.has(entryPoint)) continue;
      const compute = { module, entryPoint };
      pipelines.set(entryPoint, await paced(device.createComputePipelineAsync({ layout, compute })));
    }
    return pipelines;
  });

const submitPass = (
  device: GPUDevice,
  pipeline: GPUComputePipeline,
  group: GPUBindGroup,
  buffers: ProgramBuffers,
  step: WgslStep,
  pass: number,
): void => {
  if (buffers.pass) device.queue.writeBuffer(buffers.pass, 0, new Uint32Array([pass, step.passes, 0, 0]));
  const encoder = device.createCommandEncoder();
  const commands = encoder.beginComputePass();
  commands.setPipeline(pipeline);
  commands.setBindGroup(0, group);
  commands.dispatchWorkgroups(...step.workgroups);
  commands.end();
  device.queue.submit([encoder.finish()]);
};

/**
 * Runs a program and writes its outputs.
 *
 * @param onPasses Told how many passes of all steps are done, a few times a second.
 * @throws an error whose message says why the program failed.
 */
export async function executeProgram(
  device: GPUDevice,
  request: ChildRequest,
  inputs: ReadonlyMap<number, number>,
  onPasses: (completedPasses: number) => void,
): Promise<void> {
  const loss: { message?: string } = {};
  void device.lost.then((info) => {
    loss.message = info.message;
  });
  const { buffers, group, layout } = await checkedWork(device, "the program's set of buffers", () => {
    const made = createBuffers(device, request.bindings, inputs);
    const groupLayout = device.createBindGroupLayout({ entries: made.layoutEntries });
    return {
      buffers: made,
      group: device.createBindGroup({ layout: groupLayout, entries: made.groupEntries }),
      layout: device.createPipelineLayout({ bindGroupLayouts: [groupLayout] }),
    };
  });
  const pipelines = await compile(device, request, layout);

  let completedPasses = 0;
  let reportedPasses = 0;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let batch = 1;
  for (const [index, step] of request.steps.entries()) {
    const pipeline = pipelines.get(step.entryPoint);
    if (pipeline === undefined) throw new Error(`step ${index} has no pipeline`);
    for (let pass = 0; pass < step.passes;) {
      const end = Math.min(step.passes, pass + batch);
      const startedAt = performance.now();
      const from = pass;
      await checkedWork(device, `step ${index}`, async () => {
        for (let next = from; next < end; next++) submitPass(device, pipeline, group, buffers, step, next);
        await paced(device.queue.onSubmittedWorkDone());
      });
      if (loss.message !== undefined)
        throw new Error(`the device was lost in step ${index}: ${loss.message}`);
      const now = performance.now();
      if (now - startedAt < BATCH_TARGET_MS / 2) batch = Math.min(batch * 2, BATCH_MAX_PASSES);
      else if (now - startedAt > BATCH_TARGET_MS) batch = Math.max(1, Math.floor(batch / 2));
      completedPasses += end - pass;
      pass = end;
      if (now - reportedAt >= PROGRESS_INTERVAL_MS) {
        reportedAt = now;
        reportedPasses = completedPasses;
        onPasses(completedPasses);
      }
    }
  }
  if (reportedPasses < completedPasses) onPasses(completedPasses);
  for (const output of buffers.outputs) await writeOutput(device, output);
}
