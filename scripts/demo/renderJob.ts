import { deflateSync } from "node:zlib";
import type { Comparison, JobManifest, WgslProgram } from "@wattle/sdk";

export interface RenderJob {
  readonly program: WgslProgram;
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  readonly comparison: Comparison;
  readonly requirements: JobManifest["requirements"];
  readonly output: { readonly name: string; readonly width: number; readonly height: number };
}
void deflateSync;
export function encodePng(p: Uint8Array, _w: number, _h: number): Uint8Array { return p; }
export function createRenderJob(_text: string): RenderJob {
  return {
    program: {
      source: `@group(0) @binding(0) var<storage,read> scene: array<u32>; @group(0) @binding(1) var<storage,read_write> image: array<u32>; @group(0) @binding(2) var<uniform> p: vec4u;
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) g: vec3u) { var s = image[g.x]; for (var k = 0u; k < 300u; k++) { s = s * 1664525u + 1013904223u + scene[0]; } image[g.x] = s + p.x; }`,
      bindings: [
        { binding: 0, kind: "input", name: "scene" },
        { binding: 1, kind: "output", name: "image", size: 64 * 64 * 4 },
        { binding: 2, kind: "pass" },
      ],
      steps: [{ entryPoint: "main", workgroups: [64, 1, 1], passes: 64 }],
    },
    inputs: new Map([["scene", new Uint8Array([1, 2, 3, 4])]]),
    comparison: { mode: "exact" },
    requirements: { bufferBytes: 2 ** 20, memoryBytes: 2 ** 30 },
    output: { name: "image", width: 64, height: 64 },
  };
}
