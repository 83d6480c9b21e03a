import { StringDecoder } from "node:string_decoder";
import { childMessageSchema } from "./childMessages.ts";
import type { ChildMessage } from "./childProtocol.ts";

/** Longest line that the job's process may write. */
const LINE_MAX_CHARS = 64 * 1024;

/**
 * Reads the messages of a job's process.
 *
 * @returns A function that takes the next bytes; it returns false when they are not what the protocol allows.
 */
export function createMessageReader(
  onMessage: (message: ChildMessage) => boolean,
): (chunk: Buffer) => boolean {
  const decoder = new StringDecoder("utf8");
  let pending = "";
  const readLine = (line: string): boolean => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return false;
    }
    const message = childMessageSchema.safeParse(value);
    return message.success && onMessage(message.data);
  };
  return (chunk) => {
    pending += decoder.write(chunk);
    const lines = pending.split("\n");
    pending = lines.pop() ?? "";
    return (
      pending.length <= LINE_MAX_CHARS &&
      lines.every((line) => line.length <= LINE_MAX_CHARS && readLine(line))
    );
  };
}
