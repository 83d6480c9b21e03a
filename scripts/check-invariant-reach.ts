import { randomBytes } from "node:crypto";
import { runInvariants } from "./invariants/runInvariants.ts";

// Runs the invariants from a fresh seed, and fails as well where their handlers left an action or a state out, or
// where an action mostly did not do what it should: an invariant that holds over nothing says nothing.
// WATTLE_SEED repeats a run; `npm run test:deep` makes a long one.

const seed = process.env["WATTLE_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
console.log(`seed ${seed} (WATTLE_SEED repeats it)`);
const { ok, reach, seconds } = await runInvariants({ seed, tell: (text) => process.stdout.write(text) });
console.log(`${ok ? "✔" : "✘"} invariants hold (${seconds.toFixed(1)} s)`);
if (!ok) process.exit(1);

console.log(reach.table());
const complaints = reach.complaints();
for (const complaint of complaints) console.error(complaint);
console.log(
  complaints.length === 0 ? "✔ invariants reach everything" : "✘ invariants do not reach everything",
);
process.exit(complaints.length === 0 ? 0 : 1);
