import { encodeManifest, type JobManifest, takeOffer, type WattleClient } from "@wattle/sdk";
import {
  generateJobKey,
  recipientFromPublicKey,
  sealEnvelope,
  signUploadToken,
  uploadBlob,
} from "@wattle/sdk/blobs";
import { SQUARES } from "../runtime/support/programs.ts";
import { bytes32 } from "./jobs.ts";
import type { TestProvider } from "./market.ts";

/** What is wrong with a job. */
export interface Tampering {
  readonly manifest?: Partial<JobManifest>;
  /** Encrypt the manifest to this key instead of the provider's (0x hex). */
  readonly publicKey?: string;
  /** Say another digest on chain. */
  readonly specDigest?: string;
  /** Say another root on chain. */
  readonly specRoot?: string;
  readonly runLimitSeconds?: number;
}

/** Opens a job that no client library would make. Returns its id. */
export async function openBadJob(
  client: WattleClient,
  provider: TestProvider,
  tampering: Tampering,
): Promise<string> {
  const store = provider.endpoint;
  const jobKey = await generateJobKey();
  const document = encodeManifest({
    version: 1,
    runtime: "wgsl",
    program: SQUARES,
    inputs: [],
    requirements: { bufferBytes: 16, memoryBytes: 2 ** 29 },
    comparison: { mode: "exact" },
    recipients: [jobKey.recipient],
    resultStore: store,
    ...tampering.manifest,
  });
  const recipient = recipientFromPublicKey(tampering.publicKey ?? provider.identity.publicKey);
  const { bytes, tree } = await sealEnvelope(document, [recipient]);
  const signer = client.signer;
  if (signer === null) throw new Error("the client cannot sign");
  const place = {
    chainId: BigInt(client.chainId),
    escrow: client.deployment.contracts.jobEscrow,
    store,
  };
  const token = await signUploadToken(signer, { ...place, ...tree, account: await signer.getAddress() });
  await uploadBlob({ store, bytes, tree, token });
  const { jobId } = await takeOffer(client, {
    ...provider.offer,
    runLimitSeconds: tampering.runLimitSeconds ?? 20,
    specDigest: tampering.specDigest ?? document.digest,
    specRoot: tampering.specRoot ?? tree.root,
  });
  return jobId;
}

/** An input that stands at an address where there is nothing. */
export function missingInput(location: string): Pick<JobManifest, "inputs" | "program"> {
  return {
    program: { ...SQUARES, bindings: [...SQUARES.bindings, { binding: 1, kind: "input", name: "scene" }] },
    inputs: [
      {
        name: "scene",
        blob: {
          root: bytes32(1),
          size: 100,
          locations: [location],
          encryption: "age",
          plaintextDigest: bytes32(2),
          plaintextSize: 4,
        },
      },
    ],
  };
}
