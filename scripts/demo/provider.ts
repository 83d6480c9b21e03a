import {
  depositStake,
  mintFaucetToken,
  prepareOffer,
  publishOffer,
  registerProvider,
  setWithdrawer,
  signOffer,
  type SignedOffer,
} from "@wattle/sdk";
import { generateJobKey } from "@wattle/sdk/blobs";
import type { PayoutEvent, StartedEvent, WorkerEvent } from "@wattle/worker";
import type { Wallet } from "ethers";
import { JULIA_PROGRAM } from "../../examples/julia/juliaService.ts";
import type { DemoMachine } from "./machines.ts";
import { showTokens, tokens } from "./money.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";
import { type StartedWorker, startWorker } from "./startWorker.ts";

/** Stake that each provider puts behind its promises. */
export const STAKE = tokens("100");

const REVIEW_SECONDS = 30;
const MAX_RUN_SECONDS = 600;
// The demo's lease has a grace of seconds.
const CHECK_IN_EVERY_SECONDS = 1;
const PROGRAM_FILE = "julia.json";

/** What callers name the service by. */
export const CALL_SERVICE = "julia";

/** The keys of one provider. */
export interface ProviderKeys {
  /** Cold: owns the provider and its stake. */
  readonly owner: Wallet;
  /** Hot: lies on the worker's machine. */
  readonly operator: Wallet;
  /** Cold: gets the earnings. */
  readonly payout: Wallet;
}

/** Who rules on a provider's disputes, and what that costs. */
export interface Adjudication {
  readonly adjudicator: string;
  readonly disputeFee: bigint;
  readonly rulingSeconds: number;
  /** The longest run that it judges. Default: that of all offers. */
  readonly maxRunSeconds?: number;
}

/** A provider that is registered and staked, with an offer. */
export interface RegisteredProvider {
  readonly machine: DemoMachine;
  readonly keys: ProviderKeys;
  readonly offer: SignedOffer;
  /** Its age identity. */
  readonly identity: string;
  /** The machine as the registry knows it. */
  readonly machineId: string;
}

/** A provider that is registered, staked and running. */
export interface DemoProvider extends RegisteredProvider, StartedWorker {}

/** Registers a provider, stakes, makes its offer and starts its worker. */
export async function openProvider(
  stage: Stage,
  machine: DemoMachine,
  keys: ProviderKeys,
  screen: Screen,
  allowUnsandboxed: boolean,
): Promise<DemoProvider> {
  const registered = await enlistProvider(stage, machine, keys, screen);
  const { identity } = registered;
  const config = configOf(stage, registered);
  const files = { [PROGRAM_FILE]: JSON.stringify(JULIA_PROGRAM) };
  const worker = { name: machine.name, keys, identity, config, files, allowUnsandboxed };
  return { ...registered, ...(await startWorker(stage, worker)) };
}

/** Registers a provider, stakes and makes its offer. */
export async function enlistProvider(
  stage: Stage,
  machine: DemoMachine,
  keys: ProviderKeys,
  screen: Screen,
  adjudication?: Adjudication,
): Promise<RegisteredProvider> {
  const { token, relayUrl } = stage;
  const owner = stage.clientFor(keys.owner);
  const identity = await generateJobKey();
  await mintFaucetToken(owner, { to: keys.owner.address, amount: STAKE, token });
  const { provider, machineIds } = await registerProvider(owner, {
    payout: keys.payout.address,
    encryptionKey: identity.publicKey,
    endpoint: relayUrl,
    machines: [
      {
        gpuModel: machine.gpuModel,
        gpuCount: 1,
        vramMib: machine.vramMib,
        region: machine.region,
        reportDigest: `0x${"00".repeat(32)}`,
      },
    ],
    operators: [keys.operator.address],
    operatorBounds: [{ token, minRatePerSecond: machine.ratePerSecond }],
  });
  await depositStake(owner, {
    provider,
    amount: STAKE,
    authorize: { limit: STAKE, maxPerLock: machine.collateral },
  });
  await setWithdrawer(stage.clientFor(keys.payout), { key: keys.operator.address, allowed: true });

  const [machineId] = machineIds;
  if (machineId === undefined) throw new Error("The registry named no machine.");
  const offer = await prepareOffer(owner, {
    provider,
    token,
    ratePerSecond: machine.ratePerSecond,
    collateral: machine.collateral,
    declineSeconds: machine.declineSeconds,
    slackSeconds: machine.slackSeconds,
    reviewSeconds: REVIEW_SECONDS,
    maxRunSeconds: MAX_RUN_SECONDS,
    ...adjudication,
    machineId,
  });
  const operator = stage.clientFor(keys.operator);
  const signed = machine.isPublished ? { offer, signature: "0x" } : await signOffer(operator, { offer });
  if (machine.isPublished) await publishOffer(owner, { offer });
  const how = machine.isPublished ? "published on chain" : "signed by its worker's key";
  screen.say(
    machine.name,
    `claims ${machine.gpuModel}, ${String(machine.vramMib / 1024)} GiB; ${showTokens(machine.ratePerSecond)} a second, ${how}`,
  );
  return { machine, keys, offer: signed, identity: identity.identity, machineId };
}

/** What the worker of a provider does. */
function configOf({ token }: Stage, { machine, machineId }: RegisteredProvider) {
  const minRatePerSecond = { [token]: machine.ratePerSecond.toString() };
  return {
    policy: { minRatePerSecond },
    requests: {
      machineId,
      minRatePerSecond,
      maxCollateral: machine.collateral.toString(),
      // The periods of the demo are seconds.
      minDeclineSeconds: 10,
      minSlackSeconds: 10,
    },
    leases: { machineIds: [machineId], checkInEverySeconds: CHECK_IN_EVERY_SECONDS },
    ...(machine.callPrice === null ? {} : { sessions: sessionsConfig(token, machine.callPrice) }),
  };
}

/** What the worker sells by the call. */
function sessionsConfig(token: string, pricePerCall: bigint) {
  return {
    listen: { host: "127.0.0.1", port: 0 },
    services: [
      {
        id: CALL_SERVICE,
        program: PROGRAM_FILE,
        token,
        pricePerCall: pricePerCall.toString(),
        callLimitMs: 10_000,
      },
    ],
  };
}

/** Whether an event is the one with which a worker introduces itself. */
export const isStarted = (event: WorkerEvent): event is StartedEvent => event.event === "started";

/** Whether an event is a payout to the cold wallet. */
export const isPayout = (event: WorkerEvent): event is PayoutEvent => event.event === "payout";
