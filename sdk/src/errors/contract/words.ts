import { JOB_STATES } from "../../types/jobState.ts";

/** A time of the chain in words. */
export function timeInWords(seconds: number | bigint): string {
  const date = new Date(Number(seconds) * 1000);
  // The largest deadlines, as "for ever" in a permit, are no dates.
  return Number.isNaN(date.getTime()) ? `second ${seconds}` : date.toISOString().replace(".000Z", "Z");
}

/** A state in words: of a job, unless other states are given in the order of their numbers on chain. */
export function stateInWords(state: number, states: readonly string[] = JOB_STATES): string {
  const name = states[state] ?? "none";
  return name === "none" ? "unknown to the market" : name;
}

/** The states of an adjudicator's case, in words. */
export const CASE_STATES = ["unknown", "open", "ruled", "closed"] as const;

/** A case's state in words. */
export function caseInWords(state: number): string {
  return CASE_STATES[state] ?? "unknown";
}

/** The states of a bitmap in words: bit n stands for the state of value n. */
export function statesInWords(bitmap: bigint, states: readonly string[] = JOB_STATES): string {
  return states.filter((_, value) => (bitmap >> BigInt(value)) & 1n).join(" or ");
}

/** A time span in words. */
export function seconds(count: number): string {
  return count === 1 ? "1 second" : `${count} seconds`;
}

/** The token that an ERC-6909 id of the vault stands for. */
export function tokenOfId(id: bigint): string {
  return `0x${id.toString(16).padStart(40, "0")}`;
}
