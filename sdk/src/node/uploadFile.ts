import { type StoredBlob, uploadBlob, type UploadBlobParameters } from "../blobs/uploadBlob.ts";
import { openFileSource } from "./fileSource.ts";

/** What {@link uploadFile} takes: as {@link uploadBlob}, with a path instead of bytes. */
export interface UploadFileParameters extends Omit<UploadBlobParameters, "bytes"> {
  /** The file to store as it is: encrypt it first with `encryptFile` if it is to stay secret. */
  readonly path: string;
}

/**
 * Uploads a file as {@link uploadBlob} does bytes, without reading it to memory.
 *
 * @throws As {@link uploadBlob}.
 *
 * @example
 * ```ts
 * import { uploadFile } from "@wattle/sdk/node";
 *
 * const { url } = await uploadFile({ store, path: "model.onnx.age", token });
 * ```
 */
export async function uploadFile(parameters: UploadFileParameters): Promise<StoredBlob> {
  const file = await openFileSource(parameters.path);
  try {
    return await uploadBlob({ ...parameters, bytes: file });
  } finally {
    await file.close();
  }
}
