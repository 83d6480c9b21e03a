import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WriteOptions } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { FaucetToken__factory } from "../../contracts/factories/FaucetToken__factory.ts";
import { approveToken } from "./approveToken.ts";
import { type Permit, signPermit } from "./signPermit.ts";

/** How a deposit gets hold of the signer's tokens. */
export type AllowanceMethod = "auto" | "approve";

/** What {@link allowToken} takes. */
export interface AllowTokenParameters extends Pick<WriteOptions, "confirmations" | "signal"> {
  readonly token: string;
  readonly spender: string;
  /** Base units of the token. */
  readonly amount: bigint;
  readonly method: AllowanceMethod;
}

/**
 * Lets a contract pull the signer's tokens in the simplest way there is: nothing to do where the allowance is there
 * already, else a permit, else an approval for exactly this amount.
 *
 * @returns The permit to pass on; null if the allowance is set.
 */
export async function allowToken(
  client: WattleClient,
  parameters: AllowTokenParameters,
): Promise<Permit | null> {
  const { token, spender, amount, method, signal } = parameters;
  const owner = await reading(requireSigner(client).getAddress(), signal);
  const erc20 = FaucetToken__factory.connect(token, client.provider);
  if ((await reading(erc20.allowance(owner, spender), signal)) >= amount) return null;
  if (method === "auto") {
    const permit = await signPermit(client, parameters);
    if (permit !== null) return permit;
  }
  await approveToken(client, parameters);
  return null;
}
