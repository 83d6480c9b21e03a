import { createWattleClient, mintFaucetToken, type WattleClient } from "../../src/index.ts";
import { createRpcProvider } from "../../src/rpc/createRpcProvider.ts";
import { type DeployedChain, startLocalChain } from "../../../test/support/localChain.ts";
import { quickChain } from "../../../test/support/quickChain.ts";
import type { ChainKind } from "../../../scripts/local/startChain.ts";

/** A local market with an actor for each part. */
export interface Market {
  readonly chain: DeployedChain;
  /** The token to pay and to stake with. */
  readonly token: string;
  /** Reads only. */
  readonly reader: WattleClient;
  /** Owns a provider: the cold key. */
  readonly owner: Actor;
  /** Its hot key. */
  readonly operator: Actor;
  /** Where its earnings go. */
  readonly payout: Actor;
  /** Buys compute. */
  readonly buyer: Actor;
  readonly stranger: Actor;
  /** A client for one more account. */
  readonly actorAt: (index: number) => Promise<Actor>;
  /** Lets time pass on the chain. */
  readonly travel: (seconds: number) => Promise<void>;
  readonly rpc: (method: string, params: readonly unknown[]) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** A client and the address that signs for it. */
export interface Actor {
  readonly client: WattleClient;
  readonly address: string;
}

/** Whole tokens in base units. */
export const tokens = (whole: number): bigint => BigInt(whole) * 10n ** 18n;

/** What each funded actor has at first. */
export const ALLOWANCE = tokens(1_000_000);

/** Starts a chain with the suite and gives owner, operator and buyer tokens. */
export async function openMarket(kind: ChainKind = quickChain): Promise<Market> {
  const chain = await startLocalChain({ kind, thawSeconds: 60 });
  const { deployment, rpcUrl } = chain;
  // Patient, for machines that are busy.
  const provider = createRpcProvider(rpcUrl, { chainId: deployment.chainId, timeoutMs: 60_000 });
  const settings = { provider, deployment, pollingIntervalMs: 100 };
  const token = deployment.tokens.stake;
  const actorAt = async (index: number): Promise<Actor> => {
    const signer = chain.accounts[index];
    if (signer === undefined) throw new RangeError(`there is no account ${index}`);
    const client = createWattleClient({ ...settings, signer });
    await mintFaucetToken(client, { token, amount: ALLOWANCE });
    return { client, address: signer.address };
  };
  const rpc = (method: string, params: readonly unknown[]): Promise<unknown> =>
    provider.send(method, [...params]);
  return {
    chain,
    token,
    reader: createWattleClient(settings),
    owner: await actorAt(0),
    operator: await actorAt(1),
    payout: await actorAt(2),
    buyer: await actorAt(3),
    stranger: await actorAt(4),
    actorAt,
    rpc,
    travel: async (seconds) => {
      await rpc("evm_increaseTime", [seconds]);
      await rpc("evm_mine", []);
    },
    close: async () => {
      provider.destroy();
      await chain.stop();
    },
  };
}
