import type { RelayLog } from "./relayLog.ts";

/** Writes one readable line for each event: news to standard output, trouble to standard error. */
export const textLog: RelayLog = {
  info: (_fields, message) => console.log(message),
  warn: (fields, message) => console.warn(lineOf(fields, message)),
  error: (fields, message) => console.error(lineOf(fields, message)),
};

function lineOf(fields: Readonly<Record<string, unknown>>, message: string): string {
  const details = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [message, ...details].join(" ");
}
