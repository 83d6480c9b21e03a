import { z } from "zod";
import {
  SessionBadRequestError,
  SessionBusyError,
  SessionCallFailedError,
  SessionInputTooLargeError,
  SessionOverError,
  SessionPaymentRequiredError,
  type SessionRefusal,
  SessionRefusedError,
  SessionServiceUnknownError,
  SessionSignatureRefusedError,
  SessionUnknownError,
} from "./callErrors.ts";
import type { SessionAnswer } from "./sessionHttp.ts";
import { amountSchema } from "./sessionPrices.ts";

const refusalSchema = z.object({
  error: z.string(),
  message: z.string().catch("it gave no reason."),
  due: amountSchema.optional().catch(undefined),
  deposited: amountSchema.optional().catch(undefined),
});

/** The refusals that need nothing but their text. */
const CLASSES: Readonly<Record<string, new (refusal: SessionRefusal) => SessionRefusedError>> = {
  "bad-request": SessionBadRequestError,
  "bad-signature": SessionSignatureRefusedError,
  "unknown-session": SessionUnknownError,
  "unknown-service": SessionServiceUnknownError,
  "session-over": SessionOverError,
  "input-too-large": SessionInputTooLargeError,
  busy: SessionBusyError,
  "call-failed": SessionCallFailedError,
};

/** Longest text of a stranger that ends up in a message. */
const MAX_TEXT = 300;

/**
 * Names a provider's refusal.
 *
 * @param signed What was signed so far, for the message; base units.
 */
export function refusalErrorOf({ status, body }: SessionAnswer, signed: bigint): SessionRefusedError {
  const parsed = refusalSchema.safeParse(readJson(body));
  if (!parsed.success) {
    const refusal = { status, code: "unknown", message: "it gave no reason." };
    return new SessionRefusedError(refusal, "Try again later, or ask the provider.", status >= 500);
  }
  const { error, message, due, deposited } = parsed.data;
  const refusal = {
    status,
    code: plainText(error).slice(0, 40).replace(/\.$/, ""),
    message: plainText(message),
  };
  if (error === "payment-required" && due !== undefined && deposited !== undefined) {
    return new SessionPaymentRequiredError(refusal, { due, deposited, signed });
  }
  const Class = Object.hasOwn(CLASSES, error) ? CLASSES[error] : undefined;
  if (Class !== undefined) return new Class(refusal);
  return new SessionRefusedError(refusal, "Try again later, or ask the provider.", status >= 500);
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

/** A stranger's text in one line. */
function plainText(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").slice(0, MAX_TEXT);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
