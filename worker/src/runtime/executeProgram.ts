import { checkedWork } from "./checkedWork.ts";
import type { ChildRequest } from "./childProtocol.ts";
import { prepareProgram, runPasses } from "./programPasses.ts";
import { writeOutput } from "./writeOutput.ts";

const PROGRESS_INTERVAL_MS = 100;

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
  const program = await prepareProgram(device, request, inputs);
  const { buffers, groupLayout } = program;
  const group = await checkedWork(device, "the program's set of buffers", () =>
    device.createBindGroup({ layout: groupLayout, entries: buffers.groupEntries }),
  );
  let completedPasses = 0;
  let reportedPasses = 0;
  let reportedAt = Number.NEGATIVE_INFINITY;
  await runPasses(device, program, group, (passes) => {
    completedPasses = passes;
    const now = performance.now();
    if (now - reportedAt < PROGRESS_INTERVAL_MS) return;
    reportedAt = now;
    reportedPasses = passes;
    onPasses(passes);
  });
  if (reportedPasses < completedPasses) onPasses(completedPasses);
  for (const output of buffers.outputs) await writeOutput(device, output);
}
