import type { StoreRefusal } from "./uploadErrors.ts";

/** What a store says when it refuses. Its strings are untrusted, and cut: they end up in messages. */
export function parseRefusal(body: string): StoreRefusal {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    parsed = null;
  }
  const text = (key: string, otherwise: string): string => {
    const value = typeof parsed === "object" && parsed !== null ? Object.entries(parsed) : [];
    const found = value.find(([name]) => name === key)?.[1];
    return typeof found === "string" ? found.slice(0, 500) : otherwise;
  };
  return {
    error: text("error", "Refused"),
    reason: text("reason", "it gave no reason."),
    action: text("action", "Ask the operator of the store."),
  };
}
