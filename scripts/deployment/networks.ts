/** A network that Wattle can be deployed to. */
export interface NetworkDescription {
  readonly name: string;
  readonly chainId: number;
  /** What Hardhat should know of its transactions: `op` pays for its data on Ethereum too. */
  readonly chainType: "l1" | "op" | "generic";
  /** How far apart its blocks are, as its contracts number them. */
  readonly blockSeconds: number;
  /** Whether it runs on the developer's own machine: its accounts are public, and the factory is put there. */
  readonly isLocal: boolean;
  /** The variable that holds its RPC URL, in Hardhat's keystore or the environment. */
  readonly rpcUrlVariable: string;
  /** Blocks that a transaction waits for, its own included, before the next one is sent. */
  readonly confirmations: number;
}

/** The variable that holds the key of the account that deploys. */
export const DEPLOYER_KEY_VARIABLE = "WATTLE_DEPLOYER_KEY";

/** Where a node of one's own answers unless its variable says otherwise. */
export const LOCAL_RPC_URL = "http://127.0.0.1:8545";

/**
 * Every network in one place. Another one needs an entry here and a file in `deployments/parameters`, which
 * `docs/runbooks/adding-a-network.md` walks through.
 */
export const NETWORKS: readonly NetworkDescription[] = [
  {
    name: "localhost",
    chainId: 31_337,
    chainType: "generic",
    blockSeconds: 1,
    isLocal: true,
    rpcUrlVariable: "LOCALHOST_RPC_URL",
    confirmations: 1,
  },
  {
    name: "sepolia",
    chainId: 11_155_111,
    chainType: "l1",
    blockSeconds: 12,
    isLocal: false,
    rpcUrlVariable: "SEPOLIA_RPC_URL",
    confirmations: 2,
  },
  {
    name: "base-sepolia",
    chainId: 84_532,
    chainType: "op",
    blockSeconds: 2,
    isLocal: false,
    rpcUrlVariable: "BASE_SEPOLIA_RPC_URL",
    confirmations: 2,
  },
  {
    name: "arbitrum-sepolia",
    chainId: 421_614,
    chainType: "generic",
    blockSeconds: 12,
    isLocal: false,
    rpcUrlVariable: "ARBITRUM_SEPOLIA_RPC_URL",
    confirmations: 2,
  },
  {
    name: "optimism-sepolia",
    chainId: 11_155_420,
    chainType: "op",
    blockSeconds: 2,
    isLocal: false,
    rpcUrlVariable: "OPTIMISM_SEPOLIA_RPC_URL",
    confirmations: 2,
  },
];
