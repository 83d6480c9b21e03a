import { deployContracts } from "../../../scripts/deployment/deployContracts.ts";
import { networkOf } from "../../../scripts/deployment/networkOf.ts";
import { readParameters } from "../../../scripts/deployment/parameters.ts";
import { planSuite } from "../../../scripts/deployment/planSuite.ts";
import { waitForPending } from "../../../scripts/deployment/waitForPending.ts";
import { createRpcProvider } from "../../../sdk/src/rpc/createRpcProvider.ts";
import { Wallet } from "ethers";

// A process that deploys a network's suite to an endpoint, for tests that end it: what `npm run deploy` does after its
// plan, without the plan's rehearsal.

const [name = "", rpcUrl = "", key = ""] = process.argv.slice(2);
const { chainId } = networkOf(name);
const signer = new Wallet(key, createRpcProvider(rpcUrl, { chainId, timeoutMs: 60_000 }));
const { contracts } = await planSuite(await readParameters(name));
if (signer.provider !== null) await waitForPending(signer.provider, signer.address);
const results = await deployContracts(signer, contracts);
console.log(JSON.stringify(Object.fromEntries(results)));
process.exit();
