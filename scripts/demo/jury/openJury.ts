import {
  authorizeService,
  depositStake,
  getCourtRules,
  mintFaucetToken,
  registerProvider,
  setWithdrawer,
  takeSeat,
} from "@wattle/sdk";
import { generateJobKey } from "@wattle/sdk/blobs";
import { encodeBytes32String } from "ethers";
import { deployCourt } from "../../deployment/deployCourt.ts";
import { showTokens, tokens } from "../money.ts";
import { type Adjudication, type ProviderKeys, STAKE } from "../provider.ts";
import type { Screen } from "../screen.ts";
import type { Stage } from "../stage.ts";
import { type StartedWorker, startWorker } from "../startWorker.ts";

/** A juror with one seat, and the worker that judges for it. */
export interface DemoJuror extends StartedWorker {
  readonly name: string;
  readonly keys: ProviderKeys;
}

/** A court of the demo's own. */
export interface DemoCourt {
  readonly court: string;
  /** What a seat earns by a vote as finally ruled. */
  readonly seatFee: bigint;
  /** What an offer says that names the court. */
  readonly adjudication: Adjudication;
}

/** The same with its jurors. */
export interface Jury extends DemoCourt {
  readonly jurors: readonly DemoJuror[];
}

/** One more than a panel has, so that the draw decides something. */
export const JUROR_NAMES = ["Elm", "Fir", "Hazel", "Larch"] as const;

const PANEL_SEATS = 3;
const PENALTY_UNIT = tokens("1");
/** As the court says. */
const SEAT_UNITS = 16n;
// The periods of the demo are seconds; a slow machine must still be able to compute in them.
const [DRAW_SECONDS, COMMIT_SECONDS, REVEAL_SECONDS, APPEAL_SECONDS, APPLY_SECONDS] = [10, 40, 10, 4, 60];
const LONGEST_RUN_SECONDS = 20;
const RULING_SECONDS = 2 * (DRAW_SECONDS + COMMIT_SECONDS + REVEAL_SECONDS) + APPEAL_SECONDS + APPLY_SECONDS;
/** Between the dispute and the opening of its case: what the SDK asks for. */
const SPARE_SECONDS = 60;

/** Deploys a court whose stages last seconds. */
export async function deployJuryCourt(stage: Stage): Promise<DemoCourt> {
  const { providerStaking, paymentVault } = stage.deployment.contracts;
  const seatFee = tokens("0.5");
  const court = await deployCourt(stage.chain.rpcUrl, {
    providerStaking,
    paymentVault,
    rules: {
      machineClass: encodeBytes32String("any machine"),
      feeToken: stage.token,
      seatFee,
      penaltyUnit: PENALTY_UNIT,
      longestRunSeconds: LONGEST_RUN_SECONDS,
      panelSeats: PANEL_SEATS,
      drawBlocks: 2,
      drawSeconds: DRAW_SECONDS,
      commitSeconds: COMMIT_SECONDS,
      revealSeconds: REVEAL_SECONDS,
      appealSeconds: APPEAL_SECONDS,
      applySeconds: APPLY_SECONDS,
    },
  });
  const disputeFee = BigInt(PANEL_SEATS) * seatFee;
  const rulingSeconds = RULING_SECONDS + SPARE_SECONDS;
  const maxRunSeconds = LONGEST_RUN_SECONDS;
  return { court, seatFee, adjudication: { adjudicator: court, disputeFee, rulingSeconds, maxRunSeconds } };
}

/** Seats the jurors of a court and starts their workers. */
export async function openJury(
  stage: Stage,
  deployed: DemoCourt,
  keys: readonly ProviderKeys[],
  screen: Screen,
  allowUnsandboxed: boolean,
): Promise<Jury> {
  const { court } = deployed;
  const jurors: DemoJuror[] = [];
  // One after the other: each takes the place behind the last.
  for (const [index, name] of JUROR_NAMES.entries()) {
    const its = keys[index];
    if (its === undefined) throw new Error("The chain has too few accounts.");
    jurors.push(await seatJuror(stage, court, name, its, allowUnsandboxed));
  }
  screen.say(
    "court",
    `a court of drawn jurors at ${court}; ${JUROR_NAMES.join(", ")} lock ${showTokens(SEAT_UNITS * PENALTY_UNIT)} each for a seat`,
  );
  return { ...deployed, jurors };
}

async function seatJuror(
  stage: Stage,
  court: string,
  name: string,
  keys: ProviderKeys,
  allowUnsandboxed: boolean,
): Promise<DemoJuror> {
  const owner = stage.clientFor(keys.owner);
  const identity = await generateJobKey();
  await mintFaucetToken(owner, { to: keys.owner.address, amount: STAKE, token: stage.token });
  const { provider } = await registerProvider(owner, {
    payout: keys.payout.address,
    encryptionKey: identity.publicKey,
    endpoint: stage.relayUrl,
    machines: [],
    operators: [keys.operator.address],
  });
  await depositStake(owner, { provider, amount: STAKE });
  const { seatCollateral } = await getCourtRules(owner, { court });
  await authorizeService(owner, { provider, service: court, limit: seatCollateral });
  await takeSeat(owner, { court, juror: provider });
  await setWithdrawer(stage.clientFor(keys.payout), { key: keys.operator.address, allowed: true });
  const started = await startWorker(stage, {
    name,
    keys,
    identity: identity.identity,
    config: { juror: { courts: [court], commitReserveSeconds: 5 } },
    allowUnsandboxed,
  });
  return { name, keys, ...started };
}
