import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { SignErrorType } from "../../errors/errorTypes.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { Attestation } from "../../types/case.ts";
import { type CaseName, marketOf } from "./adjudicatorAt.ts";

const RULING_TYPES = {
  Ruling: [
    { name: "market", type: "address" },
    { name: "caseId", type: "bytes32" },
    { name: "providerRight", type: "bool" },
  ],
};

/** What {@link signRuling} takes. */
export interface SignRulingParameters extends CaseName {
  /** True if the result is what the specification asks for. */
  readonly providerRight: boolean;
}

/** What {@link signRuling} returns. */
export type SignRulingReturnType = Attestation;

/** What {@link signRuling} throws. */
export type SignRulingErrorType = SignErrorType | RpcErrorType;

/**
 * Signs a ruling (EIP-712), as one of an attested adjudicator's named signers. It counts once enough of them agree and
 * somebody passes their words on with `ruleCase`.
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
 * @throws Any other {@link SignRulingErrorType}.
 *
 * @example
 * ```ts
 * import { signRuling } from "@wattle/sdk";
 *
 * const attestation = await signRuling(client, { adjudicator, caseId: jobId, providerRight: false });
 * ```
 */
export async function signRuling(
  client: WattleClient,
  parameters: SignRulingParameters,
): Promise<SignRulingReturnType> {
  const { adjudicator: verifyingContract, caseId, providerRight } = parameters;
  const signer = requireSigner(client);
  const { chainId } = client;
  const domain = { name: "Wattle AttestedAdjudicator", version: "1", chainId, verifyingContract };
  const ruling = { market: marketOf(client, parameters), caseId, providerRight };
  const [account, signature] = [
    await reading(signer.getAddress()),
    await reading(signer.signTypedData(domain, RULING_TYPES, ruling)),
  ];
  return { signer: account, signature };
}
