import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { createWattleClient } from "@wattle/sdk";
import { openWgslRuntime } from "@wattle/worker";
import { Wallet } from "ethers";
import { checkRecord } from "../../deployment/record.ts";
import { toSdkDeployment } from "../../deployment/toSdkDeployment.ts";
import { judgeCase } from "./judgeCase.ts";
import { judgeRequestSchema, REQUEST_MAX_BYTES, signerConfigSchema } from "./signerProtocol.ts";

// One signer of the demo's adjudicator, in a process of its own: `signerMain.ts <config.json>`. It listens on 127.0.0.1
// for disclosed keys, runs the job in dispute again and answers with its signed finding.

const [configFile = ""] = process.argv.slice(2);
const config = signerConfigSchema.parse(JSON.parse(await readFile(configFile, "utf8")));
const { WATTLE_SIGNER_KEY: key = "", WATTLE_SIGNER_IDENTITY: identity = "" } = process.env;
const record = await checkRecord(JSON.parse(await readFile(config.deploymentFile, "utf8")));
const client = createWattleClient({
  rpcUrls: config.rpcUrl,
  deployment: toSdkDeployment(record),
  signer: new Wallet(key),
});
const runtime = await openWgslRuntime({
  cacheFolder: config.cacheFolder,
  workFolder: config.workFolder,
  sandbox: config.allowUnsandboxed ? "unsandboxed" : "required",
});

const server = createServer((request, response) => {
  const abort = new AbortController();
  response.on("close", () => {
    abort.abort(new Error("whoever asked has gone"));
  });
  judge(request, abort.signal).then(
    (answer) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer)),
    (error: unknown) => response.writeHead(422).end(error instanceof Error ? error.message : String(error)),
  );
});

async function judge(request: IncomingMessage, signal: AbortSignal): ReturnType<typeof judgeCase> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > REQUEST_MAX_BYTES) throw new Error("The request is too long.");
    parts.push(part);
  }
  const { jobId, disclosure } = judgeRequestSchema.parse(JSON.parse(Buffer.concat(parts).toString("utf8")));
  return judgeCase(client, {
    adjudicator: config.adjudicator,
    jobId,
    disclosure: Buffer.from(disclosure, "base64"),
    identity,
    runtime,
    signal,
  });
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${String(port)}/`, adapter: runtime.driver.adapter }));
});
