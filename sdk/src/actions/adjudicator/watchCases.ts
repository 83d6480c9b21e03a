import { type Log, zeroPadValue } from "ethers";
import { plainArgs } from "../../abi/plain.ts";
import { getLogsInRanges, type LogRange } from "../../chain/getLogsInRanges.ts";
import { naming } from "../../chain/naming.ts";
import { type WatchOptions, watchRanges } from "../../chain/watchRanges.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { InvalidArgumentError } from "../../errors/inputErrors.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { OpenedCase } from "../../types/case.ts";
import type { EventPosition } from "../../types/escrowEvent.ts";
import { adjudicatorAt } from "./adjudicatorAt.ts";

/** What {@link watchCases} takes. */
export interface WatchCasesParameters extends WatchOptions {
  /** The adjudicator's address. */
  readonly adjudicator: string;
  /** One market's cases only; anybody can be a market. Default: the market of batch jobs. */
  readonly market?: string;
}

/** A case that an adjudicator was handed. */
export interface CaseOpenedEvent extends OpenedCase, EventPosition {
  readonly market: string;
}

/** What {@link watchCases} yields. */
export interface CaseBatch {
  readonly fromBlock: number;
  /** Last block, included: the next watch starts after it. */
  readonly toBlock: number;
  /** Oldest first; may be empty. */
  readonly cases: readonly CaseOpenedEvent[];
}

/** What {@link watchCases} throws. */
export type WatchCasesErrorType = RpcErrorType | InvalidArgumentError;

/**
 * Follows the cases that an attested adjudicator is handed, for those who sign its rulings: a case's id is the id of its
 * job. An endpoint that fails for a moment does not end it; after any other failure, start again from the last batch's
 * `toBlock + 1`.
 *
 * @throws Any {@link WatchCasesErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { getJob, watchCases } from "@wattle/sdk";
 *
 * for await (const { cases } of watchCases(client, { adjudicator, fromBlock, signal })) {
 *   for (const { caseId } of cases) console.log((await getJob(client, { jobId: caseId })).terms);
 * }
 * ```
 */
export async function* watchCases(
  client: WattleClient,
  parameters: WatchCasesParameters,
): AsyncGenerator<CaseBatch, never> {
  const ranges = watchRanges(client, parameters, (range) => readCases(client, parameters, range));
  for (;;) {
    const { fromBlock, toBlock, found } = (await ranges.next()).value;
    yield { fromBlock, toBlock, cases: found };
  }
}

async function readCases(
  client: WattleClient,
  { adjudicator, market = client.deployment.contracts.jobEscrow }: WatchCasesParameters,
  range: LogRange,
): Promise<CaseOpenedEvent[]> {
  const { interface: abi } = adjudicatorAt(client, adjudicator);
  const opened = abi.getEvent("CaseOpened");
  const topics = [opened.topicHash, naming(() => zeroPadValue(market, 32))];
  const decode = (log: Log): CaseOpenedEvent => {
    const args = plainArgs(opened.inputs, abi.decodeEventLog(opened, log.data, log.topics));
    return {
      // The ABI that decoded it is the one that the type is made of.
      ...(args["openedCase"] as OpenedCase),
      market: args["market"] as string,
      blockNumber: log.blockNumber,
      blockHash: log.blockHash,
      transactionHash: log.transactionHash,
      logIndex: log.index,
    };
  };
  const found: CaseOpenedEvent[] = [];
  const filter = { address: adjudicator, topics };
  for await (const { logs } of getLogsInRanges(client.provider, filter, range))
    found.push(...logs.map(decode));
  return found;
}
