import { formatEther, type Signer } from "ethers";
import { deployContracts, type DeploymentResult, type DeploymentStep } from "./deployContracts.ts";
import { BalanceTooLowError } from "./errors.ts";
import type { DeploymentPlan } from "./planDeployment.ts";
import { waitForPending } from "./waitForPending.ts";
import type { WaitOptions } from "./waitForReceipt.ts";

/** How to apply a plan. */
export interface ApplyPlanOptions extends WaitOptions {
  readonly onStep?: (step: DeploymentStep) => void;
  readonly onPending?: (transactions: number) => void;
}

/**
 * Does what a plan says. What is under way is waited for, and what is there by then is taken as it is.
 *
 * @returns What became of each contract, by name.
 * @throws {@link BalanceTooLowError} before anything is sent.
 * @throws What {@link deployContracts} and the endpoint throw.
 */
export async function applyPlan(
  plan: DeploymentPlan,
  signer: Signer,
  { onStep, onPending, ...waiting }: ApplyPlanOptions = {},
): Promise<ReadonlyMap<string, DeploymentResult>> {
  const { account, balanceWei, neededWei, pendingTransactions, network, suite, codeHashes } = plan;
  if (pendingTransactions > 0 && signer.provider !== null) {
    onPending?.(pendingTransactions);
    await waitForPending(signer.provider, account, waiting);
  } else if (balanceWei < neededWei) {
    throw new BalanceTooLowError(account, formatEther(balanceWei), formatEther(neededWei));
  }
  return deployContracts(signer, suite.contracts, {
    confirmations: network.confirmations,
    codeHashes,
    ...waiting,
    ...(onStep === undefined ? {} : { onStep }),
  });
}
