import { createHash, randomBytes } from "node:crypto";
import type { Reach } from "./invariants/Reach.ts";
import { runInvariants } from "./invariants/runInvariants.ts";

// Runs the invariants from a fresh seed, and fails as well where their handlers left an action or a state out, or
// where an action mostly did not do what it should: an invariant that holds over nothing says nothing.
// WATTLE_SEED repeats a run; `npm run test:deep` makes a long one.

// A draw may leave out what is rare. What three of them leave out is not rare, it cannot be reached.
const ROUNDS = 3;

const seed = process.env["WATTLE_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
console.log(`seed ${seed} (WATTLE_SEED repeats it)`);
const seedOf = (round: number): string =>
  round === 0
    ? seed
    : `0x${createHash("sha256")
        .update(`${seed}/${String(round)}`)
        .digest("hex")}`;

let complaints: readonly string[] = [];
let earlier: Reach | undefined;
for (let round = 0; round < ROUNDS; round++) {
  const tell = (text: string): void => void process.stdout.write(text);
  const { ok, reach, seconds } = await runInvariants({ seed: seedOf(round), earlier, tell });
  console.log(`${ok ? "✔" : "✘"} invariants hold (${seconds.toFixed(1)} s)`);
  if (!ok) process.exit(1);
  console.log(reach.table());
  complaints = reach.complaints();
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length === 0) break;
  earlier = reach;
}
console.log(
  complaints.length === 0 ? "✔ invariants reach everything" : "✘ invariants do not reach everything",
);
process.exit(complaints.length === 0 ? 0 : 1);
