import { readFile } from "node:fs/promises";
import { concat, Interface, type JsonFragment } from "ethers";

/** The contracts that ship, in the order of their dependencies. */
export const CONTRACTS = [
  "ProviderRegistry",
  "ProviderStaking",
  "PaymentVault",
  "JobEscrow",
  "LeaseEscrow",
  "SessionEscrow",
  "AttestedAdjudicator",
  "SlashingCourt",
  "FaucetToken",
] as const;

/** Name of a contract that ships. */
export type ContractName = (typeof CONTRACTS)[number];

/** What the generators and checks use of a compiled contract. */
export interface Artifact {
  readonly abi: readonly JsonFragment[];
  readonly bytecode: string;
  readonly deployedBytecode: string;
  /** Where the compiled code has zeros that the constructor fills in, by the compiler's number of the immutable. */
  readonly immutableReferences: Readonly<Record<string, readonly CodeRange[]>>;
  /** Which of the compiler's runs it comes from. */
  readonly buildInfoId: string;
}

/** Bytes of a contract's code. */
export interface CodeRange {
  readonly start: number;
  readonly length: number;
}

/** How a contract was compiled. */
export interface CompilerSettings {
  readonly version: string;
  /** With its commit, as explorers want it. */
  readonly longVersion: string;
  readonly evmVersion: string;
  readonly viaIR: boolean;
  readonly optimizerRuns: number;
}

/** Reads a compiled contract. Only generators and checks may; everything else uses what they write. */
export async function readArtifact(name: ContractName): Promise<Artifact> {
  const path = new URL(`../artifacts/contracts/${name}.sol/${name}.json`, import.meta.url);
  return JSON.parse(await readFile(path, "utf8")) as Artifact;
}

/** Encodes what creates a contract: its code, and the arguments of its constructor. */
export function initCodeOf({ abi, bytecode }: Artifact, args: readonly unknown[]): string {
  return concat([bytecode, new Interface(abi).encodeDeploy(args)]);
}

/** Reads how a contract was compiled, from what the compiler was told. */
export async function readCompiler(name: ContractName): Promise<CompilerSettings> {
  const { buildInfoId } = await readArtifact(name);
  const path = new URL(`../artifacts/build-info/${buildInfoId}.json`, import.meta.url);
  const { solcVersion, solcLongVersion, input } = JSON.parse(await readFile(path, "utf8")) as {
    readonly solcVersion: string;
    readonly solcLongVersion: string;
    readonly input: {
      readonly settings: {
        readonly evmVersion: string;
        readonly viaIR: boolean;
        readonly optimizer: { readonly runs: number };
      };
    };
  };
  const { evmVersion, viaIR, optimizer } = input.settings;
  return {
    version: solcVersion,
    longVersion: solcLongVersion,
    evmVersion,
    viaIR,
    optimizerRuns: optimizer.runs,
  };
}

/** Reads what the immutables of a contract are called in the sources, by the compiler's numbers. */
export async function readImmutableNames(name: ContractName): Promise<ReadonlyMap<string, string>> {
  const { buildInfoId, immutableReferences } = await readArtifact(name);
  const path = new URL(`../artifacts/build-info/${buildInfoId}.output.json`, import.meta.url);
  const { output } = JSON.parse(await readFile(path, "utf8")) as {
    readonly output: { readonly sources: unknown };
  };
  const names = new Map<string, string>();
  const search = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { id, name: declared, nodeType } = node as Readonly<Record<string, unknown>>;
    if (nodeType === "VariableDeclaration" && String(id) in immutableReferences) {
      names.set(String(id), String(declared));
    }
    for (const child of Object.values(node)) search(child);
  };
  search(output.sources);
  return names;
}
