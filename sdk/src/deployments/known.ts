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
        paymentVault: "0x1D855587cDDD2230876A1b971C04281DDF70917B",
        jobEscrow: "0x216a4a73589187Df2c9868ad22Ddd23D3fBdc338",
        leaseEscrow: "0x02F56bd6320dbF9df0d91056bdd95AFBd53FcA94",
        sessionEscrow: "0x7A8BF0C49699b9FC92A0Cc61113f3e33c47B8BDf",
      },
      tokens: {
        stake: "0x762Bbea7FE05be162C8C4795123BbdC0305df28e",
        faucet: "0x762Bbea7FE05be162C8C4795123BbdC0305df28e",
      },
    },
  ],
]);
