import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, isAbsolute } from "node:path";
import type { ChildAdapter } from "./childProtocol.ts";
import { NoAdapterError } from "./errors.ts";
import type { SwiftShader } from "./swiftShader.ts";

/** Where Vulkan drivers come from, and what a process needs to see to use them. */
export interface DriverCandidate {
  readonly source: "system" | "system-packaged-loader" | "swiftshader";
  readonly env: Readonly<Record<string, string>>;
  readonly readOnlyPaths: readonly string[];
  readonly devicePaths: readonly string[];
}

/** The driver in use. */
export interface Driver extends DriverCandidate {
  readonly adapter: ChildAdapter;
}

/** `auto`: a GPU where there is one. `software`: the software driver in any case. */
export type DriverPreference = "auto" | "software";

/** Asks a candidate for its adapter; rejects when it has none. */
export type DriverProbe = (candidate: DriverCandidate) => Promise<ChildAdapter>;

/** Where drivers of GPUs keep what they read: manifests, settings, and the kernel's list of devices. */
const SYSTEM_DRIVER_PATHS = [
  "/usr/share/vulkan",
  "/usr/local/share/vulkan",
  "/etc/vulkan",
  "/usr/share/nvidia",
  "/usr/local/nvidia",
  "/usr/share/drirc.d",
  "/usr/share/libdrm",
  "/usr/lib/wsl",
  "/sys/dev/char",
  "/sys/devices",
  "/sys/bus/pci",
  "/sys/class/drm",
] as const;

/**
 * Nodes that compute goes through. Of a graphics card's two nodes only the render node: the other one could take the
 * screen over.
 */
const GPU_NODE = /^(nvidia.*|kfd|dxg|dri\/renderD\d+)$/;
const GPU_NODE_FOLDERS = ["", "dri/", "nvidia-caps/"] as const;

/** Variables by which an operator points the Vulkan loader at a driver. */
const OPERATOR_VARIABLES = ["VK_DRIVER_FILES", "VK_ICD_FILENAMES", "LD_LIBRARY_PATH"] as const;

const gpuNodes = (): string[] =>
  GPU_NODE_FOLDERS.flatMap((folder) =>
    (existsSync(`/dev/${folder}`) ? readdirSync(`/dev/${folder}`, { withFileTypes: true }) : [])
      .filter((entry) => entry.isCharacterDevice() && GPU_NODE.test(folder + entry.name))
      .map((entry) => `/dev/${folder}${entry.name}`),
  );

// Overlays and recorders hook into every Vulkan program of a gamer's machine; they have no business in a job.
const NO_LAYERS = { VK_LOADER_LAYERS_DISABLE: "~implicit~" };

const systemCandidate = (environment: NodeJS.ProcessEnv): DriverCandidate => {
  const env: Record<string, string> = { ...NO_LAYERS };
  const named: string[] = [];
  for (const name of OPERATOR_VARIABLES) {
    const value = environment[name];
    if (value === undefined || value === "") continue;
    env[name] = value;
    const paths = value.split(delimiter).filter((path) => isAbsolute(path));
    named.push(...(name === "LD_LIBRARY_PATH" ? paths : paths.map((path) => dirname(path))));
  }
  const readOnlyPaths = [...SYSTEM_DRIVER_PATHS, ...named];
  return { source: "system", env, readOnlyPaths, devicePaths: gpuNodes() };
};

const withPackagedLoader = (system: DriverCandidate, { loaderFolder }: SwiftShader): DriverCandidate => ({
  ...system,
  source: "system-packaged-loader",
  env: {
    ...system.env,
    LD_LIBRARY_PATH: [system.env["LD_LIBRARY_PATH"], loaderFolder].filter(Boolean).join(delimiter),
  },
  readOnlyPaths: [...system.readOnlyPaths, loaderFolder],
});

const softwareCandidate = ({ folder, manifest, loaderFolder }: SwiftShader): DriverCandidate => ({
  source: "swiftshader",
  env: { ...NO_LAYERS, VK_DRIVER_FILES: manifest, VK_ICD_FILENAMES: manifest, LD_LIBRARY_PATH: loaderFolder },
  readOnlyPaths: [folder],
  devicePaths: [],
});

/**
 * Chooses the driver: the system's where it gives a real GPU, else SwiftShader.
 *
 * @param environment The worker's own environment, for what its operator says there about Vulkan.
 * @throws NoAdapterError when no candidate gives an adapter.
 * @throws the signal's reason when aborted.
 */
export async function selectDriver(
  preference: DriverPreference,
  swiftShader: SwiftShader | undefined,
  probe: DriverProbe,
  signal?: AbortSignal,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Driver> {
  const system = systemCandidate(environment);
  const candidates = [
    ...(preference === "auto" ? [system] : []),
    ...(preference === "auto" && swiftShader ? [withPackagedLoader(system, swiftShader)] : []),
    ...(swiftShader ? [softwareCandidate(swiftShader)] : []),
  ];
  const attempts: string[] = swiftShader ? [] : ["swiftshader: its package is not installed"];
  for (const candidate of candidates) {
    try {
      const adapter = await probe(candidate);
      if (!adapter.isSoftware || candidate.source === "swiftshader") return { ...candidate, adapter };
      attempts.push(`${candidate.source}: ${adapter.name} is no GPU`);
    } catch (error) {
      signal?.throwIfAborted();
      attempts.push(`${candidate.source}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new NoAdapterError(attempts);
}
