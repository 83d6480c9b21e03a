import { zeroPadValue } from "ethers";
import { decodeEvent } from "../../chain/findEvent.ts";
import { getLogsInRanges } from "../../chain/getLogsInRanges.ts";
import { naming } from "../../chain/naming.ts";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { InvalidArgumentError } from "../../errors/inputErrors.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { OperatorBound } from "./setOperatorBound.ts";

/** What {@link getOperators} takes. */
export interface GetOperatorsParameters {
  /** The provider's id. */
  readonly provider: string;
  /** First block to look in. Default: the deployment's first. */
  readonly fromBlock?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getOperators} returns. */
export interface GetOperatorsReturnType {
  /** The hot keys that are allowed now. */
  readonly operators: readonly string[];
  /** What they may promise; pairs of token and adjudicator that the owner forbade are left out. */
  readonly bounds: readonly Required<OperatorBound>[];
}

/** What {@link getOperators} throws. */
export type GetOperatorsErrorType = RpcErrorType | InvalidArgumentError;

/**
 * Lists a provider's operators and what they may promise, from the registry's events. Both outlast a change of owner:
 * look here before `acceptOwnership`.
 *
 * @throws Any {@link GetOperatorsErrorType}.
 *
 * @example
 * ```ts
 * import { getOperators } from "@wattle/sdk";
 *
 * const { operators, bounds } = await getOperators(client, { provider });
 * ```
 */
export async function getOperators(
  client: WattleClient,
  { provider, fromBlock = client.deployment.startBlock, signal }: GetOperatorsParameters,
): Promise<GetOperatorsReturnType> {
  const { interface: registry } = client.contracts.registry;
  const filter = {
    address: client.deployment.contracts.providerRegistry,
    topics: [
      [registry.getEvent("OperatorSet").topicHash, registry.getEvent("OperatorBoundSet").topicHash],
      naming(() => zeroPadValue(provider, 32)),
    ],
  };
  const toBlock = await reading(client.provider.getBlockNumber(), signal);
  const operators = new Set<string>();
  const bounds = new Map<string, Required<OperatorBound>>();
  for await (const { logs } of getLogsInRanges(client.provider, filter, { fromBlock, toBlock, signal })) {
    for (const log of logs) {
      const event = decodeEvent(client, "registry", log);
      if (event?.name === "OperatorSet") {
        if (event.args.allowed) operators.add(event.args.operator);
        else operators.delete(event.args.operator);
      } else if (event?.name === "OperatorBoundSet") {
        const { token, adjudicator, minRatePerSecond } = event.args;
        bounds.set(`${token} ${adjudicator}`, { token, adjudicator, minRatePerSecond });
      }
    }
  }
  const allowed = [...bounds.values()].filter(({ minRatePerSecond }) => minRatePerSecond !== 0n);
  return { operators: [...operators], bounds: allowed };
}
