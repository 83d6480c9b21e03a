import { keccak256 } from "ethers";
import { readCompiler } from "../../artifacts.ts";
import type { PlannedSuite } from "../planSuite.ts";
import type { DeployedContract, DeploymentRecord } from "../record.ts";
import { compare, type Finding } from "./finding.ts";

/** Compares a record with what the sources and the network's parameters say. It asks no chain. */
export async function checkRecordAgainstPlan(
  record: DeploymentRecord,
  suite: PlannedSuite,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const planned = new Map<string, string>(suite.contracts.map(({ name, address }) => [address, name]));
  const recorded = Object.keys(record.contracts).sort().join(", ");
  const wanted = suite.contracts.map(({ name }) => name).sort();
  findings.push(compare("record", "contracts", recorded, wanted.join(", ")));
  for (const contract of suite.contracts) {
    const { name } = contract;
    const entry = record.contracts[name as DeployedContract];
    if (entry === undefined) continue;
    const other = planned.get(entry.address);
    const swapped = other === undefined || other === name ? "" : `, which is ${other}'s`;
    findings.push(compare(name, "recorded address", `${entry.address}${swapped}`, contract.address));
    const [was, is] = [JSON.stringify(entry.arguments), JSON.stringify(contract.arguments)];
    findings.push(compare(name, "recorded constructor arguments", was, is));
    findings.push(compare(name, "recorded creation code", entry.initCodeHash, keccak256(contract.initCode)));
    const { optimizerRuns } = await readCompiler(name);
    findings.push(compare(name, "recorded optimizer runs", entry.optimizerRuns, optimizerRuns));
  }
  const { version, evmVersion, viaIR } = await readCompiler("ProviderRegistry");
  findings.push(
    compare(
      "record",
      "compiler",
      JSON.stringify(record.compiler),
      JSON.stringify({ version, evmVersion, viaIR }),
    ),
  );
  findings.push(compare("record", "stake token", record.tokens.stake, suite.tokens.stake));
  findings.push(compare("record", "faucet", record.tokens.faucet, suite.tokens.faucet));
  return findings;
}
