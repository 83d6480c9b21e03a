import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType, SignErrorType } from "../../errors/errorTypes.ts";
import type { SignedAllowance } from "../../types/signedAllowance.ts";

const ALLOWANCE_TYPES = {
  SetAllowance: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "id", type: "uint256" },
    { name: "amount", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadlineAt", type: "uint256" },
  ],
};

/** How long an allowance can be set, unless its owner says otherwise, in seconds. */
const ALLOWANCE_SECONDS = 3600;

/** What {@link signAllowance} takes. */
export interface SignAllowanceParameters {
  /** The payment token. */
  readonly token: string;
  /** Base units of the token, in place of the allowance so far. */
  readonly amount: bigint;
  /** Whose claim. Default: the signer's; else a contract that the signer's key speaks for (ERC-1271). */
  readonly owner?: string;
  /** Default: the market of batch jobs. */
  readonly market?: string;
  /** Unix time in seconds of the chain until which it can be set. Default: an hour from now. */
  readonly deadlineAt?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link signAllowance} returns. */
export type SignAllowanceReturnType = SignedAllowance;

/** What {@link signAllowance} throws. */
export type SignAllowanceErrorType = SignErrorType | ReadErrorType;

/**
 * Signs what `approveMarket` would send (EIP-712), so that a client without gas can use a market: anybody may set it
 * with `approveBySignature`, once.
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
 * @throws Any other {@link SignAllowanceErrorType}.
 *
 * @example
 * ```ts
 * import { approveBySignature, signAllowance } from "@wattle/sdk";
 *
 * const allowance = await signAllowance(buyer, { token, amount: 100n * 10n ** 18n });
 * await approveBySignature(helper, { allowance });
 * ```
 */
export async function signAllowance(
  client: WattleClient,
  parameters: SignAllowanceParameters,
): Promise<SignAllowanceReturnType> {
  const { token, amount, market = client.deployment.contracts.jobEscrow, signal } = parameters;
  const signer = requireSigner(client);
  const owner = parameters.owner ?? (await reading(signer.getAddress(), signal));
  const [nonce, block] = await reading(
    Promise.all([client.contracts.vault.nonces(owner), client.provider.getBlock("latest")]),
    signal,
  );
  const nowAt = block?.timestamp ?? Math.floor(Date.now() / 1000);
  const deadlineAt = parameters.deadlineAt ?? nowAt + ALLOWANCE_SECONDS;
  const domain = {
    name: "Wattle PaymentVault",
    version: "1",
    chainId: client.chainId,
    verifyingContract: client.deployment.contracts.paymentVault,
  };
  const value = { owner, spender: market, id: BigInt(token), amount, nonce, deadlineAt };
  const signature = await reading(signer.signTypedData(domain, ALLOWANCE_TYPES, value), signal);
  return { owner, market, token, amount, deadlineAt, signature };
}
