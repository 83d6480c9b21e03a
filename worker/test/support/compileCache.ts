import { dirname, join } from "node:path";
import type { TestProvider } from "./market.ts";

/**
 * Where the processes of tests keep what Node compiled: all of a run in one place where somebody says so, as
 * `scripts/test.ts` does, else those of a market. Without it most of a worker's start is compilation.
 */
export function compileCacheOf({ configFile }: TestProvider): { readonly NODE_COMPILE_CACHE: string } {
  const shared = process.env["NODE_COMPILE_CACHE"];
  return { NODE_COMPILE_CACHE: shared ?? join(dirname(configFile), "compiled") };
}
