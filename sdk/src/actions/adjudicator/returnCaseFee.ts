import { naming } from "../../chain/naming.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { adjudicatorAt, type CaseName, marketOf } from "./adjudicatorAt.ts";

/** What {@link returnCaseFee} takes. */
export interface ReturnCaseFeeParameters extends CaseName, WriteOptions {}

/** What {@link returnCaseFee} returns. */
export type ReturnCaseFeeReturnType = WriteReceipt;

/** What {@link returnCaseFee} throws. */
export type ReturnCaseFeeErrorType = WriteErrorType;

/** Encodes {@link returnCaseFee}. */
export function encodeReturnCaseFee(client: WattleClient, parameters: CaseName): TransactionCall {
  const { adjudicator, caseId } = parameters;
  const { interface: abi } = adjudicatorAt(client, adjudicator);
  const market = marketOf(client, parameters);
  return { to: adjudicator, data: naming(() => abi.encodeFunctionData("returnFee", [market, caseId])) };
}

/**
 * Gives a client its dispute fee back when an attested adjudicator did not rule in time, also where the client conceded.
 * For anyone, after the ruling deadline; `splitJob` ends the job itself, if nothing has.
 *
 * @throws {@link AttestedAdjudicatorUnexpectedStateError} when the case is not open.
 * @throws {@link AttestedAdjudicatorTooEarlyError} while a ruling may still come.
 * @throws Any other {@link ReturnCaseFeeErrorType}.
 *
 * @example
 * ```ts
 * import { returnCaseFee } from "@wattle/sdk";
 *
 * await returnCaseFee(client, { adjudicator: job.terms.adjudicator, caseId: jobId });
 * ```
 */
export async function returnCaseFee(
  client: WattleClient,
  parameters: ReturnCaseFeeParameters,
): Promise<ReturnCaseFeeReturnType> {
  return (await sendCall(client, encodeReturnCaseFee(client, parameters), parameters)).receipt;
}
