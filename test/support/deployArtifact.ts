import { readFile } from "node:fs/promises";
import { ContractFactory, type InterfaceAbi, type Signer } from "ethers";

/** The contracts that tests deploy beside the suite, and where they were compiled to. */
const ARTIFACTS = {
  AttestedAdjudicator: "contracts/AttestedAdjudicator.sol/AttestedAdjudicator.json",
  Wallet: "contracts/mocks/Wallet.sol/Wallet.json",
} as const;

/**
 * Deploys a contract that is not part of the suite.
 *
 * @returns Its address.
 */
export async function deployArtifact(
  signer: Signer,
  name: keyof typeof ARTIFACTS,
  values: readonly unknown[],
): Promise<string> {
  const path = new URL(`../../artifacts/${ARTIFACTS[name]}`, import.meta.url);
  const { abi, bytecode } = JSON.parse(await readFile(path, "utf8")) as {
    abi: InterfaceAbi;
    bytecode: string;
  };
  const deployed = await new ContractFactory(abi, bytecode, signer).deploy(...values);
  await deployed.waitForDeployment();
  return deployed.getAddress();
}
