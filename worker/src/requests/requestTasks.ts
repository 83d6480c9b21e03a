import { assessRequest, type Request, type RequestRejectionCode, type WattleClient } from "@wattle/sdk";
import { sameAddress } from "../chain/sameAddress.ts";
import { checkCourt } from "../jobs/checkCourt.ts";
import { type FetchContext, fetchManifest } from "../jobs/fetchJob.ts";
import { JobRefusedError, JobUnavailableError } from "../jobs/refusal.ts";
import { checkRate, checkRequest, readStore, type RequestRules } from "./checkRequest.ts";
import type { RequestRecord } from "./requestRecord.ts";
import type { Assessment, RequestWork } from "./requestWork.ts";

/** What requests are held against. */
export interface RequestTasksParameters {
  readonly client: WattleClient;
  readonly rules: RequestRules;
  /** Address of the operator's key. */
  readonly operator: string;
  readonly fetch: Omit<FetchContext, "store" | "identity">;
}

/** Rejections that may pass: by the client's or the owner's doing, or with jobs that end. */
const PASSING: readonly RequestRejectionCode[] = ["rate", "bound", "allowance", "claim", "authorization"];

/** Rejections that end a request for everybody. */
const ENDING: readonly RequestRejectionCode[] = ["canceled", "expired", "epoch"];

/** What is asked about requests before they are taken: of the chain, and of their stores. */
export class RequestTasks implements RequestWork {
  readonly #parameters: RequestTasksParameters;

  constructor(parameters: RequestTasksParameters) {
    this.#parameters = parameters;
  }

  async check({ request, store: text }: RequestRecord, signal: AbortSignal): Promise<bigint> {
    const { client, rules, fetch } = this.#parameters;
    const least = checkRequest(request, rules);
    await checkCourt(client, request, signal);
    const { store, inputIdentity } = await readStore(text);
    if (!(await fetch.allowLocation(new URL(store)))) {
      throw new JobRefusedError("This provider does not fetch from the request's store.");
    }
    if (inputIdentity === null && !rules.requests.takePrivate) {
      throw new JobRefusedError("Its manifest can be read only after the take.");
    }
    const bound = await this.#bound(request);
    const leastRate = bound > least ? bound : least;
    checkRate(request.maxRatePerSecond, leastRate);
    if (inputIdentity !== null) {
      const spec = { specRoot: request.specRoot, specDigest: request.specDigest };
      await fetchManifest(spec, null, { ...fetch, store, identity: inputIdentity }, signal);
    }
    return leastRate;
  }

  async assess({ request }: RequestRecord, signal: AbortSignal): Promise<Assessment> {
    const { client, rules, operator } = this.#parameters;
    const { provider, requests } = rules;
    const { machineId } = requests;
    const taking = { request, signature: "0x", provider, machineId, operator, signal };
    const { state, rejection } = await assessRequest(client, taking);
    if (rejection === null) return { can: "take", fill: state.filled + 1 };
    const { code, message: reason } = rejection;
    if (PASSING.includes(code)) return { can: "wait", reason };
    if (code === "taken") return { can: "never", step: "lost", reason };
    return { can: "never", step: ENDING.includes(code) ? "gone" : "refused", reason };
  }

  /** The least rate that the provider's owner lets the operator promise. */
  async #bound({ token, adjudicator }: Request): Promise<bigint> {
    const { client, rules, operator } = this.#parameters;
    const { registry } = client.contracts;
    const [owner, bound] = await Promise.all([
      registry.ownerOf(rules.provider),
      registry.operatorBoundOf(rules.provider, token, adjudicator),
    ]);
    if (sameAddress(owner, operator)) return 0n;
    if (bound > 0n) return bound;
    throw new JobUnavailableError(
      `The provider's owner has set no bound for token ${token} and adjudicator ${adjudicator}.`,
      undefined,
    );
  }
}
