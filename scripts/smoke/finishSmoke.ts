import { formatEther } from "ethers";
import {
  authorizeService,
  getClaim,
  getStake,
  startThaw,
  withdrawPayment,
  withdrawStake,
} from "../../sdk/src/index.ts";
import { sweepEther } from "./moveEther.ts";
import { clientOf, type SmokeContext } from "./smokeContext.ts";
import type { SmokeAccounts } from "./smokeAccounts.ts";

/** What became of a run. */
export interface FinishReport {
  readonly run: number;
  /** Unix time in seconds at which the rest can be withdrawn; null if nothing is left. */
  readonly thawedAt: number | null;
  /** Base units of the stake token. */
  readonly withdrawn: bigint;
  /** What came back, in wei. */
  readonly returnedWei: bigint;
}

/**
 * Brings home what a smoke test left: claims, stake that has thawed, ETH. A run that broke off starts to thaw; one whose
 * stake still thaws is left as it is.
 */
export async function finishSmoke(context: SmokeContext, accounts: SmokeAccounts): Promise<FinishReport> {
  const { rpc, deployment, deployer, confirmations, say, signal } = context;
  const options = { confirmations, signal };
  const token = deployment.tokens.stake;
  const name = `run ${String(accounts.run)}`;
  for (const account of [accounts.provider, accounts.client]) {
    if ((await getClaim(clientOf(context, account), { token, account: account.address })) === 0n) continue;
    // One that has no gas any more has nothing but test tokens to lose.
    if ((await rpc.getBalance(account.address)) > 0n)
      await withdrawPayment(clientOf(context, account), { token, ...options });
  }
  const provider = clientOf(context, accounts.provider);
  const id = accounts.provider.address;
  const stake = await getStake(provider, { provider: id });
  if (stake.committed > 0n && stake.thawing === 0n) {
    // A job that broke off keeps its collateral until somebody ends it.
    const { limit, locked } = stake.authorization;
    if (limit > locked) {
      await authorizeService(provider, { provider: id, limit: locked, maxPerLock: 0n, ...options });
    }
    const { free } = await getStake(provider, { provider: id });
    if (free > 0n) await startThaw(provider, { provider: id, amount: free, ...options });
  }
  const { thawing, thawedAt } = await getStake(provider, { provider: id });
  const now = (await rpc.getBlock("latest"))?.timestamp ?? 0;
  if (thawing > 0n && now < thawedAt) {
    say(`${name}: ${formatEther(thawing)} tokens thaw until ${new Date(1000 * thawedAt).toISOString()}`);
    return { run: accounts.run, thawedAt, withdrawn: 0n, returnedWei: 0n };
  }
  const withdrawn =
    thawing === 0n
      ? 0n
      : (await withdrawStake(provider, { provider: id, to: deployer.address, ...options })).amount;
  const returnedWei =
    (await sweepEther(rpc, accounts.client, deployer.address, signal)) +
    (await sweepEther(rpc, accounts.provider, deployer.address, signal));
  say(
    `${name}: nothing is left; ${formatEther(withdrawn)} tokens and ${formatEther(returnedWei)} ETH came back`,
  );
  return { run: accounts.run, thawedAt: null, withdrawn, returnedWei };
}
