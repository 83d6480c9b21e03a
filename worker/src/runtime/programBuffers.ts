import { openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { ChildBinding } from "./childProtocol.ts";

/** The buffers of a program, and what the passes and the result need of them. */
export interface ProgramBuffers {
  readonly layoutEntries: GPUBindGroupLayoutEntry[];
  readonly groupEntries: GPUBindGroupEntry[];
  /** The uniform that counts a step's passes, where the program has one. */
  readonly pass: GPUBuffer | undefined;
  readonly outputs: readonly GPUBuffer[];
  /** What a program may write, and finds zeroed. */
  readonly written: readonly GPUBuffer[];
  /** Where the input of a call goes, and its entry among {@link ProgramBuffers.groupEntries}. */
  readonly call: { readonly buffer: GPUBuffer; readonly binding: number } | undefined;
}

/** Opens the files of all inputs: a descriptor by binding number. */
export function openInputs(folder: string, bindings: readonly ChildBinding[]): ReadonlyMap<number, number> {
  const descriptors = new Map<number, number>();
  for (const binding of bindings) {
    if (binding.kind === "input") descriptors.set(binding.binding, openSync(join(folder, binding.file), "r"));
  }
  return descriptors;
}

const BUFFER_TYPES = {
  input: "read-only-storage",
  call: "read-only-storage",
  output: "storage",
  scratch: "storage",
  pass: "uniform",
} as const satisfies Record<ChildBinding["kind"], GPUBufferBindingType>;

/** Most bytes that one read may ask for. */
const READ_MAX_BYTES = 2 ** 30;

/** The size of the buffer that an input of so many bytes needs. */
export const paddedSize = (bytes: number): number => Math.max(4, Math.ceil(bytes / 4) * 4);

/** Makes an input's buffer, reading the file straight into it: an input may be a large part of the memory limit. */
const createInput = (device: GPUDevice, bytes: number, descriptor: number): GPUBuffer => {
  const size = paddedSize(bytes);
  const buffer = device.createBuffer({ size, usage: GPUBufferUsage.STORAGE, mappedAtCreation: true });
  const target = new Uint8Array(buffer.getMappedRange());
  for (let offset = 0; offset < bytes;) {
    const read = readSync(descriptor, target, offset, Math.min(READ_MAX_BYTES, bytes - offset), offset);
    if (read === 0) throw new Error("an input is shorter than announced");
    offset += read;
  }
  buffer.unmap();
  return buffer;
};

const createBuffer = (
  device: GPUDevice,
  binding: ChildBinding,
  inputs: ReadonlyMap<number, number>,
): GPUBuffer => {
  switch (binding.kind) {
    case "input":
      return createInput(device, binding.bytes, inputs.get(binding.binding) ?? -1);
    case "call":
      return device.createBuffer({
        size: paddedSize(binding.maxBytes),
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
    case "output":
      return device.createBuffer({
        size: binding.size,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      });
    case "scratch":
      return device.createBuffer({
        size: binding.size,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
    case "pass":
      return device.createBuffer({ size: 16, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
  }
};

/** Makes every declared buffer, filled as its kind says, and a layout of all of them, used by the shader or not. */
export function createBuffers(
  device: GPUDevice,
  bindings: readonly ChildBinding[],
  inputs: ReadonlyMap<number, number>,
): ProgramBuffers {
  const layoutEntries: GPUBindGroupLayoutEntry[] = [];
  const groupEntries: GPUBindGroupEntry[] = [];
  const outputs: GPUBuffer[] = [];
  const written: GPUBuffer[] = [];
  let call: ProgramBuffers["call"];
  let pass: GPUBuffer | undefined;
  for (const declared of bindings) {
    // Every binding of the kind `pass` shows the same counter.
    const buffer =
      declared.kind === "pass" && pass !== undefined ? pass : createBuffer(device, declared, inputs);
    if (declared.kind === "pass") pass = buffer;
    if (declared.kind === "output") outputs.push(buffer);
    if (declared.kind === "output" || declared.kind === "scratch") written.push(buffer);
    const { binding } = declared;
    if (declared.kind === "call") call = { buffer, binding };
    const type = BUFFER_TYPES[declared.kind];
    layoutEntries.push({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } });
    groupEntries.push({ binding, resource: { buffer } });
  }
  return { layoutEntries, groupEntries, pass, outputs, written, call };
}
