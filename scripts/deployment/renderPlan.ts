import Table from "cli-table3";
import { formatEther, formatUnits } from "ethers";
import type { DeploymentPlan } from "./planDeployment.ts";
import type { PlannedContract } from "./planSuite.ts";
import type { ArgumentValue } from "./record.ts";

/** Renders a plan for people. */
export function renderPlan(plan: DeploymentPlan, host: string): string {
  const { network, suite, steps, account, balanceWei, gasPriceWei, costWei, neededWei } = plan;
  const nameOf = new Map(suite.contracts.map(({ address, name }) => [address, name]));
  const table = new Table({
    head: ["contract", "address", "parameters", "state", "gas", "ETH"],
    colAligns: ["left", "left", "left", "left", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const { contract, isThere, gas, costWei: cost } of steps) {
    table.push([
      contract.name,
      contract.address,
      describeArguments(contract, nameOf),
      isThere ? "is there" : "to deploy",
      isThere ? "" : gas.toLocaleString("en-US"),
      isThere ? "" : shortEther(cost),
    ]);
  }
  const missing = steps.filter(({ isThere }) => !isThere);
  const gas = missing.reduce((sum, step) => sum + step.gas, 0n);
  return [
    `Network   ${network.name} (chain ${String(network.chainId)}) at ${host}`,
    `Account   ${account}, with ${formatEther(balanceWei)} ETH`,
    `Gas price ${formatUnits(gasPriceWei, "gwei")} gwei`,
    table.toString(),
    missing.length === 0
      ? "Everything is there."
      : `${String(missing.length)} transactions, ${gas.toLocaleString("en-US")} gas, about ${shortEther(costWei)} ETH, ` +
        `and up to ${shortEther(neededWei)} ETH if the price rises.`,
    ...(plan.pendingTransactions === 0
      ? []
      : [
          `${String(plan.pendingTransactions)} of the account's transactions are under way and will be waited for.`,
        ]),
  ].join("\n");
}

/** Six digits after the point, rounded up: nobody should be told less than it costs. */
function shortEther(wei: bigint): string {
  return formatEther(((wei + 999_999_999_999n) / 1_000_000_000_000n) * 1_000_000_000_000n);
}

function describeArguments(contract: PlannedContract, nameOf: ReadonlyMap<string, string>): string {
  const show = (value: ArgumentValue): string => {
    if (typeof value !== "object") return nameOf.get(String(value)) ?? String(value);
    return Object.entries(value)
      .map(([field, one]) => `${field}: ${nameOf.get(String(one)) ?? shortHex(String(one))}`)
      .join("\n");
  };
  return contract.arguments.map(show).join("\n");
}

const shortHex = (text: string): string => (text.length > 44 ? `${text.slice(0, 20)}…` : text);
