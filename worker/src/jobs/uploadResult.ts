import { join } from "node:path";
import { signUploadToken } from "@wattle/sdk/blobs";
import { uploadFile } from "@wattle/sdk/node";
import type { Signer } from "ethers";
import type { JobRecord, SealedResult } from "./jobRecord.ts";

/** Who uploads. */
export interface UploadContext {
  readonly chainId: number;
  /** Address of the JobEscrow. */
  readonly escrow: string;
  readonly operator: Pick<Signer, "signTypedData">;
}

/**
 * Uploads a sealed result to the client's store. What the store has already is not sent again.
 *
 * @param folder The job's own folder.
 * @throws `UploadRefusedError` | `UploadFailedError`, or the signal's reason.
 */
export async function uploadResult(
  job: JobRecord,
  result: SealedResult,
  folder: string,
  context: UploadContext,
  signal: AbortSignal,
): Promise<void> {
  const place = { chainId: BigInt(context.chainId), escrow: context.escrow, store: result.store };
  await Promise.all(
    result.files.map((file) =>
      uploadFile({
        store: result.store,
        path: join(folder, file),
        token: ({ root, size }) =>
          signUploadToken(context.operator, {
            ...place,
            account: job.terms.provider,
            jobId: job.jobId,
            root,
            size,
          }),
        signal,
      }),
    ),
  );
}
