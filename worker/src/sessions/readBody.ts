import type { IncomingMessage } from "node:http";
import { CallRefusal } from "./callRefusal.ts";

/**
 * Reads a request's body, up to a limit.
 *
 * @throws {@link CallRefusal} when it is longer, or breaks off.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  requireLength(request, maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) reject(tooLarge(maxBytes));
      else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", () => reject(new CallRefusal("bad-request", "The input broke off.")));
    request.once("aborted", () => reject(new CallRefusal("bad-request", "The input broke off.")));
  });
}

/** @throws {@link CallRefusal} when a request announces more than the limit. */
export function requireLength({ headers }: IncomingMessage, maxBytes: number): void {
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

function tooLarge(maxBytes: number): CallRefusal {
  return new CallRefusal("input-too-large", `An input is at most ${maxBytes} bytes long.`, {
    maxInputBytes: maxBytes,
  });
}
