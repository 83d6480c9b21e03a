import {
  authorizeService,
  type CourtEventType,
  disputeJob,
  getCourtEvents,
  getCourtRules,
  getHearing,
  HearingHistoryUnavailableError,
  getJob,
  openCase,
  prepareOffer,
  signOffer,
  type SignedOffer,
  takeSeat,
  type WattleClient,
} from "@wattle/sdk";
import { runJob } from "@wattle/sdk/jobs";
import { encodeBytes32String, type JsonRpcProvider } from "ethers";
import { deployCourt } from "../../../scripts/deployment/deployCourt.ts";
import { deliverResult } from "../../../scripts/demo/lazy/deliverResult.ts";
import { INCREMENT, jobOf, NUMBERS } from "./jobRequests.ts";
import { COLLATERAL, type Market, type ProviderOptions, RATE, type TestProvider } from "./market.ts";
import { until } from "./until.ts";

/** What a seat of the tests' courts earns. */
export const SEAT_FEE = 10n ** 16n;
/** What it is charged in. */
export const PENALTY_UNIT = 10n ** 15n;
/** Windows that nothing runs out of by itself: tests let the time pass. */
const WINDOWS = {
  drawSeconds: 300,
  commitSeconds: 400,
  revealSeconds: 300,
  appealSeconds: 60,
  applySeconds: 300,
};

/** A case of a court. */
export interface TestCase {
  readonly caseId: string;
  /** Discloses it; by the client. */
  readonly jobKey: { readonly identity: string };
  /** Manifest and input as they were uploaded. */
  readonly copies: readonly Uint8Array[];
}

/** A court with seats of its own. */
export interface TestCourt {
  readonly court: string;
  /** Whose results are disputed. */
  readonly accused: TestProvider;
  /** Its offer, which names the court. */
  readonly offer: SignedOffer;
  /** Makes a provider that holds seats; its worker judges. */
  addJuror(options?: { seats?: number; config?: ProviderOptions["config"] }): Promise<TestProvider>;
  /** Opens, delivers and disputes a job: with these outputs, or with what the run is said to have ended with. */
  dispute(client: WattleClient, sums: Uint8Array | "run-limit"): Promise<TestCase>;
  /** Lets time pass up to a second. */
  passTo(seconds: number): Promise<void>;
  /** How many events of a kind a case has. */
  count(caseId: string, type: CourtEventType): Promise<number>;
}

/** Deploys a court to a market. */
export async function openCourt(
  market: Market,
  panelSeats: number,
  accused: ProviderOptions = {},
): Promise<TestCourt> {
  const { contracts } = market.chain.deployment;
  const court = await deployCourt(market.chain.rpcUrl, {
    providerStaking: contracts.providerStaking,
    paymentVault: contracts.paymentVault,
    rules: {
      ...{ machineClass: encodeBytes32String("any"), feeToken: market.token, seatFee: SEAT_FEE },
      ...{ penaltyUnit: PENALTY_UNIT, longestRunSeconds: 60, panelSeats, drawBlocks: 1, ...WINDOWS },
    },
  });
  const provider = await market.addProvider(accused);
  const { owner } = provider;
  const rpc = owner.provider as JsonRpcProvider;
  const { panelFee, neededSeconds, seatCollateral } = await getCourtRules(owner, { court });
  const chainTime = async (): Promise<number> => (await rpc.getBlock("latest"))?.timestamp ?? 0;
  const passTo = async (seconds: number): Promise<void> => {
    const now = await chainTime();
    if (seconds > now) await rpc.send("evm_increaseTime", [seconds - now]);
    await rpc.send("hardhat_mine", ["0x1"]);
  };
  const offer = await prepareOffer(owner, {
    ...{ provider: provider.id, token: market.token, ratePerSecond: RATE, collateral: COLLATERAL },
    ...{ declineSeconds: 60, slackSeconds: 3600, reviewSeconds: 3600, slots: 50, maxFills: 50 },
    ...{ adjudicator: court, disputeFee: panelFee, rulingSeconds: neededSeconds + 3600 },
  });
  const signed = await signOffer(owner, { offer });

  return {
    court,
    accused: provider,
    offer: signed,
    addJuror: async ({ seats = 1, config = {} } = {}) => {
      const juror = await market.addProvider({
        config: { juror: { courts: [court], commitReserveSeconds: 20 }, ...config },
      });
      const limit = seatCollateral * BigInt(seats);
      await authorizeService(juror.owner, { provider: juror.id, service: court, limit });
      for (let seat = 0; seat < seats; seat++) await takeSeat(juror.owner, { court, juror: juror.id });
      // Only seats that were held in an earlier second are drawn.
      await passTo((await chainTime()) + 1);
      return juror;
    },
    dispute: async (client, sums) => {
      const { jobId, jobKey, copies } = await runJob(client, {
        ...jobOf(INCREMENT),
        ...signed,
        inputs: { numbers: NUMBERS },
      });
      const job = await getJob(owner, { jobId });
      const run = {
        outcome: { status: sums === "run-limit" ? ("run-limit" as const) : ("completed" as const) },
        outputs: new Map(sums === "run-limit" ? [] : [["sums", sums] as const]),
        ...{ runMs: 5, adapter: "pencil" },
      };
      const manifest = { recipients: [jobKey.recipient], resultStore: provider.endpoint };
      // All that it needs of the manifest.
      await deliverResult(owner, { job, manifest: manifest as never, run });
      await disputeJob(client, { terms: job.terms });
      await openCase(client, { terms: job.terms });
      return { caseId: jobId, jobKey, copies };
    },
    passTo,
    count: async (caseId, type) =>
      (await getCourtEvents(owner, { court, caseId, types: [type], fromBlock: 0 })).length,
  };
}

/** Waits until the panel of a case was drawn. */
export async function untilDrawn(client: WattleClient, court: string, caseId: string): Promise<void> {
  // The log of a block that is new may come a moment after the block.
  const isDrawn = async (): Promise<boolean> => {
    try {
      return (await getHearing(client, { court, caseId })).panel.length > 0;
    } catch (error) {
      if (error instanceof HearingHistoryUnavailableError) return false;
      throw error;
    }
  };
  await until("a panel", isDrawn);
}
