import { Interface, zeroPadBytes } from "ethers";
import { naming } from "../../chain/naming.ts";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { CallRevertedError } from "../../errors/contract/callRevertedError.ts";
import { ContractError } from "../../errors/contract/contractError.ts";

const erc1271 = new Interface(["function isValidSignature(bytes32 digest, bytes signature)"]);

/** What {@link consents} takes. */
export interface ConsentsParameters {
  /** Who is asked; an account without code never says yes. */
  readonly account: string;
  /** The EIP-712 digest. */
  readonly digest: string;
  readonly signature: string;
  readonly signal?: AbortSignal | undefined;
}

/** Whether a contract says yes to a signature, by ERC-1271. */
export async function consents(
  client: WattleClient,
  { account, digest, signature, signal }: ConsentsParameters,
): Promise<boolean> {
  const data = naming(() => erc1271.encodeFunctionData("isValidSignature", [digest, signature]));
  try {
    const answer = await reading(client.provider.call({ to: account, data }), signal);
    // Yes is the function's own selector, padded to a word.
    return answer.slice(0, 66) === zeroPadBytes(data.slice(0, 10), 32);
  } catch (error) {
    if (error instanceof CallRevertedError || error instanceof ContractError) return false;
    throw error;
  }
}
