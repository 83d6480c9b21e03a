import { checkedWork } from "./checkedWork.ts";
import type { ChildMessage, ChildRequest } from "./childProtocol.ts";
import { paddedSize } from "./programBuffers.ts";
import { prepareProgram, runPasses, type PreparedProgram } from "./programPasses.ts";
import { writeOutput } from "./writeOutput.ts";

/** Answers one call: writes its outputs. */
export type AnswerCall = (input: Uint8Array) => Promise<void>;

const answer = async (device: GPUDevice, program: PreparedProgram, input: Uint8Array): Promise<void> => {
  const { buffers, groupLayout } = program;
  const { call } = buffers;
  if (call === undefined) throw new Error("no binding takes the input of a call");
  const size = paddedSize(input.length);
  const group = await checkedWork(device, "the input", () => {
    const padded = new Uint8Array(size);
    padded.set(input);
    device.queue.writeBuffer(call.buffer, 0, padded);
    // Nothing of one call is left for the next: its answer depends on its own input only.
    const encoder = device.createCommandEncoder();
    for (const buffer of buffers.written) encoder.clearBuffer(buffer);
    device.queue.submit([encoder.finish()]);
    const entries = buffers.groupEntries.map((entry) =>
      entry.binding === call.binding ? { ...entry, resource: { buffer: call.buffer, size } } : entry,
    );
    return device.createBindGroup({ layout: groupLayout, entries });
  });
  await runPasses(device, program, group, () => {});
  for (const output of buffers.outputs) await writeOutput(device, output);
};

/**
 * Prepares a program once, for any number of calls.
 *
 * @param send Told when it is ready, and after each call how that ended.
 * @throws an error whose message says why the program is not valid or does not fit.
 */
export async function serveProgram(
  device: GPUDevice,
  request: ChildRequest,
  send: (message: ChildMessage) => void,
): Promise<AnswerCall> {
  const program = await prepareProgram(device, request, new Map());
  return async (input) => {
    try {
      await answer(device, program, input);
      send({ type: "completed" });
    } catch (error) {
      send({ type: "failed", reason: error instanceof Error ? error.message.slice(0, 4000) : String(error) });
      // Nothing that needs a device will ever work again here.
      if (program.loss.message !== undefined) process.kill(process.pid, "SIGKILL");
    }
  };
}
