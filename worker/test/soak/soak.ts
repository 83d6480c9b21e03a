import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Contract, JsonRpcProvider, type InterfaceAbi } from "ethers";
import { seededIntegers } from "../runtime/support/random.ts";
import { processesNaming } from "../runtime/support/testRuntime.ts";
import { balanceOf, claimOf, lockedOf } from "../support/jobRequests.ts";
import { startFaultyRpc } from "../support/faultyRpc.ts";
import { openMarket, type TestProvider } from "../support/market.ts";
import { startWorkerProcess, usageOf } from "../support/workerProcess.ts";
import { until } from "../support/until.ts";
import { FaultInjector } from "./faults.ts";
import { complaintsAbout, JOB_KINDS, playJob, type SoakJob } from "./soakJobs.ts";

// Many jobs through a real chain, a relay and two workers as they ship, while one worker is killed at random moments,
// the relay restarts and the endpoints hang, lag, refuse, break off or lie about the newest block. Then everything must
// be as if nothing had happened. `node worker/test/soak/soak.ts [jobs]`; SEED repeats the choices.

const AT_ONCE = 4;
const WARM_UP_SHARE = 0.2;
const MOST_GROWTH_BYTES = 96 * 2 ** 20;
const MOST_NEW_DESCRIPTORS = 16;
const STAKING_ABI: InterfaceAbi = [
  "function committedOf(address) view returns (uint128)",
  "function unburned() view returns (uint128)",
  "function claimOf(address) view returns (uint128)",
];

const total = Number(process.argv[2] ?? 60);
const random = seededIntegers();
// Everything that is left behind shows in a folder that nobody else uses.
const temporary = mkdtempSync(join(tmpdir(), "wattle-soak-"));
process.once("exit", () => rmSync(temporary, { recursive: true, force: true }));
process.env["TMPDIR"] = temporary;

let passed = 0;
const failures: string[] = [];
const check = (what: string, isSo: boolean, found: unknown): void => {
  if (isSo) passed += 1;
  else failures.push(`${what}: ${String(found)}`);
  console.log(`${isSo ? "✔" : "✘"} ${what} (${String(found)})`);
};

const startedAt = performance.now();
const market = await openMarket();
const client = await market.addClient();
const rpcs = await Promise.all([startFaultyRpc(market.chain.rpcUrl), startFaultyRpc(market.chain.rpcUrl)]);
const addProvider = async (rpcUrl: string | undefined): Promise<TestProvider> =>
  market.addProvider({
    slots: total,
    declineSeconds: 900,
    slackSeconds: 3600,
    config: {
      rpcUrls: [rpcUrl],
      chain: { confirmations: 1, pollIntervalMs: 100, rpcTimeoutMs: 1000, bumpAfterMs: 5000 },
    },
  });
const victim = await addProvider(rpcs[0]?.url);
const steady = await addProvider(rpcs[1]?.url);
const providers = [victim, steady];
const steadyWorker = await startWorkerProcess(steady);
const injector = new FaultInjector({
  market,
  rpcs,
  victim,
  random,
  worker: await startWorkerProcess(victim),
});
injector.start();

// Chosen before any is played, so that they are the same for a seed whoever is first to end.
const plan = Array.from({ length: total }, (_, index) => ({
  kind: JOB_KINDS[random() % JOB_KINDS.length] ?? "accepted",
  provider: providers[index % providers.length] ?? victim,
}));
const played: SoakJob[] = [];
const clients = [client];
let warm = usageOf(steadyWorker.pid);
const play = async (): Promise<void> => {
  // A key of its own: nonces are counted by key.
  const own = await market.addClient();
  clients.push(own);
  for (let next = plan.shift(); next !== undefined; next = plan.shift()) {
    try {
      played.push(await playJob(own, next.provider, next.kind));
    } catch (error) {
      failures.push(`a job (${next.kind}) did not end: ${String(error)}`);
    }
    if (played.length === Math.ceil(total * WARM_UP_SHARE)) warm = usageOf(steadyWorker.pid);
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, play));
await injector.stop();
console.log(`${[...injector.counts].map(([fault, count]) => `${fault} ${count}`).join(", ")}`);
check(
  "the victim ended only when it was killed",
  injector.deaths.length === 0,
  injector.deaths.join(" ") || "so",
);
check("the other worker lives", steadyWorker.ending() === null, steadyWorker.ending() ?? "so");

for (const job of played) {
  const complaints = await complaintsAbout(client, job);
  if (complaints.length === 0) passed += 1;
  failures.push(...complaints);
}
console.log(
  `${played.length} of ${total} jobs ended in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
);

for (const provider of providers) {
  const paid = async (): Promise<boolean> => (await claimOf(client, provider.payout.address)) === 0n;
  await until("everything is paid out", paid);
  check("no stake stays locked", (await lockedOf(client, provider)) === 0n, await lockedOf(client, provider));
}

const { contracts } = market.chain.deployment;
const everybody = [
  ...(await Promise.all(clients.map(async ({ signer }) => signer?.getAddress() ?? ""))),
  ...providers.flatMap(({ id, operator, payout }) => [id, operator.address, payout.address]),
  contracts.jobEscrow,
];
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((left, right) => left + right, 0n);
const claims = sum(await Promise.all(everybody.map(async (account) => claimOf(client, account))));
const vault = await balanceOf(client, contracts.paymentVault);
check("the vault holds what it owes", vault === claims, `${vault} and ${claims}`);

const reader = new JsonRpcProvider(market.chain.rpcUrl);
const staking = new Contract(contracts.providerStaking, STAKING_ABI, reader);
const read = async (name: string, ...args: unknown[]): Promise<bigint> =>
  (await staking.getFunction(name).staticCall(...args)) as bigint;
const owed = sum([
  await read("unburned"),
  ...(await Promise.all(providers.map(async ({ id }) => read("committedOf", id)))),
  ...(await Promise.all(everybody.map(async (account) => read("claimOf", account)))),
]);
const staked = await balanceOf(client, contracts.providerStaking);
check("the staking holds what it owes", staked === owed, `${staked} and ${owed}`);
reader.destroy();

const end = usageOf(steadyWorker.pid);
const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
check(
  `memory grew by at most ${mebibytes(MOST_GROWTH_BYTES)}`,
  end.rssBytes <= warm.rssBytes + MOST_GROWTH_BYTES,
  `${mebibytes(warm.rssBytes)} warm, ${mebibytes(end.rssBytes)} at the end`,
);
check(
  `at most ${MOST_NEW_DESCRIPTORS} descriptors more`,
  end.descriptors <= warm.descriptors + MOST_NEW_DESCRIPTORS,
  `${warm.descriptors} warm, ${end.descriptors} at the end`,
);
for (const worker of [injector.worker, steadyWorker]) {
  const code = await worker.stop();
  check("the worker stops when asked", code === 0, code);
}
for (const { stateFolder } of providers) {
  const processes = processesNaming(stateFolder);
  check("no process is left", processes.length === 0, processes.length);
  const files = readdirSync(join(stateFolder, "jobs"));
  check("no job's file is left", files.length === 0, files.length);
}
await Promise.all(rpcs.map((rpc) => rpc.close()));
await market.close();
const left = readdirSync(temporary).filter((name) => name.startsWith("wattle-worker-"));
check("no temporary folder is left", left.length === 0, left.join(" ") || "none");

for (const failure of failures) console.error(failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
