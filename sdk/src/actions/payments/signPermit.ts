import { Signature, TypedDataEncoder } from "ethers";
import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { FaucetToken__factory } from "../../contracts/factories/FaucetToken__factory.ts";
import { decodeContractError } from "../../errors/decodeContractError.ts";
import type { ReadErrorType, SignErrorType } from "../../errors/errorTypes.ts";
import { UserRejectedError } from "../../errors/transactionErrors.ts";

const PERMIT_TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** How long a permit can be used, in seconds. */
const PERMIT_SECONDS = 3600;

/** A signed ERC-2612 permit. */
export interface Permit {
  /** Unix time in seconds. */
  readonly deadlineAt: bigint;
  readonly v: number;
  readonly r: string;
  readonly s: string;
}

/** A permit as the last values of a call that takes one. */
export function permitValues({ deadlineAt, v, r, s }: Permit): readonly [bigint, number, string, string] {
  return [deadlineAt, v, r, s];
}

/** What {@link signPermit} takes. */
export interface SignPermitParameters {
  readonly token: string;
  /** Who may pull the tokens: the vault, or the staking contract. */
  readonly spender: string;
  /** Base units of the token. */
  readonly amount: bigint;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link signPermit} returns: null where the token has no permits or the signer cannot sign them. */
export type SignPermitReturnType = Permit | null;

/** What {@link signPermit} throws. */
export type SignPermitErrorType = SignErrorType | ReadErrorType;

/**
 * Signs an ERC-2612 permit, so that a deposit needs no approval before it. The deposits of this SDK do so themselves;
 * this is for those who encode their calls.
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
 * @throws Any other {@link SignPermitErrorType}.
 *
 * @example
 * ```ts
 * import { encodeDepositPayment, signPermit } from "@wattle/sdk";
 *
 * const spender = client.deployment.contracts.paymentVault;
 * const permit = await signPermit(client, { token, spender, amount });
 * const call = encodeDepositPayment(client, { token, amount, to: account, permit });
 * ```
 */
export async function signPermit(
  client: WattleClient,
  { token, spender, amount, signal }: SignPermitParameters,
): Promise<SignPermitReturnType> {
  const signer = requireSigner(client);
  const owner = await reading(signer.getAddress(), signal);
  if (!(await reading(canSignPermits(client, owner), signal))) return null;
  const found = await reading(permitDomain(client, token, owner), signal);
  if (found === null) return null;
  const block = await reading(client.provider.getBlock("latest"), signal);
  const deadlineAt = BigInt((block?.timestamp ?? Math.floor(Date.now() / 1000)) + PERMIT_SECONDS);
  const value = { owner, spender, value: amount, nonce: found.nonce, deadline: deadlineAt };
  try {
    const { v, r, s } = Signature.from(await signer.signTypedData(found.domain, PERMIT_TYPES, value));
    return { deadlineAt, v, r, s };
  } catch (error) {
    const known = decodeContractError(error);
    if (known instanceof UserRejectedError) throw known;
    // A wallet that cannot sign typed data can still approve.
    return null;
  }
}

/** A contract account's signatures are no ECDSA ones; an account that delegates its code (EIP-7702) has its key. */
async function canSignPermits(client: WattleClient, owner: string): Promise<boolean> {
  const code = await client.provider.getCode(owner);
  return code === "0x" || code.startsWith("0xef0100");
}

/** Null unless the token tells a nonce and a domain that can be rebuilt: what it hides cannot be signed. */
async function permitDomain(client: WattleClient, token: string, owner: string) {
  const contract = FaucetToken__factory.connect(token, client.provider);
  try {
    const [name, nonce, separator] = await Promise.all([
      contract.name(),
      contract.nonces(owner),
      contract.DOMAIN_SEPARATOR(),
    ]);
    const domains = ["1", "2"].map((version) => ({
      name,
      version,
      chainId: client.chainId,
      verifyingContract: token,
    }));
    const domain = domains.find((candidate) => TypedDataEncoder.hashDomain(candidate) === separator);
    return domain === undefined ? null : { domain, nonce };
  } catch (error) {
    const known = decodeContractError(error);
    // A token without permits reverts or answers with nothing; only a silent endpoint is a failure.
    if (known.retryable) throw known;
    return null;
  }
}
