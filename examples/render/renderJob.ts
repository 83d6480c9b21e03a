import { readFileSync } from "node:fs";
import type { Comparison, JobManifest, WgslProgram } from "@wattle/sdk";
import { packScene, SAMPLES_PER_PASS } from "./packScene.ts";
import type { Scene } from "./scene.ts";

/** All that a job needs to render a scene on somebody else's machine. */
export interface RenderProgram {
  readonly program: WgslProgram;
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  readonly comparison: Comparison;
  readonly requirements: JobManifest["requirements"];
  /** The output that holds the picture: RGBA, a byte each, row by row from the top left. */
  readonly output: { readonly name: string; readonly width: number; readonly height: number };
}

const SOURCE = readFileSync(new URL("./pathTracer.wgsl", import.meta.url), "utf8");
/** Pixels a side of the shader's workgroups. */
const WORKGROUP_SIDE = 8;
/** A process with Dawn and a software driver, with room to spare. */
const MEMORY_BYTES = 2 ** 30;

/**
 * How far two devices' pictures may be apart. Rounding differs between drivers, and now and then sends a path another
 * way. SwiftShader and lavapipe agree on 94 % of the demo's bytes, and 0.5 % differ by more than 4; GPUs that fuse
 * multiplication and addition may differ more often. Leaving out an eighth of the samples changes 7 % by more than 4.
 */
const COMPARISON: Comparison = {
  mode: "tolerance",
  format: "u8",
  absolute: 4,
  relative: 0,
  outliersPerMillion: 25_000,
};

/**
 * Makes the program and the input that render a scene.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { parseScene } from "./parseScene.ts";
 * import { createRenderProgram } from "./renderJob.ts";
 *
 * const scene = parseScene(await readFile("examples/render/scene.json", "utf8"));
 * const { program, inputs, comparison, requirements, output } = createRenderProgram(scene);
 * ```
 */
export function createRenderProgram(scene: Scene): RenderProgram {
  const { width, height, samples } = scene.image;
  const packed = packScene(scene);
  const sumBytes = 16 * width * height;
  const workgroups: [number, number, number] = [
    Math.ceil(width / WORKGROUP_SIDE),
    Math.ceil(height / WORKGROUP_SIDE),
    1,
  ];
  return {
    program: {
      source: SOURCE,
      bindings: [
        { binding: 0, kind: "input", name: "scene" },
        { binding: 1, kind: "output", name: "image", size: 4 * width * height },
        { binding: 2, kind: "scratch", size: sumBytes },
        { binding: 3, kind: "pass" },
      ],
      steps: [
        { entryPoint: "addSamples", workgroups, passes: Math.ceil(samples / SAMPLES_PER_PASS) },
        { entryPoint: "develop", workgroups, passes: 1 },
      ],
    },
    inputs: new Map([["scene", packed]]),
    comparison: COMPARISON,
    requirements: { bufferBytes: Math.max(sumBytes, packed.length), memoryBytes: MEMORY_BYTES },
    output: { name: "image", width, height },
  };
}
