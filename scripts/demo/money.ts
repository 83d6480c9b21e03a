import { formatUnits, parseUnits } from "ethers";

/** The demo's token has 18 decimals. */
export const tokens = (amount: string): bigint => parseUnits(amount, 18);

/** An amount as people read it, with its unit. */
export const showTokens = (amount: bigint): string => `${formatUnits(amount, 18).replace(/\.0$/, "")} WTD`;
