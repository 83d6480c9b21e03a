import { readFile, stat } from "node:fs/promises";
import { SecretExposedError, SecretUnusableError } from "./errors.ts";

/**
 * Reads a file that holds a secret.
 *
 * @param what What messages call it.
 * @throws {@link SecretExposedError} when other users can read it.
 * @throws {@link SecretUnusableError} when it cannot be read.
 */
export async function readSecretFile(what: string, path: string): Promise<string> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
      throw new SecretExposedError(path, (mode & 0o777).toString(8));
    }
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof SecretExposedError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new SecretUnusableError(what, `${path} cannot be read (${code})`, "Check the path and its owner.");
  }
}
