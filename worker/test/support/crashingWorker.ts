import { appendFileSync, readFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { createWorker, loadConfig, loadIdentity } from "@wattle/worker";
import { Wallet } from "ethers";

// A worker that is killed by SIGKILL right after each change of its state that it has not been killed after before; of
// all changes, or of those whose names begin in one of these ways.
const [configFile = "", crashLog = "", flags = "{}", beginnings = '[""]'] = process.argv.slice(2);
const deadly = JSON.parse(beginnings) as string[];
const config = await loadConfig(configFile, {}, JSON.parse(flags) as { allowUnsandboxed: boolean });
const crashedAfter = new Set(readFileSync(crashLog, "utf8").split("\n"));
// Otherwise it is written when a process ends by itself, which this one does not.
flushCompileCache();

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
