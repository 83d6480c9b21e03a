import { keccak256, type Provider } from "ethers";
import { hasCreateX } from "../createX.ts";
import { CreateXMissingError } from "../errors.ts";
import { findCreation } from "../findCreation.ts";
import type { NetworkDescription } from "../networks.ts";
import type { PlannedSuite } from "../planSuite.ts";
import type { DeploymentRecord } from "../record.ts";
import type { RehearsedContract } from "../rehearse.ts";
import { compareCode } from "./compareCode.ts";
import { compare, type Finding } from "./finding.ts";

/** What {@link checkChain} takes. */
export interface CheckChainParameters {
  readonly network: NetworkDescription;
  readonly record: DeploymentRecord;
  readonly suite: PlannedSuite;
  /** What each contract's code must be, by name. */
  readonly rehearsed: ReadonlyMap<string, RehearsedContract>;
  readonly signal?: AbortSignal;
}

/** Compares the chain with the record and with the code that the sources make. */
export async function checkChain(
  provider: Provider,
  { network, record, suite, rehearsed, signal }: CheckChainParameters,
): Promise<readonly Finding[]> {
  const factory = await hasCreateX(provider).catch((error: unknown) => {
    if (error instanceof CreateXMissingError) return false;
    throw error;
  });
  const findings = [compare("chain", "the CreateX factory is there", factory, true)];
  const blocks: number[] = [];
  for (const { name } of suite.contracts) {
    signal?.throwIfAborted();
    const entry = record.contracts[name];
    if (entry === undefined) continue;
    const code = await provider.getCode(entry.address);
    const difference = await compareCode(name, code, rehearsed.get(name)?.code ?? "0x");
    const check = "code is what the sources and the parameters make";
    findings.push({ subject: name, check, ok: difference === null, detail: difference ?? keccak256(code) });
    findings.push(compare(name, "recorded code hash", entry.bytecodeHash, keccak256(code)));
    blocks.push(entry.block);
    // A chain on one machine starts again and again; its record tells of another life.
    if (network.isLocal) continue;
    const creation = await findCreation(provider, entry.address, signal);
    findings.push(compare(name, "recorded block", entry.block, creation?.block ?? "none"));
    findings.push(compare(name, "recorded transaction", entry.transaction, creation?.transaction ?? "none"));
  }
  const startBlock = network.isLocal ? 0 : Math.min(...blocks);
  findings.push(compare("record", "start block", record.startBlock, startBlock));
  return findings;
}
