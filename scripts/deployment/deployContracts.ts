import { isCallException, keccak256, type Provider, type Signer } from "ethers";
import { sleep } from "../../sdk/src/chain/sleep.ts";
import { findRevertData } from "../../sdk/src/errors/findRevertData.ts";
import { readArtifact } from "../artifacts.ts";
import { CREATE_X_ADDRESS, encodeCreation } from "./createX.ts";
import { describeRevert } from "./describeRevert.ts";
import { DeploymentRevertedError, ForeignCodeError } from "./errors.ts";
import type { PlannedContract } from "./planSuite.ts";
import { waitForReceipt, type WaitOptions } from "./waitForReceipt.ts";

/** Looks for the code of a contract after its transaction, and the pause between two. */
const LOOKS = 20;
const PAUSE_MS = 500;

/** What became of a contract: it was there before, another transaction was quicker, or this account created it. */
export type DeploymentResult = "found" | "adopted" | "deployed";

/** What happens while contracts are deployed, for whoever watches. */
export interface DeploymentStep {
  readonly contract: PlannedContract;
  readonly event: DeploymentResult | "sent";
  readonly transaction?: string;
  readonly gasUsed?: bigint;
}

/** How to deploy. */
export interface DeployOptions extends WaitOptions {
  /** keccak256 of the code that each contract has once it is there, by name; what is there must have it. */
  readonly codeHashes?: ReadonlyMap<string, string>;
  readonly onStep?: (step: DeploymentStep) => void;
}

/**
 * Creates every contract that is not there yet, one after the other. Nothing is remembered between two runs: what the
 * chain holds is what was done, so it can end anywhere and be run again.
 *
 * @throws {@link ForeignCodeError} when an address holds code that is not the contract's.
 * @throws {@link DeploymentRevertedError} when a constructor refuses its arguments.
 */
export async function deployContracts(
  signer: Signer,
  contracts: readonly PlannedContract[],
  { codeHashes, onStep, ...waiting }: DeployOptions = {},
): Promise<ReadonlyMap<string, DeploymentResult>> {
  const { provider } = signer;
  if (provider === null) throw new TypeError("The signer has no provider.");
  const results = new Map<string, DeploymentResult>();
  const isThere = async (contract: PlannedContract): Promise<boolean> => {
    const code = await provider.getCode(contract.address);
    if (code === "0x") return false;
    const expected = codeHashes?.get(contract.name);
    if (expected !== undefined && keccak256(code) !== expected) {
      throw new ForeignCodeError(contract.name, contract.address);
    }
    return true;
  };
  for (const contract of contracts) {
    waiting.signal?.throwIfAborted();
    const finish = (event: DeploymentResult, details: Partial<DeploymentStep> = {}): void => {
      results.set(contract.name, event);
      onStep?.({ contract, event, ...details });
    };
    if (await isThere(contract)) {
      finish("found");
      continue;
    }
    const call = { to: CREATE_X_ADDRESS, data: encodeCreation(contract.initCode) };
    const gas = await signer.estimateGas(call).catch((error: unknown) => error);
    if (typeof gas !== "bigint") {
      // Somebody may have been quicker since the look.
      if (!isRevert(gas) || !(await isThere(contract))) throw await explain(provider, contract, gas);
      finish("adopted");
      continue;
    }
    const sent = await signer.sendTransaction({ ...call, gasLimit: (gas * 6n) / 5n });
    onStep?.({ contract, event: "sent", transaction: sent.hash });
    const receipt = await waitForReceipt(provider, sent.hash, waiting);
    const details = { transaction: sent.hash, gasUsed: receipt.gasUsed };
    // Endpoints behind one address may be a block apart.
    for (let looks = 0; !(await isThere(contract)); looks++) {
      if (looks === LOOKS) {
        throw new DeploymentRevertedError(contract.name, `transaction ${sent.hash} left no code`);
      }
      await sleep(PAUSE_MS, waiting.signal);
    }
    finish(receipt.status === 1 ? "deployed" : "adopted", details);
  }
  return results;
}

/** A chain in this process says it in words of its own. */
const isRevert = (error: unknown): boolean => isCallException(error) || findRevertData(error) !== null;

/** The factory keeps a constructor's reason to itself; a call without it says it. */
async function explain(
  provider: Provider,
  { name, initCode }: PlannedContract,
  cause: unknown,
): Promise<unknown> {
  if (!isRevert(cause)) return cause;
  const error = await provider.call({ data: initCode }).then(
    () => null,
    (failure: unknown) => failure,
  );
  const { abi } = await readArtifact(name);
  const reason = describeRevert(abi, error) ?? "the factory refuses it";
  return new DeploymentRevertedError(name, reason, error ?? cause);
}
