import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { createWattleClient, knownDeployments } from "@wattle/sdk";
import { ZeroAddress, ZeroHash } from "ethers";
import type { WorkerEvent } from "../../src/events/workerEvent.ts";
import { LeaseKeeper } from "../../src/leases/leaseKeeper.ts";
import { openState } from "../../src/store/openState.ts";
import type { Intent } from "../../src/transactions/intent.ts";
import { temporaryFolder } from "../runtime/support/testRuntime.ts";

const deployment = knownDeployments.get(31337);
assert.ok(deployment !== undefined);
const client = createWattleClient({ rpcUrls: "http://127.0.0.1:1", deployment });
const owner = { chainId: 31337, escrow: ZeroAddress, provider: ZeroAddress };
const state = openState(join(await temporaryFolder(), "state"), owner);
after(() => {
  state.close();
  client.provider.destroy();
});

test("a machine that cannot compute is not checked in for; one that can again is", async () => {
  const added: Intent[] = [];
  const events: WorkerEvent[] = [];
  let fault: Error | null = new Error("the driver is gone");
  let asked = 0;
  const keeper = new LeaseKeeper({
    client,
    leases: state.leases,
    transactions: state.transactions,
    queue: { add: (intent) => void added.push(intent) },
    config: {
      machineIds: [ZeroHash],
      checkInEverySeconds: null,
      withdraw: { weiPerToken: {}, minFactor: 1, everySeconds: 60 },
    },
    now: () => 1010,
    checkHealth: async () => {
      asked++;
      if (fault !== null) throw fault;
    },
    onEvent: (event) => events.push(event),
    onDone: () => {},
  });
  const [leaseId, party] = [ZeroHash, ZeroAddress];
  const terms = {
    ...{ orderHash: ZeroHash, fill: 1, client: party, provider: party, payout: party, token: party },
    ...{ ratePerSecond: 1n, openedAt: 1000, leaseSeconds: 600, graceSeconds: 60 },
  };
  const slot = { openedBlock: 1, seenAt: 1000, fundedSeconds: 600, servedSeconds: 0, paidSeconds: 0 };
  state.leases.put({ leaseId, terms, machineId: ZeroHash, slot: { ...slot, state: "open" } });
  const look = async (): Promise<void> => {
    await keeper.consider(1, new AbortController().signal);
    await turn();
  };
  await look();
  await look();
  assert.deepEqual(added, []);
  assert.equal(asked, 1, "it is left alone for a while");
  assert.match(JSON.stringify(events), /the machine is at fault: the driver is gone/);

  fault = null;
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await look();
  await look();
  assert.deepEqual(
    added.map(({ kind, key }) => [kind, key]),
    [["check-in", "check-in:0"]],
  );
});
