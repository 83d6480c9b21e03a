import type { Signer } from "ethers";
import {
  NO_JOB,
  type SignedUploadToken,
  UPLOAD_TOKEN_TYPES,
  uploadTokenDomain,
  type UploadTokenPlace,
} from "./uploadToken.ts";

/** What {@link signUploadToken} signs. */
export interface SignUploadTokenParameters extends UploadTokenPlace {
  /** The client, or the provider's id. */
  readonly account: string;
  /** The blob: `buildTree` gives both. */
  readonly root: string;
  readonly size: number;
  /** Default: none ({@link NO_JOB}). */
  readonly jobId?: string | undefined;
  /** How long the upload may be started, in seconds. Default: 600. */
  readonly validSeconds?: number | undefined;
}

/**
 * Signs the permission to upload a blob. The store asks the chain whether the account is a party of the job, or,
 * where there is no job yet, whether it has money in the vault or stake.
 *
 * @param signer The account, or an operator of the provider.
 *
 * @example
 * ```ts
 * import { buildTree, signUploadToken } from "@wattle/sdk/blobs";
 *
 * const { root, size } = await buildTree(bytes);
 * const account = await signer.getAddress();
 * const token = await signUploadToken(signer, { chainId: 31337n, escrow, store, account, root, size });
 * ```
 */
export async function signUploadToken(
  signer: Pick<Signer, "signTypedData">,
  parameters: SignUploadTokenParameters,
): Promise<SignedUploadToken> {
  const { account, root, size, jobId = NO_JOB, validSeconds = 600 } = parameters;
  const token = { account, jobId, root, size, expiresAt: Math.floor(Date.now() / 1000) + validSeconds };
  const signature = await signer.signTypedData(uploadTokenDomain(parameters), UPLOAD_TOKEN_TYPES, token);
  return { token, signature };
}
