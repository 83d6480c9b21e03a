import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { getJob, type WattleClient } from "@wattle/sdk";
import { blobUrl, cidOfRoot, generateJobKey } from "@wattle/sdk/blobs";
import { createJob } from "@wattle/sdk/jobs";
import { missingInput, openBadJob, type Tampering } from "../support/badJob.ts";
import { INCREMENT, jobOf, lockedOf, NUMBERS } from "../support/jobRequests.ts";
import { bytes32 } from "../support/jobs.ts";
import { type Market, RATE, type TestProvider } from "../support/market.ts";
import { startTestWorker, type TestWorker } from "../support/testWorker.ts";

/** Stories of jobs that cannot be taken. */
export function badClients(market: () => Market): void {
  describe("a worker with clients who make mistakes, or worse", { concurrency: false }, () => {
    let client: WattleClient;
    let provider: TestProvider;
    let worker: TestWorker;
    before(async () => {
      client = await market().addClient();
      provider = await market().addProvider({
        config: {
          policy: {
            maxRunSeconds: 60,
            minRatePerSecond: { [market().token]: String(RATE) },
            maxMemoryBytes: 2 ** 30,
          },
        },
      });
      worker = await startTestWorker(provider);
    });
    after(async () => worker.stop());

    const cases: readonly (readonly [what: string, reason: RegExp, make: () => Promise<Tampering>])[] = [
      [
        "an input that is not there",
        /^Input scene cannot be fetched: .*404/,
        async () => ({
          manifest: missingInput(blobUrl(market().relay.url, bytes32(1))),
        }),
      ],
      [
        "an input in the worker's own network",
        /refused by the caller's policy/,
        async () => ({
          manifest: missingInput(`http://169.254.169.254/blobs/${cidOfRoot(bytes32(1))}`),
        }),
      ],
      [
        "a manifest that is not there",
        /^The manifest cannot be fetched/,
        async () => ({ specRoot: bytes32(1) }),
      ],
      [
        "a manifest for somebody else",
        /^The manifest cannot be decrypted/,
        async () => ({
          publicKey: (await generateJobKey()).publicKey,
        }),
      ],
      [
        "a manifest of another digest",
        /^The manifest is not usable: .*digest/,
        async () => ({ specDigest: bytes32(3) }),
      ],
      [
        "a result store that the operator does not allow",
        /result store/,
        async () => ({
          manifest: { resultStore: "http://127.0.0.1:10" },
        }),
      ],
      [
        "more memory than there is",
        /memory/,
        async () => ({
          manifest: { requirements: { bufferBytes: 16, memoryBytes: 2 ** 31 } },
        }),
      ],
      ["a run that is too long", /run limit/, async () => ({ runLimitSeconds: 61 })],
    ];
    for (const [what, reason, make] of cases) {
      it(`declines ${what}, at no loss`, async () => {
        const jobId = await openBadJob(client, provider, await make());
        await worker.untilStep(jobId, "declined");
        const onChain = await getJob(client, { jobId });
        const [, declined] = onChain.events;
        assert.ok(declined?.type === "job-declined");
        assert.match(declined.reason, reason);
        assert.equal(await lockedOf(client, provider), 0n);
        assert.ok(!worker.stepsOf(jobId).includes("running"));
      });
    }

    it("declines an input whose plaintext is not what the manifest says", async () => {
      const created = await createJob(client, {
        ...jobOf(INCREMENT),
        provider: { encryptionKey: provider.identity.publicKey, endpoint: market().relay.url },
        inputs: { numbers: NUMBERS },
      });
      const [input] = created.manifest.inputs;
      if (input === undefined) throw new Error("the job lost its input");
      const inputs = [{ ...input, blob: { ...input.blob, plaintextDigest: bytes32(5) } }];
      const jobId = await openBadJob(client, provider, { manifest: { ...created.manifest, inputs } });
      assert.match(
        (await worker.untilStep(jobId, "refused")) ?? "",
        /^Input numbers is not usable: .*digest/,
      );
      await worker.untilStep(jobId, "declined");
    });

    it("declines an input that does not arrive, while it still can", async (test) => {
      const { url, close } = await startTrickle();
      test.after(close);
      const impatient = await market().addProvider({
        declineSeconds: 40,
        config: {
          stores: { allowed: [url, "http://127.0.0.1:9"] },
          reserves: { declineMarginSeconds: 25, deliverReserveSeconds: 2 },
        },
      });
      const impatientWorker = await startTestWorker(impatient);
      const manifests = [blobUrl(url, bytes32(1)), blobUrl("http://127.0.0.1:9", bytes32(1))].map(
        missingInput,
      );
      const jobIds: string[] = [];
      for (const manifest of manifests) jobIds.push(await openBadJob(client, impatient, { manifest }));
      const reasons: (string | null)[] = [];
      for (const jobId of jobIds) {
        reasons.push(await impatientWorker.untilStep(jobId, "refused"));
        await impatientWorker.untilStep(jobId, "declined");
      }
      // On a slow machine the download may be given up once before the window closes, and is the reason then.
      assert.match(reasons[0] ?? "", /within the decline window|sent nothing useful/);
      assert.match(reasons[1] ?? "", /^Input scene cannot be fetched: .*the connection failed/);
    });
  });
}

/** A store that sends a byte now and then. */
async function startTrickle(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-length": "100000" });
    const trickle = setInterval(() => response.write("x"), 200);
    response.on("close", () => clearInterval(trickle));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`, close };
}
