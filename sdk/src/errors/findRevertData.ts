/** Where wallets and endpoints nest an error inside another. A request is never looked into: it holds calldata. */
const NESTED = ["data", "error", "info", "cause", "originalError"] as const;

/**
 * What a contract returned when a call reverted, wherever an endpoint or a wallet put it: 0x hex, or null if the error
 * is no revert or hides it.
 */
export function findRevertData(error: unknown, depth = 0): string | null {
  if (typeof error === "string") {
    return /(?:^|^Reverted )(0x(?:[0-9a-fA-F]{2}){4,})$/.exec(error)?.[1] ?? null;
  }
  if (typeof error !== "object" || error === null || depth > 6) return null;
  const fields: Partial<Record<string, unknown>> = { ...error, cause: (error as { cause?: unknown }).cause };
  for (const key of NESTED) {
    const found = findRevertData(fields[key], depth + 1);
    if (found !== null) return found;
  }
  return null;
}
