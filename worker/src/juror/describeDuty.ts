import type { HearingDuty } from "./hearingDuty.ts";

/** Says in words what a drawn seat owes, and when. */
export function describeDuty({ duty, seat, caseId, from, until }: HearingDuty): string {
  const since = duty === "reveal" ? ` from ${timeOf(from)}` : "";
  return `the ${duty} of seat ${seat} in case ${caseId.slice(0, 10)}…${since} until ${timeOf(until)}`;
}

function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
