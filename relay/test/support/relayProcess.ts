/**
 * A relay in a process of its own, for tests that kill it or fill its disk. Takes relay options as JSON and prints
 * its address.
 */
import { createRelay } from "../../src/createRelay.ts";
import type { RelayOptions } from "../../src/relayOptions.ts";
import { CHAIN_ID, ESCROW, ownKeyCheck } from "./testRelay.ts";

const options = JSON.parse(process.argv[2] ?? "{}") as Pick<RelayOptions, "dataDir">;
const relay = await createRelay({ chainId: CHAIN_ID, escrow: ESCROW, partyCheck: ownKeyCheck, ...options });
console.log(relay.url);
