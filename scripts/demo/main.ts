import { existsSync } from "node:fs";
import { writeFile, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import type { ChainKind } from "../local/startChain.ts";
import { playDemo } from "./playDemo.ts";
import { isRight, receiptJson, renderReceipt } from "./receipt.ts";
import { createScreen } from "./screen.ts";

interface DemoOptions {
  readonly chain: ChainKind;
  readonly scene: string;
  readonly out: string;
  readonly json: boolean;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const options = new Command("demo")
  .description(
    "Plays six jobs (paid, abandoned, refused, on request, disputed before signers and before drawn jurors), a lease by the second and a session of 1,000 paid calls.",
  )
  .addOption(
    new Option("--chain <kind>", "the node to play on").choices(["hardhat", "anvil"]).default("hardhat"),
  )
  .option("--scene <file>", "the scene to render", join(root, "examples/render/scene.json"))
  .option("--out <folder>", "where pictures, chart and receipt go", join(root, "demo-output"))
  .option("--json", "print the receipt as JSON instead of tables", false)
  .parse()
  .opts<DemoOptions>();

const screen = createScreen();
const abort = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    screen.say("demo", `${signal}: cleaning up`);
    abort.abort(new Error(`stopped by ${signal}`));
  });
}

try {
  const scene = resolve(options.scene);
  if (!existsSync(scene)) throw new Error(`There is no scene at ${scene}. Name one with --scene.`);
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });
  const receipt = await playDemo({ chain: options.chain, scene, out, screen, signal: abort.signal });
  const file = join(out, "receipt.json");
  await writeFile(file, receiptJson(receipt));
  console.log(options.json ? receiptJson(receipt) : renderReceipt(receipt));
  if (!options.json)
    console.log(
      `The picture: ${receipt.picture}\nThe chart: ${receipt.chart}\nThe tiles: ${receipt.tiles}\nWhat was made up: ${receipt.difference}\nThe receipt: ${file}`,
    );
  const wrong = receipt.checks.filter((check) => !isRight(check));
  if (wrong.length > 0) console.error(`Not as the story says: ${wrong.map(({ name }) => name).join("; ")}`);
  if (!options.json)
    console.log(`${String(receipt.checks.length - wrong.length)} passed, ${String(wrong.length)} failed`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} catch (error) {
  console.error(abort.signal.aborted ? "The demo was stopped." : error);
  process.exitCode = abort.signal.aborted ? 130 : 1;
}
// Sockets that stay open to be used again would keep the process alive for a while.
process.exit();
