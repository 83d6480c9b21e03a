// Generated from the contracts by `npm run generate`; do not edit.

export type { AttestedAdjudicator } from "./AttestedAdjudicator.ts";
export type { FaucetToken } from "./FaucetToken.ts";
export type { JobEscrow } from "./JobEscrow.ts";
export type { LeaseEscrow } from "./LeaseEscrow.ts";
export type { PaymentVault } from "./PaymentVault.ts";
export type { ProviderRegistry } from "./ProviderRegistry.ts";
export type { ProviderStaking } from "./ProviderStaking.ts";
export type { SessionEscrow } from "./SessionEscrow.ts";
export type { SlashingCourt } from "./SlashingCourt.ts";
export * as factories from "./factories/index.ts";
export { AttestedAdjudicator__factory } from "./factories/AttestedAdjudicator__factory.ts";
export { FaucetToken__factory } from "./factories/FaucetToken__factory.ts";
export { JobEscrow__factory } from "./factories/JobEscrow__factory.ts";
export { LeaseEscrow__factory } from "./factories/LeaseEscrow__factory.ts";
export { PaymentVault__factory } from "./factories/PaymentVault__factory.ts";
export { ProviderRegistry__factory } from "./factories/ProviderRegistry__factory.ts";
export { ProviderStaking__factory } from "./factories/ProviderStaking__factory.ts";
export { SessionEscrow__factory } from "./factories/SessionEscrow__factory.ts";
export { SlashingCourt__factory } from "./factories/SlashingCourt__factory.ts";
