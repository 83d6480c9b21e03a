import { readFile } from "node:fs/promises";
import { getCreate2Address, id, Interface, keccak256, type Provider } from "ethers";
import { CreateXMissingError } from "./errors.ts";
import { waitForReceipt } from "./waitForReceipt.ts";

interface CreateX {
  readonly address: string;
  readonly deployer: string;
  readonly fundingWei: string;
  readonly codeHash: string;
  /** Signed by a key that nobody has, for every chain: https://createx.rocks. */
  readonly transaction: string;
}

const createX = JSON.parse(
  await readFile(new URL("../../deployments/createx.json", import.meta.url), "utf8"),
) as CreateX;

const createXInterface = new Interface([
  "function deployCreate2(bytes32 salt, bytes initCode) payable returns (address newContract)",
  "event ContractCreation(address indexed newContract, bytes32 indexed salt)",
]);

/** A node of one's own: it has accounts that it signs for. */
export type LocalProvider = Provider & { send(method: string, params: unknown[]): Promise<unknown> };

/** Where the factory is on every chain. */
export const CREATE_X_ADDRESS = createX.address;

/**
 * The salt of every contract of the suite. It starts with neither an account nor zeros, so the factory binds it to
 * nobody: whoever sends our code with it creates the very same contract at the very same address.
 */
const SUITE_SALT = id("wattle");

/** Where the factory puts a contract: the salt is hashed so that nobody gets around the salts that it binds. */
export function createXAddressOf(initCode: string): string {
  return getCreate2Address(CREATE_X_ADDRESS, keccak256(SUITE_SALT), keccak256(initCode));
}

/** The call that creates a contract. */
export const encodeCreation = (initCode: string): string =>
  createXInterface.encodeFunctionData("deployCreate2", [SUITE_SALT, initCode]);

/** The topics of the event by which the factory says that it created the contract at this address. */
export const creationTopicsOf = (address: string): (string | string[] | null)[] =>
  createXInterface.encodeFilterTopics("ContractCreation(address,bytes32)", [address, null]) as string[];

/** Whether the factory is there. @throws {@link CreateXMissingError} when something else is. */
export async function hasCreateX(provider: Provider): Promise<boolean> {
  const code = await provider.getCode(CREATE_X_ADDRESS);
  if (code === "0x") return false;
  const codeHash = keccak256(code);
  if (codeHash !== createX.codeHash) throw new CreateXMissingError(CREATE_X_ADDRESS, codeHash);
  return true;
}

/** @throws {@link CreateXMissingError} when the factory is not there. */
export async function requireCreateX(provider: Provider): Promise<void> {
  if (!(await hasCreateX(provider))) throw new CreateXMissingError(CREATE_X_ADDRESS, null);
}

/** Puts the factory onto a chain of one's own, as it got onto every other: by the transaction that creates it. */
export async function installCreateX(provider: LocalProvider, from: string): Promise<void> {
  if (await hasCreateX(provider)) return;
  const value = `0x${BigInt(createX.fundingWei).toString(16)}`;
  const funding = (await provider.send("eth_sendTransaction", [
    { from, to: createX.deployer, value },
  ])) as string;
  await waitForReceipt(provider, funding);
  const created = (await provider.send("eth_sendRawTransaction", [createX.transaction])) as string;
  await waitForReceipt(provider, created);
  await requireCreateX(provider);
}
