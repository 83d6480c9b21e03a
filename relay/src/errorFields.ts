/**
 * What a log says of an error: its name, code and message, without the addresses and requests that ethers and
 * `fetch` put into theirs, because an address can hold a key.
 */
export function errorFields(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message } = error;
  const short =
    "shortMessage" in error && typeof error.shortMessage === "string" ? error.shortMessage : message;
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return { error: name, ...code, message: short.replace(/\bhttps?:\/\/\S+/g, "(address)") };
}
