import { formatEther } from "ethers";
import type { GasStep } from "./measureSteps.ts";
import type { ScaleRow } from "./measureScale.ts";

/** All that the table shows. */
export interface GasReport {
  readonly steps: readonly GasStep[];
  readonly scale: readonly ScaleRow[];
  /** A transaction each. */
  readonly deployment: readonly GasStep[];
}

const GWEI = 10n ** 9n;

const number = (value: bigint): string => value.toLocaleString("en-US");

/** Renders `docs/gas.md`. */
export function renderGas({ steps, scale, deployment }: GasReport): string {
  const rows = steps.map(
    ({ name, gas, budget }) =>
      `| ${name} | ${number(gas)} | ${budget === undefined ? "" : `≤ ${number(budget)}`} |`,
  );
  const sizes = scale[0]?.sizes ?? [];
  const scaleRows = scale.map(
    ({ name, gas, change }) =>
      `| ${name} | ${gas.map(number).join(" | ")} | ${(change * 100).toFixed(2)} % |`,
  );
  const deploymentRows = deployment.map(
    ({ name, gas }) => `| ${name} | ${number(gas)} | ${formatEther(gas * GWEI)} |`,
  );
  const deploymentGas = deployment.reduce((sum, { gas }) => sum + gas, 0n);
  return `# Gas

Written by \`npm run gas -- --update\` and checked by \`npm run gas\`, on Hardhat's simulated chain (hardfork of the
config), from receipts: so the base fee of 21,000 and the calldata of each transaction are in. The figures are the same on
every machine.

"Warm" is a job of parties that had one before, in a market that holds at least one other open job. A market that holds
nothing pays 17,100 more, once, for the first balance to become non-zero; the row is in the table. The offer's signature is
passed in each take, although the market remembers it after the first.

| step | gas | budget |
| --- | ---: | ---: |
${rows.join("\n")}

## At scale

Warm lives beside earlier providers, each with offers of its own and a job, a lease and a session open with it.

| step | ${sizes.map((size) => `${number(BigInt(size))} earlier`).join(" | ")} | change |
| --- | ${sizes.map(() => "---:").join(" | ")} | ---: |
${scaleRows.join("\n")}

## Deploying

Each contract is one transaction to the CreateX factory. An OP-stack chain charges for the data besides;
\`npm run deploy -- --network <name> --dry-run\` says what it costs there today.

| transaction | gas | ETH at 1 gwei |
| --- | ---: | ---: |
${deploymentRows.join("\n")}
| all ${String(deployment.length)} transactions | ${number(deploymentGas)} | ${formatEther(deploymentGas * GWEI)} |
`;
}
