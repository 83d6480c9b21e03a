import type { WgslProgram } from "@wattle/sdk";

/** Squares the numbers 0 to 3. */
export const SQUARES: WgslProgram = {
  source: `@group(0) @binding(0) var<storage, read_write> squares: array<u32>;
    @compute @workgroup_size(4) fn main(@builtin(global_invocation_id) id: vec3u) { squares[id.x] = id.x * id.x; }`,
  bindings: [{ binding: 0, kind: "output", name: "squares", size: 16 }],
  steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
};

/** What {@link SQUARES} gives. */
export const SQUARES_OUTPUT = new Uint8Array(new Uint32Array([0, 1, 4, 9]).buffer);

/** One pass that ends, then one that does not. */
export const ENDLESS: WgslProgram = {
  source: `@group(0) @binding(0) var<storage, read_write> cells: array<u32>;
    @compute @workgroup_size(1) fn once() { cells[0] = 1u; }
    @compute @workgroup_size(64) fn forever(@builtin(local_invocation_index) i: u32) { while (true) { cells[i]++; } }`,
  bindings: [{ binding: 0, kind: "output", name: "cells", size: 256 }],
  steps: [
    { entryPoint: "once", workgroups: [1, 1, 1], passes: 1 },
    { entryPoint: "forever", workgroups: [4, 1, 1], passes: 1 },
  ],
};

/** The same in one thread, for tests of other things: it leaves the machine's other cores to them. */
export const ENDLESS_ALONE: WgslProgram = {
  source: `@group(0) @binding(0) var<storage, read_write> cells: array<u32>;
    @compute @workgroup_size(1) fn once() { cells[0] = 1u; }
    @compute @workgroup_size(1) fn forever() { while (true) { cells[0]++; } }`,
  bindings: ENDLESS.bindings,
  steps: [
    { entryPoint: "once", workgroups: [1, 1, 1], passes: 1 },
    { entryPoint: "forever", workgroups: [1, 1, 1], passes: 1 },
  ],
};

/** Touches every page of 256 MiB, and holds them for a while. */
export const MEMORY_HOG: WgslProgram = {
  source: `@group(0) @binding(0) var<storage, read_write> hoard: array<u32>;
    @group(0) @binding(1) var<storage, read_write> last: array<u32>;
    @compute @workgroup_size(256) fn main(@builtin(global_invocation_id) id: vec3u) {
      hoard[id.x * 1024u] = id.x;
      if (id.x == 65535u) { last[0] = hoard[id.x * 1024u]; }
    }
    @compute @workgroup_size(1) fn hold() { hoard[0] += 1u; }`,
  bindings: [
    { binding: 0, kind: "scratch", size: 2 ** 28 },
    { binding: 1, kind: "output", name: "last", size: 4 },
  ],
  steps: [
    { entryPoint: "main", workgroups: [256, 1, 1], passes: 1 },
    { entryPoint: "hold", workgroups: [1, 1, 1], passes: 4000 },
  ],
};
