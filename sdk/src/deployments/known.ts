// Generated from the contracts by `npm run generate`; do not edit.

import type { Deployment } from "./deployment.ts";

/** The deployments that this version of the SDK knows, by chain id. */
export const knownDeployments: ReadonlyMap<number, Deployment> = new Map<number, Deployment>([
  [
    31337,
    {
      chainId: 31337,
      name: "local",
      startBlock: 0,
      contracts: {
        providerRegistry: "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0",
        providerStaking: "0xDc64a140Aa3E981100a9becA4E685f962f0cF6C9",
        paymentVault: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
        jobEscrow: "0x0165878A594ca255338adfa4d48449f69242Eb8F",
        leaseEscrow: "0xCf7Ed3AccA5a467e9e704C703E8D87F634fB0Fc9",
        sessionEscrow: "0x5FC8d32690cc91D4c39d9d3abcBD16989F875707",
      },
      tokens: {
        stake: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
        faucet: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
      },
    },
  ],
]);
