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
        paymentVault: "0x4A752C541471df97d578a1f20ce5A5fE9Ae65036",
        jobEscrow: "0x9c05004d4871AAD63D4D81715Ef1Db552FEB3c49",
        leaseEscrow: "0x2D723a69E274e0Aa0C3fA08b3B11Ff5AAbcF4CB5",
        sessionEscrow: "0xf02a31b9207E55Fa0D27e4dEB1a7718530b7C17D",
      },
      tokens: {
        stake: "0x762Bbea7FE05be162C8C4795123BbdC0305df28e",
        faucet: "0x762Bbea7FE05be162C8C4795123BbdC0305df28e",
      },
    },
  ],
]);
