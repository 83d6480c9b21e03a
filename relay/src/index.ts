export * from "./chainPartyCheck.ts";
export * from "./createRelay.ts";
export type { RelayDescription, RelayHealth } from "./describeRelay.ts";
export type { PartyCheck, UploadClaim } from "./partyCheck.ts";
export { type RefusalName, RelayRefusal } from "./refusal.ts";
export type { RelayLog } from "./relayLog.ts";
export type { RelayOptions, RelayTimeouts } from "./relayOptions.ts";
