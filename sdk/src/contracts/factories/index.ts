// Generated from the contracts by `npm run generate`; do not edit.

export { AttestedAdjudicator__factory } from "./AttestedAdjudicator__factory.ts";
export { FaucetToken__factory } from "./FaucetToken__factory.ts";
export { JobEscrow__factory } from "./JobEscrow__factory.ts";
export { LeaseEscrow__factory } from "./LeaseEscrow__factory.ts";
export { PaymentVault__factory } from "./PaymentVault__factory.ts";
export { ProviderRegistry__factory } from "./ProviderRegistry__factory.ts";
export { ProviderStaking__factory } from "./ProviderStaking__factory.ts";
export { SessionEscrow__factory } from "./SessionEscrow__factory.ts";
export { SlashingCourt__factory } from "./SlashingCourt__factory.ts";
