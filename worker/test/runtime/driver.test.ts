import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile, rename } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import type { ChildAdapter } from "../../src/runtime/childProtocol.ts";
import { selectDriver, type DriverCandidate } from "../../src/runtime/driver.ts";
import { NoAdapterError } from "../../src/runtime/errors.ts";
import { unpackSwiftShader, type SwiftShader } from "../../src/runtime/swiftShader.ts";
import { readTarFiles } from "../../src/runtime/tar.ts";
import { SQUARES, SQUARES_OUTPUT } from "./support/programs.ts";
import { assertNothingLeft, openTestRuntime, temporaryFolder } from "./support/testRuntime.ts";

const folder = await temporaryFolder();

const limits = {
  maxBufferSize: 1,
  maxStorageBufferBindingSize: 1,
  maxStorageBuffersPerShaderStage: 1,
  maxComputeWorkgroupStorageSize: 1,
  maxComputeInvocationsPerWorkgroup: 1,
  maxComputeWorkgroupSizeX: 1,
  maxComputeWorkgroupSizeY: 1,
  maxComputeWorkgroupSizeZ: 1,
  maxComputeWorkgroupsPerDimension: 1,
};
const GPU: ChildAdapter = { name: "a GPU", vendor: "nvidia", isSoftware: false, limits };
const CPU: ChildAdapter = { name: "a CPU", vendor: "mesa", isSoftware: true, limits };
const SWIFT_SHADER: SwiftShader = { folder: "/ss", manifest: "/ss/icd.json", loaderFolder: "/ss/loader" };

/** A machine on which each source gives the named adapter, or none. */
const machine = (adapters: Partial<Record<DriverCandidate["source"], ChildAdapter>>) => {
  const asked: DriverCandidate[] = [];
  const probe = async (candidate: DriverCandidate): Promise<ChildAdapter> => {
    asked.push(candidate);
    const adapter = adapters[candidate.source];
    if (adapter === undefined) throw new Error("the driver offers no adapter");
    return adapter;
  };
  return { asked, probe };
};

describe("selectDriver", () => {
  test("takes the system's GPU first", async () => {
    const { asked, probe } = machine({ system: GPU, swiftshader: CPU });
    const driver = await selectDriver("auto", SWIFT_SHADER, probe, undefined, {});
    assert.deepEqual([driver.source, driver.adapter, asked.length], ["system", GPU, 1]);
    assert.equal(driver.env["VK_DRIVER_FILES"], undefined);
  });

  test("brings a Vulkan loader to a GPU's driver that has none", async () => {
    const { probe } = machine({ "system-packaged-loader": GPU, swiftshader: CPU });
    const driver = await selectDriver("auto", SWIFT_SHADER, probe, undefined, {
      LD_LIBRARY_PATH: "/opt/lib",
    });
    assert.equal(driver.source, "system-packaged-loader");
    assert.equal(driver.env["LD_LIBRARY_PATH"], "/opt/lib:/ss/loader");
    assert.ok(["/opt/lib", "/ss/loader"].every((path) => driver.readOnlyPaths.includes(path)));
  });

  test("takes SwiftShader rather than another software driver, and sees no GPU's nodes then", async () => {
    const { probe } = machine({ system: CPU, swiftshader: CPU });
    const driver = await selectDriver("auto", SWIFT_SHADER, probe, undefined, {});
    assert.deepEqual(driver, {
      source: "swiftshader",
      env: {
        VK_LOADER_LAYERS_DISABLE: "~implicit~",
        VK_DRIVER_FILES: "/ss/icd.json",
        VK_ICD_FILENAMES: "/ss/icd.json",
        LD_LIBRARY_PATH: "/ss/loader",
      },
      readOnlyPaths: ["/ss"],
      devicePaths: [],
      adapter: CPU,
    });
  });

  test("asks no GPU when the software driver is wanted", async () => {
    const { asked, probe } = machine({ system: GPU, swiftshader: CPU });
    assert.equal((await selectDriver("software", SWIFT_SHADER, probe)).source, "swiftshader");
    assert.equal(asked.length, 1);
  });

  test("follows an operator who names a driver, and nothing else of the environment", async () => {
    const { probe } = machine({ system: GPU });
    const environment = {
      VK_DRIVER_FILES: "/opt/gpu/icd.json",
      WATTLE_KEY: "secret",
      VK_INSTANCE_LAYERS: "spy",
    };
    const driver = await selectDriver("auto", undefined, probe, undefined, environment);
    assert.deepEqual(driver.env, {
      VK_LOADER_LAYERS_DISABLE: "~implicit~",
      VK_DRIVER_FILES: "/opt/gpu/icd.json",
    });
    assert.ok(driver.readOnlyPaths.includes("/opt/gpu"));
  });

  test("error: NoAdapterError says what was tried", async () => {
    const { probe } = machine({ system: CPU });
    await assert.rejects(
      selectDriver("auto", undefined, probe, undefined, {}),
      (error) =>
        error instanceof NoAdapterError &&
        /swiftshader: its package is not installed; system: a CPU is no GPU/.test(error.message),
    );
  });

  test("an abort ends the search with its reason", async () => {
    const reason = new Error("stopped");
    const { asked, probe } = machine({});
    await assert.rejects(selectDriver("auto", SWIFT_SHADER, probe, AbortSignal.abort(reason)), reason);
    assert.equal(asked.length, 1);
  });
});

