import { writeSync } from "node:fs";
import { checkedWork } from "./checkedWork.ts";
import { OUTPUT_FD } from "./childProtocol.ts";
import { paced } from "./pacing.ts";

/** Outputs are read back in slices: a second copy of a whole one would count against the job's memory. */
const SLICE_BYTES = 64 * 2 ** 20;

const writeAll = (bytes: Uint8Array): void => {
  for (let offset = 0; offset < bytes.length;) offset += writeSync(OUTPUT_FD, bytes, offset);
};

/** Reads a buffer back from the device and writes its bytes to {@link OUTPUT_FD}. */
export async function writeOutput(device: GPUDevice, buffer: GPUBuffer): Promise<void> {
  const staging = device.createBuffer({
    size: Math.min(SLICE_BYTES, buffer.size),
    usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
  });
  for (let offset = 0; offset < buffer.size; offset += SLICE_BYTES) {
    const size = Math.min(SLICE_BYTES, buffer.size - offset);
    await checkedWork(device, "reading an output", async () => {
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(buffer, offset, staging, 0, size);
      device.queue.submit([encoder.finish()]);
      await paced(staging.mapAsync(GPUMapMode.READ, 0, size));
    });
    writeAll(new Uint8Array(staging.getMappedRange(0, size)));
    staging.unmap();
  }
  staging.destroy();
}
