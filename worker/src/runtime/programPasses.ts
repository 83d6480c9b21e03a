import type { WgslStep } from "@wattle/sdk";
import { checkedWork } from "./checkedWork.ts";
import type { ChildRequest } from "./childProtocol.ts";
import { paced } from "./pacing.ts";
import { createBuffers, type ProgramBuffers } from "./programBuffers.ts";

/** Passes are submitted one by one, and awaited in batches that grow until one takes about this long. */
const BATCH_TARGET_MS = 8;
const BATCH_MAX_PASSES = 256;

/** A program whose pipelines are compiled and whose buffers are made. */
export interface PreparedProgram {
  readonly steps: readonly WgslStep[];
  readonly buffers: ProgramBuffers;
  readonly groupLayout: GPUBindGroupLayout;
  readonly pipelines: ReadonlyMap<string, GPUComputePipeline>;
  /** Filled in once the device is lost. */
  readonly loss: { message?: string };
}

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
 * Makes the buffers of a program and compiles it.
 *
 * @throws an error whose message says why the program is not valid or does not fit.
 */
export async function prepareProgram(
  device: GPUDevice,
  request: ChildRequest,
  inputs: ReadonlyMap<number, number>,
): Promise<PreparedProgram> {
  const loss: { message?: string } = {};
  void device.lost.then((info) => {
    loss.message = info.message;
  });
  const { buffers, groupLayout, layout } = await checkedWork(device, "the program's set of buffers", () => {
    const made = createBuffers(device, request.bindings, inputs);
    const groupLayout = device.createBindGroupLayout({ entries: made.layoutEntries });
    const layout = device.createPipelineLayout({ bindGroupLayouts: [groupLayout] });
    return { buffers: made, groupLayout, layout };
  });
  const pipelines = await compile(device, request, layout);
  return { steps: request.steps, buffers, groupLayout, pipelines, loss };
}

/**
 * Runs all passes of a prepared program.
 *
 * @param onPasses Told how many passes of all steps are done, after each batch.
 * @throws an error whose message says why the program failed.
 */
export async function runPasses(
  device: GPUDevice,
  { steps, buffers, pipelines, loss }: PreparedProgram,
  group: GPUBindGroup,
  onPasses: (completedPasses: number) => void,
): Promise<void> {
  let completedPasses = 0;
  let batch = 1;
  for (const [index, step] of steps.entries()) {
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
      const tookMs = performance.now() - startedAt;
      if (tookMs < BATCH_TARGET_MS / 2) batch = Math.min(batch * 2, BATCH_MAX_PASSES);
      else if (tookMs > BATCH_TARGET_MS) batch = Math.max(1, Math.floor(batch / 2));
      completedPasses += end - pass;
      pass = end;
      onPasses(completedPasses);
    }
  }
}
