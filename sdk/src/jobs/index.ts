export * from "./createJob.ts";
export * from "./errors.ts";
export * from "./fetchResult.ts";
export * from "./runJob.ts";
