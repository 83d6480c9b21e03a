import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { StateInUseError, StateMismatchError, StateMissingError } from "../../src/store/errors.ts";
import { openState, readState, type StateOwner, type WorkerState } from "../../src/store/openState.ts";
import type { Attempt, Intent } from "../../src/transactions/intent.ts";
import { address, bytes32, makeJob, RESULT, TERMS } from "../support/jobs.ts";

const OWNER: StateOwner = { chainId: 31337, escrow: address(1), provider: address(2) };
const folders: string[] = [];
const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "wattle-state-"));
  folders.push(folder);
  return folder;
};
after(async () => Promise.all(folders.map(async (folder) => rm(folder, { recursive: true, force: true }))));

const withState = async (use: (state: WorkerState, changes: string[]) => void): Promise<void> => {
  const changes: string[] = [];
  const state = openState(await freshFolder(), OWNER, (change) => changes.push(change));
  try {
    use(state, changes);
  } finally {
    state.close();
  }
};
const opened = (number: number) => {
  const { terms, specRoot, openedBlock, openedBlockHash } = makeJob();
  return { jobId: bytes32(number), terms, specRoot, openedBlock: openedBlock + number, openedBlockHash };
};
const intent = (kind: Intent["kind"], jobId: string | null = bytes32(9)): Intent => ({
  key: `${kind}:${jobId ?? ""}`,
  kind,
  jobId,
  to: address(3),
  data: "0x1234",
});
const attempt = (nonce: number): Attempt => ({
  hash: bytes32(100 + nonce),
  nonce,
  raw: "0x02",
  maxFeePerGas: 10n ** 20n,
  maxPriorityFeePerGas: 1n,
  gasLimit: 21_000n,
  signedAtMs: 5,
});

describe("the worker's state", () => {
  it("keeps a job as it was, large amounts too", async () => {
    await withState(({ jobs }) => {
      jobs.open(opened(9));
      jobs.change(bytes32(9), { step: "running", runAttempts: 2, runStartedAt: 1234 });
      jobs.change(bytes32(9), { step: "ran", result: RESULT });
      assert.deepEqual(jobs.find(bytes32(9)), {
        ...makeJob({ step: "ran", runAttempts: 2, runStartedAt: 1234, result: RESULT, openedBlock: 14 }),
        terms: TERMS,
      });
    });
  });

  it("lists what is not finished, oldest first", async () => {
    await withState(({ jobs }) => {
      for (const number of [3, 1, 2, 4]) jobs.open(opened(number));
      jobs.change(bytes32(2), { step: "paid" });
      jobs.orphan(bytes32(3));
      assert.deepEqual(
        jobs.unfinished().map(({ jobId }) => jobId),
        [bytes32(1), bytes32(4)],
      );
    });
  });

  it("takes an orphaned job up again where it was, and a finished one from the start", async () => {
    await withState(({ jobs }) => {
      jobs.open(opened(1));
      jobs.change(bytes32(1), { step: "ran", result: RESULT });
      jobs.orphan(bytes32(1));
      assert.equal(jobs.open({ ...opened(1), openedBlockHash: bytes32(77) }), true);
      assert.deepEqual([jobs.find(bytes32(1))?.step, jobs.find(bytes32(1))?.isOrphaned], ["ran", false]);
      jobs.change(bytes32(1), { step: "paid" });
      assert.equal(jobs.open({ ...opened(1), openedBlockHash: bytes32(77) }), false);
      assert.equal(jobs.open({ ...opened(1), openedBlockHash: bytes32(78) }), true);
      assert.deepEqual([jobs.find(bytes32(1))?.step, jobs.find(bytes32(1))?.result], ["seen", null]);
    });
  });

  it("brings urgent intents first, but what has begun before all", async () => {
    await withState(({ transactions }) => {
      transactions.open(intent("payout", null));
      transactions.open(intent("settle"));
      transactions.open(intent("submit"));
      assert.equal(transactions.next()?.kind, "submit");
      transactions.addAttempt(intent("settle"), attempt(1));
      assert.equal(transactions.next()?.kind, "settle");
      transactions.close(intent("settle"), "mined");
      transactions.close(intent("submit"), "failed", "no");
      assert.equal(transactions.next()?.kind, "payout");
      transactions.close(intent("payout", null), "mined");
      assert.equal(transactions.next(), null);
      assert.equal(transactions.countMined("payout:"), 1);
    });
  });

  it("keeps every signed transaction of an intent, until the chain refuses it", async () => {
    await withState(({ transactions }, changes) => {
      transactions.open(intent("submit"));
      transactions.addAttempt(intent("submit"), attempt(1));
      transactions.addAttempt(intent("submit"), attempt(2));
      transactions.addAttempt(intent("submit"), attempt(2));
      assert.deepEqual(transactions.attempts(intent("submit").key), [attempt(1), attempt(2)]);
      assert.equal(changes.filter((change) => change === "transaction:submit:signed").length, 2);
      transactions.close(intent("submit"), "failed", "no");
      assert.deepEqual(transactions.find(intent("submit").key)?.error, "no");
      assert.deepEqual(transactions.attempts(intent("submit").key), []);
      transactions.open({ ...intent("submit"), data: "0x5678" });
      const { status, data, error } = transactions.find(intent("submit").key) ?? {};
      assert.deepEqual({ status, data, error }, { status: "open", data: "0x5678", error: null });
    });
  });

  it("keeps the last 256 blocks, and forgets what is rewound", async () => {
    await withState(({ blocks }) => {
      for (let number = 0; number < 300; number++) blocks.pass({ number, hash: bytes32(number % 256) });
      assert.equal(blocks.passed().length, 256);
      assert.equal(blocks.passed().at(-1)?.number, 44);
      blocks.rewind(100);
      assert.deepEqual(blocks.last(), { number: 100, hash: bytes32(100) });
    });
  });

  it("belongs to one provider on one market", async () => {
    const folder = await freshFolder();
    openState(folder, OWNER).close();
    openState(folder, { ...OWNER, provider: OWNER.provider.toUpperCase().replace("0X", "0x") }).close();
    assert.throws(() => openState(folder, { ...OWNER, provider: address(9) }), StateMismatchError);
    assert.throws(() => openState(folder, { ...OWNER, chainId: 1 }), StateMismatchError);
    openState(folder, OWNER).close();
  });

  it("keeps a second worker out, lets others look, and is free again after a SIGKILL", async (t) => {
    const folder = await freshFolder();
    const openStateUrl = new URL("../../src/store/openState.ts", import.meta.url).href;
    // It holds on to its state: one that nobody refers to is closed with the next collection of garbage.
    const script = `const { openState } = await import(${JSON.stringify(openStateUrl)});
      const state = openState(${JSON.stringify(folder)}, ${JSON.stringify(OWNER)});
      state.blocks.pass({ number: 1, hash: "0x01" });
      console.log("open"); setInterval(() => state.blocks.last(), 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    t.after(() => child.kill("SIGKILL"));
    await Promise.race([
      once(child.stdout, "data"),
      once(child, "exit").then(() => assert.fail("the other worker ended")),
    ]);
    assert.throws(() => openState(folder, OWNER), StateInUseError);
    const reader = readState(folder);
    assert.equal(reader.blocks.last()?.number, 1);
    reader.close();
    child.kill("SIGKILL");
    await once(child, "exit");
    const state = openState(folder, OWNER);
    assert.equal(state.blocks.last()?.number, 1);
    state.close();
  });

  it("says when there is none to look at", async () => {
    const folder = await freshFolder();
    assert.throws(() => readState(folder), StateMissingError);
  });
});
