/** Why a call is not answered. */
export const REFUSALS = {
  "bad-request": 400,
  "bad-signature": 401,
  "payment-required": 402,
  "unknown-session": 404,
  "unknown-service": 404,
  "session-over": 410,
  "input-too-large": 413,
  busy: 429,
  "call-failed": 500,
} as const;

/** Why a call is not answered: see {@link REFUSALS}. */
export type RefusalCode = keyof typeof REFUSALS;

/** A call that is not answered, and so costs nothing. */
export class CallRefusal extends Error {
  override name = "CallRefusal";
  readonly code: RefusalCode;
  /** What the caller needs to know beyond the message, in JSON. */
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, message: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
