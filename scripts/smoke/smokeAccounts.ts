import { type BaseWallet, computeHmac, type Provider, toUtf8Bytes, Wallet } from "ethers";

/** The two sides of a smoke test. */
export interface SmokeAccounts {
  /** Which smoke test of this deployer it is, from zero. */
  readonly run: number;
  readonly provider: Wallet;
  readonly client: Wallet;
}

/**
 * The fresh keys of one smoke test. They follow from the deployer's key, so that no file has to keep them until the stake
 * has thawed, and nobody else can know them.
 */
export function smokeAccountsOf(deployer: BaseWallet, chainId: number, run: number): SmokeAccounts {
  const keyOf = (role: string): Wallet => {
    const what = toUtf8Bytes(`wattle smoke test, chain ${String(chainId)}, run ${String(run)}, ${role}`);
    return new Wallet(computeHmac("sha256", deployer.privateKey, what), deployer.provider);
  };
  return { run, provider: keyOf("provider"), client: keyOf("client") };
}

/** The runs that there were: every one whose accounts have been used, in their order. */
export async function findSmokeRuns(
  deployer: BaseWallet,
  chainId: number,
  provider: Provider,
): Promise<readonly SmokeAccounts[]> {
  const runs: SmokeAccounts[] = [];
  for (;;) {
    const accounts = smokeAccountsOf(deployer, chainId, runs.length);
    const { address } = accounts.provider;
    const [balance, sent] = await Promise.all([
      provider.getBalance(address),
      provider.getTransactionCount(address),
    ]);
    if (balance === 0n && sent === 0) return runs;
    runs.push(accounts);
  }
}
