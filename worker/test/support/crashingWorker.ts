import { appendFileSync, readFileSync } from "node:fs";
import { Wallet } from "ethers";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { loadIdentity } from "../../src/config/loadIdentity.ts";
import { createWorker } from "../../src/createWorker.ts";

// A worker that is killed by SIGKILL right after each change of its state that it has not been killed after before; of
// all changes, or of those whose names begin in one of these ways.
const [configFile = "", crashLog = "", flags = "{}", beginnings = '[""]'] = process.argv.slice(2);
const deadly = JSON.parse(beginnings) as string[];
const config = await loadConfig(configFile, {}, JSON.parse(flags) as { allowUnsandboxed: boolean });
const crashedAfter = new Set(readFileSync(crashLog, "utf8").split("\n"));

const worker = createWorker({
  config,
  operator: new Wallet(process.env["WATTLE_OPERATOR_KEY"] ?? ""),
  identity: await loadIdentity(config.identityFile),
  onEvent: (event) => console.log(JSON.stringify(event)),
  onPersisted: (change) => {
    if (crashedAfter.has(change) || !deadly.some((beginning) => change.startsWith(beginning))) return;
    appendFileSync(crashLog, `${change}\n`);
    process.kill(process.pid, "SIGKILL");
    // Nothing more happens in this process, not even by chance.
    for (;;);
  },
});
await worker.start();
