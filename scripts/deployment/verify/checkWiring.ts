import { Contract, isError, type Provider } from "ethers";
import { readArtifact } from "../../artifacts.ts";
import { wiringOf } from "./wiringOf.ts";
import type { PlannedSuite } from "../planSuite.ts";
import type { DeploymentRecord } from "../record.ts";
import { compare, type Finding } from "./finding.ts";

/** Asks every contract of a record what it was told, and compares it with the parameters and its neighbors. */
export async function checkWiring(
  provider: Provider,
  record: DeploymentRecord,
  suite: PlannedSuite,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const planned of suite.contracts) {
    const entry = record.contracts[planned.name];
    if (entry === undefined) continue;
    const { abi } = await readArtifact(planned.name);
    const contract = new Contract(entry.address, [...abi], provider);
    for (const [getter, expected] of Object.entries(wiringOf(planned, suite, record.chainId))) {
      const answer: unknown = await contract
        .getFunction(getter)()
        .catch((error: unknown) => {
          if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return "no answer";
          throw error;
        });
      findings.push(compare(planned.name, `${getter}()`, plain(answer), plain(expected)));
    }
  }
  return findings;
}

/** Structs as lists of their fields. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join(", ")}]`;
  return String(value);
}
