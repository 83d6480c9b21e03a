import { prepareRequest, publishRequest, type Request, type WattleClient } from "@wattle/sdk";
import { createRequestJob, type CreateRequestJobParameters, type PublishedRequest } from "@wattle/sdk/jobs";
import { getAddress, hexlify, randomBytes } from "ethers";
import { INCREMENT, jobOf, NUMBERS } from "./jobRequests.ts";
import { COLLATERAL, type Market, RATE, type TestProvider } from "./market.ts";

/** What is special about a request, and about its job. */
export interface Peculiarity {
  readonly request?: Partial<Omit<Request, "gpuModel" | "region">>;
  readonly job?: Partial<CreateRequestJobParameters>;
  /** Changes after it was prepared, to what the SDK would not prepare. */
  readonly amended?: Partial<Request>;
  /** Publish this text instead of the job's store. */
  readonly store?: string;
}

/** Who answers the disputes of one story: so its requests are for its workers only. */
export const freshAdjudicator = (): string => getAddress(hexlify(randomBytes(20)));

/** A provider whose worker takes the requests that name an adjudicator. */
export async function addTaker(
  market: Market,
  adjudicator: string,
  requests: Readonly<Record<string, unknown>> = {},
  config: Readonly<Record<string, unknown>> = {},
): Promise<TestProvider> {
  return market.addProvider({
    bound: { minRatePerSecond: 1n, adjudicator },
    config: {
      requests: {
        minRatePerSecond: { [market.token]: String(RATE) },
        maxCollateral: String(COLLATERAL),
        adjudicators: [adjudicator],
        minDeclineSeconds: 1,
        ...requests,
      },
      ...config,
    },
  });
}

/** Publishes a request whose job adds one to four numbers. */
export async function postRequest(
  market: Market,
  client: WattleClient,
  adjudicator: string,
  isPublic: boolean,
  { request, amended, job, store }: Peculiarity = {},
): Promise<PublishedRequest> {
  const { program, comparison, requirements, runLimitSeconds } = jobOf(INCREMENT);
  const created = await createRequestJob(client, {
    store: market.relay.url,
    isPublic,
    program,
    inputs: { numbers: NUMBERS },
    comparison,
    requirements,
    ...job,
  });
  const prepared = await prepareRequest(client, {
    token: market.token,
    adjudicator,
    maxRatePerSecond: RATE,
    collateral: COLLATERAL,
    runLimitSeconds,
    slackSeconds: 120,
    reviewSeconds: 600,
    specDigest: created.specDigest,
    specRoot: created.specRoot,
    ...request,
  });
  const text = store ?? created.store;
  const wanted = { ...prepared, ...amended };
  const published = await publishRequest(client, { request: wanted, store: text });
  const { orderHash, blockNumber, warnings } = published;
  return { ...created, request: wanted, orderHash, blockNumber, warnings };
}
