import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { readTarFiles } from "./tar.ts";

const DRIVER = "libvk_swiftshader.so";
const LOADER = "libvulkan.so.1";
const MANIFEST = "icd.json";
/** Most bytes that the archive may unpack to. */
const UNPACKED_MAX_BYTES = 64 * 2 ** 20;

/** SwiftShader, a Vulkan driver that computes on the CPU, unpacked. */
export interface SwiftShader {
  readonly folder: string;
  /** The file that tells the Vulkan loader of the driver. */
  readonly manifest: string;
  /** A folder with nothing but the Vulkan loader, for machines that have a driver and no loader. */
  readonly loaderFolder: string;
}

const packageFolder = (): string | undefined => {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))));
  } catch {
    return undefined;
  }
};

const unpack = async (archive: string, folder: string): Promise<void> => {
  const packed = await readFile(archive);
  const files = readTarFiles(
    await promisify(brotliDecompress)(packed, { maxOutputLength: UNPACKED_MAX_BYTES }),
  );
  // Two workers may unpack at once. Each fills a folder of its own, and the first to rename it has won.
  const draft = `${folder}.${randomUUID()}`;
  try {
    await mkdir(join(draft, "loader"), { recursive: true });
    for (const [name, path] of [
      [DRIVER, DRIVER],
      [LOADER, join("loader", LOADER)],
    ] as const) {
      const bytes = files.get(name);
      if (bytes === undefined) throw new Error(`${name} is not in the software driver's package`);
      await writeFile(join(draft, path), bytes, { mode: 0o644 });
    }
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
};

/** The manifest names the driver by its absolute path, so it is written anew when the folder has been moved. */
const writeManifest = async (folder: string): Promise<void> => {
  const manifest = join(folder, MANIFEST);
  const ICD = { library_path: join(folder, DRIVER), api_version: "1.0.5" };
  const content = JSON.stringify({ file_format_version: "1.0.0", ICD });
  if (existsSync(manifest) && (await readFile(manifest, "utf8")) === content) return;
  const draft = `${manifest}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o644 });
  await rename(draft, manifest);
};

/**
 * Unpacks SwiftShader out of the optional package `@sparticuz/chromium`, once.
 *
 * @param cacheFolder A folder to keep it in; several workers may share one.
 * @returns undefined where that package is not installed, or not made for this machine.
 */
export async function unpackSwiftShader(cacheFolder: string): Promise<SwiftShader | undefined> {
  const source = packageFolder();
  if (source === undefined || process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8")) as { version: string };
  const folder = join(resolve(cacheFolder), `swiftshader-${version}`);
  // The folder appears complete or not at all.
  if (!existsSync(folder)) {
    await mkdir(cacheFolder, { recursive: true });
    await unpack(join(source, "bin", "swiftshader.tar.br"), folder);
  }
  await writeManifest(folder);
  return { folder, manifest: join(folder, MANIFEST), loaderFolder: join(folder, "loader") };
}
