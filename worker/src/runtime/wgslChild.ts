/**
 * The process of one job: `node wgslChild.js <address of the webgpu module> [request folder]`. Without a request
 * folder it only opens the device and says what it is; with one whose input comes by calls it answers them. Talks as `childProtocol.ts` says, and stays until it is
 * killed: ending a process with SIGKILL is faster than unwinding a driver, and works with an endless shader too.
 */
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createCallReader } from "./callReader.ts";
import { CONTROL_FD, REQUEST_FILE, type ChildMessage, type ChildRequest } from "./childProtocol.ts";
import { executeProgram } from "./executeProgram.ts";
import { openDevice } from "./openDevice.ts";
import { openInputs } from "./programBuffers.ts";
import { serveProgram } from "./serveProgram.ts";

const send = (message: ChildMessage): void => {
  writeSync(CONTROL_FD, `${JSON.stringify(message)}\n`);
};

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 4000);

const main = async (webgpuUrl: string, requestFolder: string | undefined): Promise<void> => {
  let opened;
  let request: ChildRequest | undefined;
  let inputs: ReadonlyMap<number, number> | undefined;
  try {
    opened = await openDevice(webgpuUrl);
    if (requestFolder !== undefined) {
      request = JSON.parse(readFileSync(join(requestFolder, REQUEST_FILE), "utf8")) as ChildRequest;
      inputs = openInputs(requestFolder, request.bindings);
    }
  } catch (error) {
    send({ type: "unavailable", reason: reasonOf(error) });
    return;
  }
  send({ type: "opened", adapter: opened.adapter });
  if (request === undefined || inputs === undefined) return;
  try {
    if (request.bindings.some(({ kind }) => kind === "call")) {
      const answer = await serveProgram(opened.device, request, send);
      process.stdin.on(
        "data",
        createCallReader((input) => void answer(input)),
      );
      send({ type: "ready" });
      return;
    }
    await executeProgram(opened.device, request, inputs, (completedPasses) => {
      send({ type: "progress", completedPasses });
    });
    send({ type: "completed" });
  } catch (error) {
    send({ type: "failed", reason: reasonOf(error) });
  }
};

// The other end of stdin belongs to the worker: its end is the worker's end, and no job outlives its worker.
process.stdin.on("error", () => process.kill(process.pid, "SIGKILL"));
process.stdin.on("close", () => process.kill(process.pid, "SIGKILL"));
process.stdin.resume();

const [webgpuUrl, requestFolder] = process.argv.slice(2);
if (webgpuUrl === undefined)
  throw new Error("usage: wgslChild <address of the webgpu module> [request folder]");
await main(webgpuUrl, requestFolder);
