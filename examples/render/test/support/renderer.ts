import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWgslRuntime } from "@wattle/worker";
import { createRenderProgram } from "../../renderJob.ts";
import type { Scene } from "../../scene.ts";

/** Renders scenes on the software driver. */
export interface Renderer {
  /** RGBA, a byte each, row by row from the top left. */
  render(scene: Scene): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens the worker's runtime in a folder of its own. */
export async function openRenderer(): Promise<Renderer> {
  const folder = await mkdtemp(join(tmpdir(), "wattle-render-test-"));
  const runtime = await openWgslRuntime({
    cacheFolder: join(folder, "cache"),
    workFolder: join(folder, "work"),
    sandbox: "unsandboxed",
    driver: "software",
  });
  return {
    render: async (scene) => {
      const { program, inputs, requirements, output } = createRenderProgram(scene);
      const { memoryBytes } = requirements;
      const { outcome, outputs } = await runtime.run({ program, inputs, runLimitMs: 120_000, memoryBytes });
      const pixels = outputs.get(output.name);
      if (!pixels) throw new Error(JSON.stringify(outcome));
      return pixels;
    },
    close: async () => {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Red, green and blue of a pixel, 0 to 255. */
export function pixelAt(pixels: Uint8Array, width: number, x: number, y: number): [number, number, number] {
  const [red = -1, green = -1, blue = -1] = pixels.subarray(4 * (y * width + x));
  return [red, green, blue];
}
