import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";

/** What a constructor gets, as JSON holds it: amounts beyond 2^53 are digits in a string. */
export type ArgumentValue = string | number | Readonly<Record<string, string | number>>;

/** One contract of a deployment. */
export interface ContractRecord {
  readonly address: string;
  /** The block that it was created in. */
  readonly block: number;
  /** The transaction that created it, whoever sent it; null for a chain that lives on one machine. */
  readonly transaction: string | null;
  readonly arguments: readonly ArgumentValue[];
  readonly optimizerRuns: number;
  /** keccak256 of what created it, constructor arguments included. Its address follows from it. */
  readonly initCodeHash: string;
  /** keccak256 of the code on chain, immutables included. */
  readonly bytecodeHash: string;
}

/** The contracts that every deployment has. */
export type SuiteContract =
  "ProviderRegistry" | "ProviderStaking" | "PaymentVault" | "JobEscrow" | "LeaseEscrow" | "SessionEscrow";

/** Those and the ones that a network's parameters may ask for. */
export type DeployedContract = SuiteContract | "SlashingCourt" | "FaucetToken";

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
  };
  readonly contracts: Readonly<Record<SuiteContract, ContractRecord>> &
    Readonly<Partial<Record<DeployedContract, ContractRecord>>>;
  readonly tokens: { readonly stake: string; readonly faucet: string | null };
}

/**
 * Where a chain's record lies.
 *
 * @param folder Path of another folder than `deployments/`.
 */
export const recordFileOf = (chainId: number, folder?: string): URL =>
  new URL(
    `${String(chainId)}.json`,
    folder === undefined ? new URL("../../deployments/", import.meta.url) : pathToFileURL(`${folder}/`),
  );

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
