import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openWgslRuntime } from "@wattle/worker";
import { parseScene } from "./parseScene.ts";
import { encodePng } from "./png.ts";
import { createRenderProgram } from "./renderJob.ts";

// Renders a scene on this machine, without a chain: `node examples/render/preview.ts [scene.json] [picture.png]`.

const RUN_LIMIT_MS = 30 * 60 * 1000;

const [sceneFile = fileURLToPath(new URL("./scene.json", import.meta.url)), pictureFile = "preview.png"] =
  process.argv.slice(2);

const { program, inputs, requirements, output } = createRenderProgram(
  parseScene(await readFile(sceneFile, "utf8")),
);
const folder = await mkdtemp(join(tmpdir(), "wattle-preview-"));
try {
  const runtime = await openWgslRuntime({
    cacheFolder: join(folder, "cache"),
    workFolder: join(folder, "work"),
    // It is our own program that runs, not a stranger's.
    sandbox: "unsandboxed",
  });
  console.log(`rendering on ${runtime.driver.adapter}`);
  const { outcome, outputs, runMs } = await runtime.run(
    { program, inputs, runLimitMs: RUN_LIMIT_MS, memoryBytes: requirements.memoryBytes },
    {
      onProgress: ({ completedPasses, totalPasses }) => {
        if (process.stdout.isTTY) process.stdout.write(`\rpass ${completedPasses} of ${totalPasses} `);
      },
    },
  );
  const pixels = outputs.get(output.name);
  if (outcome.status !== "completed" || !pixels) {
    throw new Error(`The run ended with ${JSON.stringify(outcome)}.`);
  }
  await writeFile(pictureFile, encodePng(pixels, output.width, output.height));
  console.log(`\rwrote ${pictureFile} after ${(runMs / 1000).toFixed(1)} s`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
