import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { SignErrorType } from "../../errors/errorTypes.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import { jobIdOf } from "../../types/encodeTerms.ts";
import type { JobTerms } from "../../types/jobTerms.ts";
import type { SignedCancel } from "../../types/signedCancel.ts";
import { marketDomain } from "../orders/orderTypedData.ts";

const CANCEL_TYPES = {
  Cancel: [
    { name: "jobId", type: "bytes32" },
    { name: "expiresAt", type: "uint40" },
  ],
};

/** How long a client's word is good, unless it says otherwise, in seconds. */
const CANCEL_SECONDS = 300;

/** What {@link signCancel} takes. */
export interface SignCancelParameters {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
  /** Unix time in seconds of the chain, the last in which it can be used. Default: five minutes from now. */
  readonly expiresAt?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link signCancel} returns. */
export type SignCancelReturnType = SignedCancel;

/** What {@link signCancel} throws. */
export type SignCancelErrorType = SignErrorType | RpcErrorType;

/**
 * Signs a client's consent to cancel a job (EIP-712), for the provider to use with `cancelJob`. Until it expires, the
 * provider may use it or not: so it is short. For the job's client, or the key of a contract that is one (ERC-1271).
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
 * @throws Any other {@link SignCancelErrorType}.
 *
 * @example
 * ```ts
 * import { signCancel } from "@wattle/sdk";
 *
 * const { expiresAt, signature } = await signCancel(client, { terms: job.terms });
 * ```
 */
export async function signCancel(
  client: WattleClient,
  { terms, expiresAt, signal }: SignCancelParameters,
): Promise<SignCancelReturnType> {
  const signer = requireSigner(client);
  const until = expiresAt ?? (await readNow(client, signal)) + CANCEL_SECONDS;
  const value = { jobId: jobIdOf(terms), expiresAt: until };
  const domain = marketDomain(client, "escrow");
  const signature = await reading(signer.signTypedData(domain, CANCEL_TYPES, value), signal);
  return { expiresAt: until, signature };
}

async function readNow(client: WattleClient, signal: AbortSignal | undefined): Promise<number> {
  const block = await reading(client.provider.getBlock("latest"), signal);
  return block?.timestamp ?? Math.floor(Date.now() / 1000);
}
