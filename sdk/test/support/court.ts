import { encodeBytes32String, id } from "ethers";
import {
  approveMarket,
  commitVote,
  type CourtRules,
  depositPayment,
  depositStake,
  disputeJob,
  encodeTakeOffer,
  getCourtRules,
  type GetCourtRulesReturnType,
  getHearing,
  type Hearing,
  type JobTerms,
  jobIdOf,
  type Offer,
  openCase,
  prepareVote,
  type PreparedVote,
  registerProvider,
  setOperatorBound,
  signOffer,
  submitResult,
  takeSeat,
} from "../../src/index.ts";
import { findEvent } from "../../src/chain/findEvent.ts";
import { sendCall } from "../../src/chain/sendCall.ts";
import { deployCourt } from "../../../scripts/deployment/deployCourt.ts";
import { type Actor, type Market, openMarket, tokens } from "./market.ts";
import { draftOffer, MIN_RATE, RESULT, setUpBuyer, setUpProvider, SPEC } from "./provider.ts";

/** How long the tests' jobs may run. */
const RUN_SECONDS = 30;

/** A court on the tests' market, with jurors. */
export interface TestCourt {
  readonly court: string;
  readonly rules: GetCourtRulesReturnType;
  /** Each owns a provider of the same address, and speaks for its seats. */
  readonly jurors: readonly Actor[];
}

/** The jurors' accounts: the market's actors have those before. */
const JUROR_ACCOUNTS = [5, 6, 7, 8, 9];

/** Rules with short stages, and a fee that three seats cannot be taken for another. */
export function courtRules(market: Market, changes: Partial<CourtRules> = {}): CourtRules {
  return {
    machineClass: encodeBytes32String("any"),
    feeToken: market.token,
    seatFee: tokens(3) + 1n,
    penaltyUnit: tokens(5),
    longestRunSeconds: 600,
    panelSeats: 3,
    drawBlocks: 6,
    drawSeconds: 300,
    commitSeconds: 700,
    revealSeconds: 300,
    appealSeconds: 300,
    applySeconds: 300,
    ...changes,
  };
}

/**
 * Deploys a court, gives five jurors some seats each, in rounds, or nobody any, and lets the market's operator and buyer
 * use it.
 */
export async function openCourt(
  market: Market,
  changes: Partial<CourtRules> = {},
  seatsEach = 2,
): Promise<TestCourt> {
  const { providerStaking, paymentVault } = market.chain.deployment.contracts;
  const court = await deployCourt(market.chain.rpcUrl, {
    providerStaking,
    paymentVault,
    rules: courtRules(market, changes),
  });
  const rules = await getCourtRules(market.reader, { court });
  const jurors = seatsEach === 0 ? [] : await seatJurors(market, court, seatsEach);
  const { owner, buyer, token } = market;
  const bound = { token, adjudicator: court, minRatePerSecond: MIN_RATE };
  await setOperatorBound(owner.client, { provider: owner.address, ...bound });
  await depositPayment(buyer.client, { token, amount: tokens(1_000) });
  await approveMarket(buyer.client, { token, amount: tokens(1_000), market: court });
  // Only seats that were held in an earlier second are drawn.
  await market.travel(1);
  return { court, rules, jurors };
}

/** A market with a provider, a client and a court whose five jurors have some seats each. */
export async function openCourtMarket(
  seatsEach: number,
): Promise<{ readonly market: Market; readonly place: TestCourt }> {
  const market = await openMarket();
  try {
    await setUpProvider(market);
    await setUpBuyer(market);
    return { market, place: await openCourt(market, {}, seatsEach) };
  } catch (error) {
    // Nobody else knows of its chain yet.
    await market.close();
    throw error;
  }
}

/** Makes five accounts providers whose stake the court may lock, and takes their seats. */
async function seatJurors(market: Market, court: string, seatsEach: number): Promise<Actor[]> {
  const { seatCollateral } = await getCourtRules(market.reader, { court });
  const jurors = await Promise.all(JUROR_ACCOUNTS.map((index) => market.actorAt(index)));
  await Promise.all(
    jurors.map(async ({ client, address: provider }) => {
      const endpoint = "http://127.0.0.1:1/juror";
      await registerProvider(client, { payout: provider, encryptionKey: id(provider), endpoint });
      const amount = seatCollateral * BigInt(seatsEach);
      await depositStake(client, { provider, amount, authorize: { service: court, limit: amount } });
    }),
  );
  for (let round = 0; round < seatsEach; round++) {
    for (const { client, address: juror } of jurors) await takeSeat(client, { court, juror });
  }
  return jurors;
}

/** Opens a job that names the court, submits a result, disputes it. */
export async function disputeBefore(
  market: Market,
  { court, rules }: TestCourt,
  changes: Partial<Offer> = {},
): Promise<JobTerms> {
  const { buyer, operator } = market;
  const offer = {
    ...(await draftOffer(market)),
    adjudicator: court,
    disputeFee: rules.panelFee,
    rulingSeconds: rules.neededSeconds + 60,
    ...changes,
  };
  const signed = await signOffer(operator.client, { offer });
  // Of terms that the court refuses, the SDK makes and takes no order: the market does.
  const call = encodeTakeOffer(buyer.client, { ...signed, runLimitSeconds: RUN_SECONDS, ...SPEC });
  const { logs } = await sendCall(buyer.client, call, {});
  const { terms } = findEvent(buyer.client, "escrow", logs, "JobOpened");
  await submitResult(operator.client, { terms, ...RESULT });
  await disputeJob(buyer.client, { terms });
  return terms;
}

/** The same, and hands the case to the court. */
export async function openBefore(
  market: Market,
  court: TestCourt,
): Promise<{ readonly terms: JobTerms; readonly caseId: string; readonly hearing: Hearing }> {
  const terms = await disputeBefore(market, court);
  await openCase(market.buyer.client, { terms });
  const caseId = jobIdOf(terms);
  return { terms, caseId, hearing: await getHearing(market.reader, { court: court.court, caseId }) };
}

/** Lets blocks pass until a block has come. */
export async function mineBeyond(market: Market, block: number): Promise<void> {
  while ((await market.reader.provider.getBlockNumber()) <= block) await market.rpc("evm_mine", []);
}

/** Lets time pass until a deadline is over. */
export async function travelBeyond(market: Market, until: number): Promise<void> {
  const now = (await market.reader.provider.getBlock("latest"))?.timestamp ?? 0;
  await market.travel(Math.max(0, until - now) + 1);
}

/** The juror of a drawn seat. */
export function jurorOf({ jurors }: TestCourt, address: string): Actor {
  const found = jurors.find((juror) => juror.address === address);
  if (found === undefined) throw new RangeError(`${address} is no juror`);
  return found;
}

/** The seats of a panel commit in the order of their places: R and W for and against the provider, a dash stays silent. */
export async function commitAll(
  market: Market,
  court: TestCourt,
  { caseId, panel }: { readonly caseId: string; readonly panel: Hearing["panel"] },
  letters: string,
): Promise<PreparedVote[]> {
  const votes: PreparedVote[] = [];
  for (const { place, seat, juror } of panel) {
    if (letters[place] === "-") continue;
    const { client } = jurorOf(court, juror);
    const providerRight = letters[place] === "R";
    const vote = prepareVote(market.reader, { court: court.court, caseId, seat, providerRight });
    await commitVote(client, { vote });
    votes.push(vote);
  }
  return votes;
}
