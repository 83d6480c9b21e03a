import type * as webgpu from "webgpu";
import type { ChildAdapter } from "./childProtocol.ts";
import type { AdapterLimits } from "./types.ts";

/** A device, and the adapter that it came from. */
export interface OpenedDevice {
  readonly device: GPUDevice;
  readonly adapter: ChildAdapter;
}

// Dawn uses freed memory once the object that create() returned is collected, so it must never be.
const kept: GPU[] = [];

const limitsOf = (limits: GPUSupportedLimits): AdapterLimits => ({
  maxBufferSize: limits.maxBufferSize,
  maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
  maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
  maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
  maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
  maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
  maxComputeWorkgroupSizeY: limits.maxComputeWorkgroupSizeY,
  maxComputeWorkgroupSizeZ: limits.maxComputeWorkgroupSizeZ,
  maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
});

const nameOf = (info: GPUAdapterInfo): string => {
  const device = info.device.replace(/-+$/, "");
  const name =
    device === "" || info.description === "" ? device + info.description : `${device} (${info.description})`;
  return (name === "" ? `${info.vendor} ${info.architecture}` : name).slice(0, 200);
};

/**
 * Opens the best adapter that the driver offers, with all the memory and workgroup limits that it has.
 *
 * @throws when the driver offers no adapter, or no device.
 */
export async function openDevice(webgpuUrl: string): Promise<OpenedDevice> {
  const { create, globals } = (await import(webgpuUrl)) as typeof webgpu;
  Object.assign(globalThis, globals);
  // No flags, ever: some of them switch Dawn's bounds checks off.
  const gpu = create([]);
  kept.push(gpu);
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null) throw new Error("the driver offers no adapter");
  const limits = limitsOf(adapter.limits);
  const { info } = adapter;
  const device = await adapter.requestDevice({ requiredLimits: { ...limits } });
  return {
    device,
    adapter: {
      name: nameOf(info),
      vendor: info.vendor.slice(0, 200),
      isSoftware: info.isFallbackAdapter || info.vendor === "google" || info.architecture === "software",
      limits,
    },
  };
}
