export * from "./adviseRedemption.ts";
export * from "./createPayee.ts";
export * from "./createPayer.ts";
export * from "./errors.ts";
