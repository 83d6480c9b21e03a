import type { JsonRpcApiProvider, Log, Signer, TransactionReceipt } from "ethers";
import type { WattleClient } from "../client/wattleClient.ts";
import { MissingSignerError, WrongChainError } from "../errors/clientErrors.ts";
import { decodeContractError } from "../errors/decodeContractError.ts";
import { TransactionRevertedError } from "../errors/transactionErrors.ts";
import { gasLimitOf } from "./gasLimitOf.ts";
import { reading } from "./reading.ts";
import type { TransactionCall } from "./transactionCall.ts";
import { waitForReceipt } from "./waitForReceipt.ts";
import type { WriteOptions, WriteReceipt } from "./writeOptions.ts";

/** A receipt with the logs that actions read their results from. */
export interface SentCall {
  readonly receipt: WriteReceipt;
  readonly logs: readonly Log[];
}

/**
 * Sends a call and waits for it. It is estimated first, so that a call that would revert is named and never sent.
 *
 * @throws Any {@link WriteErrorType}.
 */
export async function sendCall(
  client: WattleClient,
  call: TransactionCall,
  options: WriteOptions,
): Promise<SentCall> {
  const { signal } = options;
  const signer = requireSigner(client);
  signal?.throwIfAborted();
  const [from] = await reading(Promise.all([signer.getAddress(), requireChain(client, signer)]), signal);
  const estimate = await reading(client.provider.estimateGas({ ...call, from }), signal);
  const gasLimit = gasLimitOf(estimate);
  signal?.throwIfAborted();
  const sent = await signer.sendTransaction({ ...call, gasLimit }).catch((error: unknown) => {
    throw decodeContractError(error);
  });
  options.onHash?.(sent.hash);
  const receipt = await waitForReceipt(client, sent, options);
  if (receipt.status === 0) throw await explainRevert(client, call, from, receipt);
  return {
    receipt: {
      hash: receipt.hash,
      blockNumber: receipt.blockNumber,
      gasUsed: receipt.gasUsed,
      gasPrice: receipt.gasPrice,
    },
    logs: receipt.logs,
  };
}

/**
 * The client's signer.
 *
 * @throws {@link MissingSignerError} when it has none.
 */
export function requireSigner(client: WattleClient): Signer {
  if (client.signer === null) throw new MissingSignerError();
  return client.signer;
}

/**
 * Makes sure that the signer is on the deployment's chain: a wallet may have been switched to another one, which ethers'
 * own idea of the network does not follow.
 *
 * @throws {@link WrongChainError} when it is not.
 */
async function requireChain(client: WattleClient, signer: Signer): Promise<void> {
  const provider = signer.provider ?? client.provider;
  const chainId: unknown =
    "send" in provider && typeof provider.send === "function"
      ? await (provider as JsonRpcApiProvider).send("eth_chainId", [])
      : (await provider.getNetwork()).chainId;
  const actual = Number(chainId);
  if (actual !== client.chainId) throw new WrongChainError(client.chainId, actual);
}

/** Asks again why: on top of the block that it failed in, where whatever came first has happened too. */
async function explainRevert(
  client: WattleClient,
  call: TransactionCall,
  from: string,
  receipt: TransactionReceipt,
): Promise<TransactionRevertedError> {
  const cause = await client.provider.call({ ...call, from, blockTag: receipt.blockNumber }).then(
    () => undefined,
    (error: unknown) => decodeContractError(error),
  );
  return new TransactionRevertedError(receipt.hash, receipt.blockNumber, cause);
}
