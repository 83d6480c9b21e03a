import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";

/** One contract of a deployment. */
export interface ContractRecord {
  readonly address: string;
  readonly block: number;
  readonly arguments: readonly (string | number)[];
  readonly bytecodeHash: string;
}

/** The contracts that every deployment has. */
export type SuiteContract =
  "ProviderRegistry" | "ProviderStaking" | "PaymentVault" | "JobEscrow" | "LeaseEscrow" | "SessionEscrow";

/** What `deployments/<chainId>.json` holds; its schema is `deployments/schema.json`. */
export interface DeploymentRecord {
  readonly chainId: number;
  readonly name: string;
  readonly commit: string | null;
  readonly startBlock: number;
  readonly compiler: {
    readonly version: string;
    readonly evmVersion: string;
    readonly viaIR: boolean;
    readonly optimizerRuns: number;
  };
  readonly contracts: Readonly<Record<SuiteContract, ContractRecord>>;
  readonly tokens: { readonly stake: string; readonly faucet: string | null };
}

/** Checks a record against the schema. @throws Error that names every field that is wrong. */
export async function checkRecord(record: unknown): Promise<DeploymentRecord> {
  const schema = JSON.parse(
    await readFile(new URL("../../deployments/schema.json", import.meta.url), "utf8"),
  ) as object;
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile<DeploymentRecord>(schema);
  if (!validate(record)) {
    throw new Error(
      `The deployment record breaks its schema: ${ajv.errorsText(validate.errors, { separator: "; " })}`,
    );
  }
  return record;
}
