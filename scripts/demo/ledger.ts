import { getClaim, getSlashClaim, getStake, getTokenBalance, type WattleClient } from "@wattle/sdk";

/** What somebody owns of the demo's token, wherever it lies. */
export interface Holdings {
  /** In their own wallet. */
  readonly wallet: bigint;
  /** As a claim in the vault. */
  readonly claim: bigint;
  /** As stake of a provider. */
  readonly stake: bigint;
  /** As a claim from a slash. */
  readonly compensation: bigint;
}

/** Everybody's holdings at one moment, and what the contracts hold. */
export interface Ledger {
  readonly parties: ReadonlyMap<string, Holdings>;
  readonly vaultTokens: bigint;
  readonly stakingTokens: bigint;
  readonly unburned: bigint;
  readonly burned: bigint;
  readonly supply: bigint;
}

const DEAD = "0x000000000000000000000000000000000000dEaD";

/** All that somebody owns. */
export const totalOf = ({ wallet, claim, stake, compensation }: Holdings): bigint =>
  wallet + claim + stake + compensation;

/** Reads everybody's holdings. */
export async function readLedger(
  client: WattleClient,
  token: string,
  parties: ReadonlyMap<string, string>,
): Promise<Ledger> {
  const { contracts, deployment } = client;
  const balance = (account: string): Promise<bigint> => getTokenBalance(client, { token, account });
  const holdings = await Promise.all(
    [...parties].map(async ([name, account]): Promise<[string, Holdings]> => {
      const [wallet, claim, stake, compensation] = await Promise.all([
        balance(account),
        getClaim(client, { token, account }),
        getStake(client, { provider: account }),
        getSlashClaim(client, { account }),
      ]);
      return [name, { wallet, claim, stake: stake.committed + stake.thawing, compensation }];
    }),
  );
  const minted = await getMinted(client, token);
  return {
    parties: new Map(holdings),
    vaultTokens: await balance(deployment.contracts.paymentVault),
    stakingTokens: await balance(deployment.contracts.providerStaking),
    unburned: await contracts.staking.unburned(),
    burned: await balance(DEAD),
    supply: minted,
  };
}

async function getMinted(client: WattleClient, token: string): Promise<bigint> {
  const { FaucetToken__factory } = await import("@wattle/sdk/contracts");
  return FaucetToken__factory.connect(token, client.provider).totalSupply();
}

/** One check of the books, in words. */
export interface Check {
  readonly name: string;
  readonly expected: bigint;
  readonly found: bigint;
}

/** Whether every token is somewhere, once: what holds whatever happened. */
export function conservationChecks(ledger: Ledger): readonly Check[] {
  const sum = (pick: (holdings: Holdings) => bigint): bigint =>
    [...ledger.parties.values()].reduce((total, holdings) => total + pick(holdings), 0n);
  return [
    { name: "the vault holds every claim", expected: sum(({ claim }) => claim), found: ledger.vaultTokens },
    {
      name: "staking holds every stake, compensation and unburned token",
      expected: sum(({ stake, compensation }) => stake + compensation) + ledger.unburned,
      found: ledger.stakingTokens,
    },
    {
      name: "wallets, vault, staking and the dead address hold the supply",
      expected: ledger.supply,
      found: sum(({ wallet }) => wallet) + ledger.vaultTokens + ledger.stakingTokens + ledger.burned,
    },
  ];
}
