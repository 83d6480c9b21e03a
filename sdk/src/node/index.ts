export * from "./downloadToFile.ts";
export * from "./fileEncryption.ts";
export { type FileSource, openFileSource } from "./fileSource.ts";
export * from "./uploadFile.ts";
