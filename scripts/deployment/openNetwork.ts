import { type BaseWallet, HDNodeWallet, type JsonRpcProvider, Wallet } from "ethers";
import hre from "hardhat";
import type { ResolvedConfigurationVariable } from "hardhat/types/config";
import { createRpcProvider } from "../../sdk/src/rpc/createRpcProvider.ts";
import { LOCAL_MNEMONIC } from "../local/startChain.ts";
import { VariableInvalidError } from "./errors.ts";
import { networkOf } from "./networkOf.ts";
import { DEPLOYER_KEY_VARIABLE, type NetworkDescription } from "./networks.ts";

/** A public endpoint may be slow, and a busy machine slower. */
const TIMEOUT_MS = 30_000;

/** A network that answers. */
export interface OpenedNetwork {
  readonly network: NetworkDescription;
  readonly provider: JsonRpcProvider;
  /** The endpoint without what may be secret in its address. */
  readonly host: string;
  /** The account that deploys. Asks for Hardhat's keystore only when it is called. */
  readonly signer: () => Promise<BaseWallet>;
}

/**
 * Opens a network by the URL in Hardhat's keystore or the environment, which nothing prints but its host. Requests fail
 * when the endpoint is on another chain.
 *
 * @throws {@link UnknownNetworkError} {@link VariableInvalidError}
 */
export async function openNetwork(name: string): Promise<OpenedNetwork> {
  const network = networkOf(name);
  const config = hre.config.networks[name];
  if (config?.type !== "http") throw new TypeError(`hardhat.config.ts has no HTTP network ${name}`);
  const url = await read(config.url, network.rpcUrlVariable);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new VariableInvalidError(network.rpcUrlVariable, "is no http(s) URL");
  }
  const provider = createRpcProvider(url, { chainId: network.chainId, timeoutMs: TIMEOUT_MS });
  const signer = async (): Promise<BaseWallet> => {
    if (network.isLocal) return HDNodeWallet.fromPhrase(LOCAL_MNEMONIC).connect(provider);
    const [account] = Array.isArray(config.accounts) ? config.accounts : [];
    if (account === undefined) throw new TypeError(`hardhat.config.ts names no account of ${name}`);
    const key = await read(account, DEPLOYER_KEY_VARIABLE);
    try {
      return new Wallet(key, provider);
    } catch {
      // The library's error would repeat what it was given.
      throw new VariableInvalidError(
        DEPLOYER_KEY_VARIABLE,
        "is no private key (0x and 64 hexadecimal digits)",
      );
    }
  };
  return { network, provider, host: new URL(url).host, signer };
}

async function read(variable: ResolvedConfigurationVariable, name: string): Promise<string> {
  try {
    return (await variable.get()).trim();
  } catch {
    throw new VariableInvalidError(name, "is neither in Hardhat's keystore nor in the environment");
  }
}
