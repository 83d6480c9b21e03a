import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Flags for a browser that shows nothing; unlike those its package recommends they leave its security on. */
const FLAGS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-background-networking"];

/**
 * Starts Chromium: the system's, or the one in the optional package `@sparticuz/chromium`, unpacked to a folder.
 *
 * @returns Why not, when there is none.
 */
export async function launchChromium(folder: string): Promise<Browser | string> {
  const executablePath = existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : await unpackChromium(folder);
  if (executablePath === null) return "neither Chromium nor the package @sparticuz/chromium is installed";
  try {
    return await chromium.launch({
      executablePath,
      args: FLAGS,
      timeout: 120_000,
      // Where the package's own libraries are, for systems without them.
      env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") },
    });
  } catch (error) {
    return `Chromium does not start here: ${String(error).split("\n")[0]}`;
  }
}

async function unpackChromium(folder: string): Promise<string | null> {
  // The package unpacks to the folder for temporary files, and its libraries only where it believes to be a lambda.
  process.env["TMPDIR"] = folder;
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } catch {
    return null;
  }
}
