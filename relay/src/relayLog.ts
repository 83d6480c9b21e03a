/** Where the relay writes what happens; a pino logger is one. */
export interface RelayLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Says nothing. */
export const silentLog: RelayLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
