import { existsSync } from "node:fs";
import type { ChainKind } from "../../scripts/local/startChain.ts";

const anvil = new URL("../../node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil", import.meta.url);

/** Whether the npm package with anvil's binary for this machine is installed. */
export const hasAnvil = existsSync(anvil);

/** The chain that starts quickest here, and answers with the least work. */
export const quickChain: ChainKind = hasAnvil ? "anvil" : "hardhat";
