import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import {
  type BlobTree,
  buildTree,
  encodeUploadToken,
  type SignedUploadToken,
  signUploadToken,
  type SignUploadTokenParameters,
} from "@wattle/sdk/blobs";
import { type HDNodeWallet, Wallet } from "ethers";
import { createRelay } from "../../src/createRelay.ts";
import type { PartyCheck } from "../../src/partyCheck.ts";
import { RelayRefusal } from "../../src/refusal.ts";
import type { RelayOptions } from "../../src/relayOptions.ts";

export const CHAIN_ID = 31337n;
export const ESCROW = `0x${"11".repeat(20)}`;

/** A relay under test and somebody who may upload to it. */
export interface TestRelay {
  readonly url: string;
  readonly dataDir: string;
  readonly wallet: HDNodeWallet;
  /** Signs a token of the wallet for a blob. */
  sign(
    blob: Pick<BlobTree, "root" | "size">,
    more?: Partial<SignUploadTokenParameters>,
  ): Promise<SignedUploadToken>;
  /** Asks to begin an upload, by plain HTTP. */
  create(bytes: Uint8Array, more?: Partial<SignUploadTokenParameters>): Promise<Response>;
  close(): Promise<void>;
}

/** A folder that is deleted when the test ends. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wattle-relay-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Lets every account upload that signs for itself; what the chain says is tested with a chain. */
export const ownKeyCheck: PartyCheck = {
  check: async ({ signer, token }) => {
    if (signer !== token.account)
      throw new RelayRefusal("NotAuthorized", "Another key signed.", "Sign again.");
  },
};

/** Starts a relay under test. */
export async function startRelay(t: TestContext, options: Partial<RelayOptions> = {}): Promise<TestRelay> {
  const dataDir = options.dataDir ?? (await temporaryFolder(t));
  const relay = await createRelay({
    dataDir,
    chainId: CHAIN_ID,
    escrow: ESCROW,
    partyCheck: ownKeyCheck,
    ...options,
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= relay.close());
  t.after(close);
  return { ...clientOf(relay.url), dataDir, close };
}

/** Somebody who may upload to the relay at an address. */
export function clientOf(url: string): Pick<TestRelay, "url" | "wallet" | "sign" | "create"> {
  const wallet = Wallet.createRandom();
  const sign: TestRelay["sign"] = ({ root, size }, more = {}) =>
    signUploadToken(wallet, {
      chainId: CHAIN_ID,
      escrow: ESCROW,
      store: url,
      account: wallet.address,
      root,
      size,
      ...more,
    });
  const create: TestRelay["create"] = async (bytes, more) =>
    postUpload(url, bytes.length, encodeUploadToken(await sign(await buildTree(bytes), more)));
  return { url, wallet, sign, create };
}

/** Asks to begin an upload. */
export function postUpload(url: string, length: number, authorization: string | null): Promise<Response> {
  const headers: Record<string, string> = { "tus-resumable": "1.0.0", "upload-length": String(length) };
  if (authorization !== null) headers["authorization"] = authorization;
  return fetch(`${url}/uploads`, { method: "POST", headers });
}

/** Sends a part of an upload. */
export function patchUpload(location: string, offset: number, bytes: Uint8Array): Promise<Response> {
  return fetch(location, {
    method: "PATCH",
    headers: {
      "tus-resumable": "1.0.0",
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
    },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
}

/** Bytes that only the number determines. */
export function sampleBytes(length: number, salt = 0): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + (i >>> 8) * 17 + (i >>> 16) * 7 + salt * 13) & 255);
}
