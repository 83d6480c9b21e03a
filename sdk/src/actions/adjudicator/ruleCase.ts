import { naming } from "../../chain/naming.ts";
import { reading } from "../../chain/reading.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Attestation } from "../../types/case.ts";
import { adjudicatorAt, type CaseName, marketOf } from "./adjudicatorAt.ts";

/** What {@link encodeRuleCase} takes. */
export interface EncodeRuleCaseParameters extends CaseName {
  /** The answer that was signed: true if the result is what the specification asks for. */
  readonly providerRight: boolean;
  /** Of different signers, in any order. */
  readonly attestations: readonly Attestation[];
}

/** What {@link ruleCase} takes. */
export interface RuleCaseParameters extends EncodeRuleCaseParameters, WriteOptions {}

/** What {@link ruleCase} returns. */
export type RuleCaseReturnType = WriteReceipt;

/** What {@link ruleCase} throws. */
export type RuleCaseErrorType = WriteErrorType;

/** Encodes {@link ruleCase}, with exactly these attestations: the contract wants as many as its threshold says. */
export function encodeRuleCase(client: WattleClient, parameters: EncodeRuleCaseParameters): TransactionCall {
  const { adjudicator, caseId, providerRight, attestations } = parameters;
  const { interface: abi } = adjudicatorAt(client, adjudicator);
  const values = [marketOf(client, parameters), caseId, providerRight, ascending(attestations)] as const;
  return { to: adjudicator, data: naming(() => abi.encodeFunctionData("rule", [...values])) };
}

/**
 * Hands an attested adjudicator the ruling that its signers agreed on; they get the fee. For anyone. The attestations
 * are put in the order that the contract asks for, and what goes beyond its threshold is left out. `applyRuling` then
 * ends the job.
 *
 * @throws {@link AttestedAdjudicatorAttestationsMismatchError} when there are too few.
 * @throws {@link AttestedAdjudicatorUnexpectedStateError} when the case is not open.
 * @throws {@link AttestedAdjudicatorTooLateError} after the ruling deadline.
 * @throws Any other {@link RuleCaseErrorType}.
 *
 * @example
 * ```ts
 * import { applyRuling, ruleCase } from "@wattle/sdk";
 *
 * await ruleCase(client, { adjudicator, caseId: jobId, providerRight: false, attestations: [one, other] });
 * await applyRuling(client, { terms: job.terms });
 * ```
 */
export async function ruleCase(
  client: WattleClient,
  parameters: RuleCaseParameters,
): Promise<RuleCaseReturnType> {
  const { adjudicator, signal } = parameters;
  const threshold = Number(await reading(adjudicatorAt(client, adjudicator).threshold(), signal));
  const attestations = ascending(parameters.attestations).slice(0, threshold);
  const call = encodeRuleCase(client, { ...parameters, attestations });
  return (await sendCall(client, call, parameters)).receipt;
}

/** By the signers' addresses, each once. */
function ascending(attestations: readonly Attestation[]): Attestation[] {
  const bySigner = new Map(attestations.map((given) => [given.signer.toLowerCase(), given]));
  return [...bySigner].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, given]) => given);
}
