// Generated from the contracts by `npm run generate`; do not edit.

import type { Deployment } from "./deployment.ts";

/** The deployments that this version of the SDK knows, by chain id. */
export const knownDeployments: ReadonlyMap<number, Deployment> = new Map<number, Deployment>([
  [
    31337,
    {
      chainId: 31337,
      name: "localhost",
      startBlock: 0,
      contracts: {
        providerRegistry: "0x1BBf6F6c4738D42bb8eEB49E393d12a2AA232E9E",
        providerStaking: "0x600CbE56495F43bd98394CC03a9fF1bcf24c0cf1",
        paymentVault: "0x7425A058CB0a62135fcd0CAc5DBf69015477b078",
        jobEscrow: "0x2664AB1E2fa8438c14F2Ee9c85A6a28043A9Cef4",
        leaseEscrow: "0xDae52e21970117cA8ed60140aac1e7f92fE35a49",
        sessionEscrow: "0xb7Be0a5a67A22f443858B36DdDDE76F52fC26d2B",
      },
      tokens: {
        stake: "0x762Bbea7FE05be162C8C4795123BbdC0305df28e",
        faucet: "0x762Bbea7FE05be162C8C4795123BbdC0305df28e",
      },
    },
  ],
]);
