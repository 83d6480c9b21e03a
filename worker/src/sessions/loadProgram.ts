import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type WgslProgram, wgslProgramSchema } from "@wattle/sdk";
import { z } from "zod";
import { ConfigInvalidError } from "../config/errors.ts";

/** A program that is sold by the call. */
export interface ServiceProgram {
  readonly program: WgslProgram;
  /** The sha2-256 of the program as JSON, its fields in the order of the manifest's schema (0x hex). */
  readonly digest: string;
}

/** The file of a program: that of a manifest, or with the path of its source, relative to the file. */
const programFileSchema = z.union([
  z.looseObject({ sourceFile: z.string().min(1), source: z.undefined().optional() }),
  z.looseObject({ source: z.string(), sourceFile: z.undefined().optional() }),
]);

/**
 * Reads the program of a service.
 *
 * @throws {@link ConfigInvalidError} naming what is wrong with it.
 */
export async function loadProgram(path: string): Promise<ServiceProgram> {
  const json: unknown = parseJson(path, await read(path, path));
  const file = programFileSchema.safeParse(json);
  if (!file.success) throw new ConfigInvalidError(path, ["it needs either `source` or `sourceFile`"]);
  const { sourceFile, ...rest } = file.data;
  const source =
    sourceFile === undefined ? file.data.source : await read(path, resolve(dirname(path), sourceFile));
  const parsed = wgslProgramSchema.safeParse({ ...rest, source });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigInvalidError(path, problems);
  }
  const { bindings, steps } = parsed.data;
  const program = { source: parsed.data.source, bindings, steps };
  return { program, digest: `0x${createHash("sha256").update(JSON.stringify(program)).digest("hex")}` };
}

async function read(source: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new ConfigInvalidError(source, [`${path} cannot be read (${code})`], error);
  }
}

function parseJson(source: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigInvalidError(source, ["the file is not JSON"]);
  }
}
