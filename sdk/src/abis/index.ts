// Generated from the contracts by `npm run generate`; do not edit.

export { providerRegistryAbi } from "./providerRegistry.ts";
export { providerStakingAbi } from "./providerStaking.ts";
export { paymentVaultAbi } from "./paymentVault.ts";
export { jobEscrowAbi } from "./jobEscrow.ts";
export { leaseEscrowAbi } from "./leaseEscrow.ts";
export { sessionEscrowAbi } from "./sessionEscrow.ts";
export { attestedAdjudicatorAbi } from "./attestedAdjudicator.ts";
export { slashingCourtAbi } from "./slashingCourt.ts";
export { faucetTokenAbi } from "./faucetToken.ts";
