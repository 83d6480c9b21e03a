import { WattleError } from "@wattle/sdk";

/** The configuration cannot be used. */
export class ConfigInvalidError extends WattleError {
  override name = "ConfigInvalidError";

  /** Each thing that is wrong, as in `policy.maxRunSeconds: must be at least 1`. */
  readonly problems: readonly string[];

  constructor(source: string, problems: readonly string[], cause?: unknown) {
    super(`The configuration (${source}) is invalid:\n${problems.map((line) => `  ${line}`).join("\n")}\n`, {
      action: "Correct it; worker/README.md describes every field.",
      retryable: false,
      cause,
    });
    this.problems = problems;
  }
}

/** A file that holds a secret can be read by other users of the machine. */
export class SecretExposedError extends WattleError {
  override name = "SecretExposedError";

  constructor(path: string, mode: string) {
    super(`The file ${path} holds a secret, and others can read it (mode ${mode}).`, {
      action: `Run: chmod 600 ${path}`,
      retryable: false,
    });
  }
}

/** A secret is missing or unreadable. What it holds never shows. */
export class SecretUnusableError extends WattleError {
  override name = "SecretUnusableError";

  constructor(what: string, why: string, action: string) {
    super(`The ${what} cannot be used: ${why}.`, { action, retryable: false });
  }
}
