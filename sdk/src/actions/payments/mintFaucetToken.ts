import { naming } from "../../chain/naming.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { FaucetToken__factory } from "../../contracts/factories/FaucetToken__factory.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link encodeMintFaucetToken} takes. */
export interface EncodeMintFaucetTokenParameters {
  /** A `FaucetToken`. */
  readonly token: string;
  readonly to: string;
  /** Base units of the token, at most a million whole ones. */
  readonly amount: bigint;
}

/** What {@link mintFaucetToken} takes. */
export interface MintFaucetTokenParameters extends Omit<EncodeMintFaucetTokenParameters, "to">, WriteOptions {
  /** Default: the signer. */
  readonly to?: string;
}

/** What {@link mintFaucetToken} returns. */
export type MintFaucetTokenReturnType = WriteReceipt;

/** What {@link mintFaucetToken} throws. */
export type MintFaucetTokenErrorType = WriteErrorType;

/** Encodes {@link mintFaucetToken}. */
export function encodeMintFaucetToken({
  token,
  to,
  amount,
}: EncodeMintFaucetTokenParameters): TransactionCall {
  const faucet = FaucetToken__factory.createInterface();
  return { to: token, data: naming(() => faucet.encodeFunctionData("mint", [to, amount])) };
}

/**
 * Takes tokens from a faucet, on a local or test network.
 *
 * @throws {@link FaucetTokenTooMuchError} when it is asked for too much at once.
 * @throws Any other {@link MintFaucetTokenErrorType}.
 *
 * @example
 * ```ts
 * import { mintFaucetToken } from "@wattle/sdk";
 *
 * await mintFaucetToken(client, { token: client.deployment.tokens.stake, amount: 1_000n * 10n ** 18n });
 * ```
 */
export async function mintFaucetToken(
  client: WattleClient,
  parameters: MintFaucetTokenParameters,
): Promise<MintFaucetTokenReturnType> {
  const { token, amount } = parameters;
  const to = parameters.to ?? (await reading(requireSigner(client).getAddress(), parameters.signal));
  return (await sendCall(client, encodeMintFaucetToken({ token, to, amount }), parameters)).receipt;
}
