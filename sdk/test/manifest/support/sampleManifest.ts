import type { BlobRef, JobManifest, JobResult } from "../../../src/manifest/index.ts";

const zeros = `0x${"00".repeat(32)}`;

/** A blob reference that is valid and points nowhere. */
export function sampleBlob(plaintextSize: number): BlobRef {
  return {
    root: `0x${"ab".repeat(32)}`,
    size: plaintextSize + 216,
    locations: ["http://127.0.0.1:8080/blobs/bafybeif7ztnhq65lumvvtr4ekcwd2ifwgm3awq4zfr3srh462rwyinlb4y"],
    encryption: "age",
    plaintextDigest: zeros,
    plaintextSize,
  };
}

/** A valid manifest with one of everything. */
export function sampleManifest(): JobManifest {
  return {
    version: 1,
    runtime: "wgsl",
    program: {
      source: "@compute @workgroup_size(1) fn main() {}\n// ünïcode €",
      bindings: [
        { binding: 0, kind: "input", name: "scene" },
        { binding: 1, kind: "output", name: "image", size: 64 },
        { binding: 2, kind: "scratch", size: 16 },
        { binding: 3, kind: "pass" },
      ],
      steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
    },
    inputs: [{ name: "scene", blob: sampleBlob(1000) }],
    requirements: { bufferBytes: 1000, memoryBytes: 2 ** 28 },
    comparison: { mode: "tolerance", format: "f32", absolute: 1e-7, relative: 0.001, outliersPerMillion: 10 },
    recipients: ["age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"],
    resultStore: "http://127.0.0.1:8080",
  };
}

/** A valid result of {@link sampleManifest}. */
export function sampleResult(): JobResult {
  return {
    version: 1,
    jobId: `0x${"01".repeat(32)}`,
    specDigest: `0x${"02".repeat(32)}`,
    outcome: { status: "completed" },
    outputs: [{ name: "image", blob: sampleBlob(64) }],
    usage: { runMs: 12, adapter: "SwiftShader", energyMillijoules: null },
  };
}
