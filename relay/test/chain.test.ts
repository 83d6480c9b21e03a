import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  acceptResult,
  createWattleClient,
  declineJob,
  depositPayment,
  depositStake,
  mintFaucetToken,
  prepareOffer,
  registerProvider,
  setOperator,
  signOffer,
  submitResult,
  takeOffer,
  type TakeOfferReturnType,
  type WattleClient,
} from "@wattle/sdk";
import {
  buildTree,
  downloadBlob,
  generateJobKey,
  NO_JOB,
  putHandover,
  signUploadToken,
  uploadBlob,
  UploadRefusedError,
} from "@wattle/sdk/blobs";
import { type BaseWallet, JsonRpcProvider, Wallet } from "ethers";
import { type DeployedChain, startLocalChain } from "../../test/support/localChain.ts";
import { type RelayCli, startRelayCli, writeDeployment } from "./support/relayCli.ts";
import { sampleBytes } from "./support/testRelay.ts";

const UNIT = 10n ** 18n;
const digest = `0x${"5a".repeat(32)}`;

describe("the relay's command, with a chain", () => {
  let folder: string;
  let chain: DeployedChain;
  let relay: RelayCli;
  let token: string;
  let salt = 0;
  const owner = Wallet.createRandom();
  const operator = Wallet.createRandom();
  const client = Wallet.createRandom();
  const stranger = Wallet.createRandom();

  const connect = (signer: BaseWallet): WattleClient =>
    createWattleClient({
      rpcUrls: chain.rpcUrl,
      signer,
      deployment: chain.deployment,
      pollingIntervalMs: 100,
    });

  /** Uploads new bytes with a token of `account` that `key` signs. */
  async function upload(account: string, key: BaseWallet, jobId?: string): Promise<void> {
    const bytes = sampleBytes(1000, ++salt);
    const { url } = await uploadBlob({
      store: relay.url,
      bytes,
      retryDelaysMs: [],
      token: ({ root, size }) =>
        signUploadToken(key, {
          chainId: BigInt(chain.deployment.chainId),
          escrow: chain.deployment.contracts.jobEscrow,
          store: relay.url,
          account,
          root,
          size,
          ...(jobId === undefined ? {} : { jobId }),
        }),
    });
    assert.deepEqual(await downloadBlob(url), bytes);
  }

  async function refused(uploading: Promise<void>, reason: RegExp): Promise<void> {
    await assert.rejects(uploading, (error) => {
      assert.ok(error instanceof UploadRefusedError, String(error));
      assert.equal(error.status, 403);
      assert.match(error.message, reason);
      return true;
    });
  }

  async function openJob(): Promise<TakeOfferReturnType> {
    const provider = owner.address;
    const offer = await prepareOffer(connect(owner), {
      provider,
      token,
      ratePerSecond: 1n,
      collateral: UNIT,
    });
    const signed = await signOffer(connect(owner), { offer });
    return takeOffer(connect(client), {
      ...signed,
      runLimitSeconds: 60,
      specDigest: digest,
      specRoot: digest,
    });
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "wattle-relay-"));
    chain = await startLocalChain({ kind: "hardhat" });
    token = chain.deployment.tokens.stake;
    const [funder] = chain.accounts;
    assert.ok(funder !== undefined);
    // Without the cache, which would give the second transaction the nonce of the first.
    const rpc = new JsonRpcProvider(chain.rpcUrl, chain.deployment.chainId, {
      staticNetwork: true,
      cacheTimeout: -1,
    });
    const funding = funder.connect(rpc);
    for (const { address } of [owner, client]) {
      await (await funding.sendTransaction({ to: address, value: 10n * UNIT })).wait();
      await mintFaucetToken(connect(funder), { token, to: address, amount: 100n * UNIT });
    }
    rpc.destroy();
    await writeDeployment(join(folder, "deployment.json"), chain.deployment);
    relay = await startRelayCli(
      ["--listen", "127.0.0.1:0", "--chain", join(folder, "deployment.json"), "--rpc", chain.rpcUrl],
      { WATTLE_RELAY_DATA: join(folder, "data") },
    );
  });
  after(async () => {
    await chain.stop();
    await relay.stop("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  it("prints one line with its address", () => {
    assert.deepEqual(relay.lines, [`wattle-relay listens at ${relay.url}`]);
  });

  it("refuses accounts that have nothing on chain", async () => {
    await refused(upload(stranger.address, stranger), /neither enough in the payment vault nor enough stake/);
    await refused(upload(client.address, client), /neither enough in the payment vault nor enough stake/);
  });

  it("takes blobs of an account with a claim in the vault, signed by itself only", async () => {
    await depositPayment(connect(client), { token, amount: 10n * UNIT, marketAllowance: 10n * UNIT });
    await upload(client.address, client);
    await refused(upload(client.address, stranger), /neither by its account nor by an operator/);
  });

  it("takes blobs of a provider with stake, signed by its owner or an operator", async () => {
    const provider = owner.address;
    const { publicKey } = await generateJobKey();
    await registerProvider(connect(owner), {
      payout: owner.address,
      encryptionKey: publicKey,
      endpoint: "",
      operators: [operator.address],
    });
    await refused(upload(provider, operator), /nor enough stake/);
    await depositStake(connect(owner), { provider, amount: 10n * UNIT, authorize: { limit: 10n * UNIT } });
    await upload(provider, operator);
    await upload(provider, owner);
    await refused(upload(provider, stranger), /neither by its account nor by an operator/);
    // An operator is nobody by itself.
    await refused(upload(operator.address, operator), /neither enough/);
  });

  it("takes blobs of both parties of a job until it ends, and of nobody else", async () => {
    const provider = owner.address;
    const job = await openJob();
    const jobs = {
      ...job,
      parties: [
        [client.address, client],
        [provider, operator],
        [provider, owner],
      ] as const,
    };
    for (const [account, key] of jobs.parties) await upload(account, key, job.jobId);
    await refused(upload(stranger.address, stranger, job.jobId), /no party of this job/);
    await refused(upload(client.address, operator, job.jobId), /neither by its account/);

    // The client is a provider too; its operator is no party of what the client buys.
    const clientsOperator = Wallet.createRandom();
    await registerProvider(connect(client), {
      payout: client.address,
      encryptionKey: (await generateJobKey()).publicKey,
      endpoint: "",
      operators: [clientsOperator.address],
    });
    await refused(upload(client.address, clientsOperator, job.jobId), /no party of this job/);

    await submitResult(connect(owner), { terms: job.terms, resultDigest: digest, resultRoot: digest });
    for (const [account, key] of jobs.parties) await upload(account, key, job.jobId);

    await acceptResult(connect(client), { terms: job.terms });
    for (const [account, key] of jobs.parties) await refused(upload(account, key, job.jobId), /has ended/);
  });

  it("takes a hand-over of the job's client only, while the job has not ended", async () => {
    const job = await openJob();
    const handOver = async (account: string, key: BaseWallet, jobId = job.jobId): Promise<void> => {
      const token = ({ root, size }: { root: string; size: number }) =>
        signUploadToken(key, {
          chainId: BigInt(chain.deployment.chainId),
          escrow: chain.deployment.contracts.jobEscrow,
          store: relay.url,
          account,
          jobId,
          root,
          size,
        });
      await putHandover({ store: relay.url, jobId, bytes: sampleBytes(200, ++salt), token });
    };
    await handOver(client.address, client);
    await refused(handOver(owner.address, owner), /Only a job's client/);
    await refused(handOver(owner.address, operator), /Only a job's client/);
    await refused(handOver(client.address, stranger), /neither by its account/);
    await refused(handOver(client.address, client, digest), /no such job/);
    await refused(handOver(client.address, client, NO_JOB), /no such job/);
    await declineJob(connect(owner), { terms: job.terms, reason: "" });
    await refused(handOver(client.address, client), /has ended/);
  });

  it("refuses a job that does not exist", async () => {
    await refused(upload(client.address, client, digest), /no such job/);
  });

  it("takes blobs of a smart account by ERC-1271, and not of a contract that refuses", async () => {
    const rpc = new JsonRpcProvider(chain.rpcUrl, chain.deployment.chainId, { staticNetwork: true });
    const [agreeing, reverting, silent] = [1, 2, 3].map((n) => `0x${String(n).padStart(40, "a")}`) as [
      string,
      string,
      string,
    ];
    // Returns the magic value to every call; reverts; returns nothing.
    await rpc.send("hardhat_setCode", [agreeing, "0x631626ba7e60e01b5f5260205ff3"]);
    await rpc.send("hardhat_setCode", [reverting, "0x5f5ffd"]);
    await rpc.send("hardhat_setCode", [silent, "0x00"]);
    rpc.destroy();
    for (const to of [agreeing, reverting, silent]) {
      await depositPayment(connect(client), { token, amount: UNIT, to });
    }
    await upload(agreeing, stranger);
    for (const account of [reverting, silent])
      await refused(upload(account, stranger), /neither by its account/);
  });

  it("forgets an operator as soon as the chain does", async () => {
    await upload(owner.address, operator);
    await setOperator(connect(owner), {
      provider: owner.address,
      operator: operator.address,
      allowed: false,
    });
    await refused(upload(owner.address, operator), /neither by its account nor by an operator/);
  });

  it("refuses new blobs while the chain does not answer, and still serves what it has", async () => {
    const bytes = sampleBytes(1000, 999);
    const token = signUploadToken(client, {
      chainId: BigInt(chain.deployment.chainId),
      escrow: chain.deployment.contracts.jobEscrow,
      store: relay.url,
      account: client.address,
      root: (await buildTree(bytes)).root,
      size: bytes.length,
    });
    const { url } = await uploadBlob({ store: relay.url, bytes, token: () => token });
    await chain.stop();
    const uploading = upload(client.address, client);
    await assert.rejects(
      uploading,
      (error) => error instanceof UploadRefusedError && error.status === 503 && error.retryable,
    );
    assert.deepEqual(await downloadBlob(url), bytes);
  });

  it("ends cleanly when it is told to", async () => {
    assert.equal(await relay.stop("SIGTERM"), 0);
    await assert.rejects(fetch(relay.url));
  });
});