test("on this machine, a software driver runs only where there is no GPU, and says so", async () => {
  const { runtime } = await openTestRuntime({ driver: "auto" });
  const { adapter, isSoftware, source } = runtime.driver;
  console.log(`this machine computes on ${adapter} (${source})`);
  assert.equal(isSoftware, source === "swiftshader");
});

test("folders may be given relative to where the worker was started", async () => {
  const from = relative(process.cwd(), folder);
  const options = { cacheFolder: join(from, "relative-cache"), workFolder: join(from, "jobs") };
  const { run, workFolder } = await openTestRuntime(options);
  assert.deepEqual((await run({ program: SQUARES })).outputs.get("squares"), SQUARES_OUTPUT);
  assertNothingLeft(workFolder);
});

describe("unpackSwiftShader", () => {
  test("gives one complete folder to any number of workers at once", async () => {
    const cache = join(folder, "cache");
    const [first, ...others] = await Promise.all(
      Array.from({ length: 3 }, async () => unpackSwiftShader(cache)),
    );
    assert.ok(first);
    for (const other of others) assert.deepEqual(other, first);
    assert.equal((await readdir(cache)).length, 1, "drafts are left");
    assert.deepEqual((await readdir(first.folder)).sort(), ["icd.json", "libvk_swiftshader.so", "loader"]);
    assert.deepEqual(await readdir(first.loaderFolder), ["libvulkan.so.1"]);
  });

  test("names the driver by its absolute path, also after the cache has moved", async () => {
    const moved = join(folder, "moved");
    await rename(join(folder, "cache"), moved);
    const swiftShader = await unpackSwiftShader(moved);
    const manifest = JSON.parse(await readFile(swiftShader?.manifest ?? "", "utf8")) as {
      ICD: { library_path: string };
    };
    assert.ok(manifest.ICD.library_path.startsWith(moved) && existsSync(manifest.ICD.library_path));
  });
});

describe("readTarFiles", () => {
  const entry = (name: string, type: string, content: string): Buffer => {
    const block = Buffer.alloc(512 + Math.ceil(content.length / 512) * 512);
    block.write(name, 0);
    block.write(content.length.toString(8).padStart(11, "0"), 124);
    block.write(type, 156);
    block.write(content, 512);
    return block;
  };

  test("gives regular files and passes links and folders over", () => {
    const archive = Buffer.concat([
      entry("folder/", "5", ""),
      entry("./one", "0", "first"),
      entry("link", "2", ""),
      entry("two", "\0", "x".repeat(700)),
      Buffer.alloc(1024),
    ]);
    const files = [...readTarFiles(archive)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
    assert.deepEqual(files, [
      ["one", "first"],
      ["two", "x".repeat(700)],
    ]);
  });

  test("refuses a damaged archive", () => {
    assert.throws(() => readTarFiles(entry("one", "0", "first").subarray(0, 514)), /damaged/);
    assert.throws(() => readTarFiles(Buffer.alloc(512, "z")), /damaged/);
  });
});
