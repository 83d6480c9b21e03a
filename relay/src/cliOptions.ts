import { Command, InvalidArgumentError, Option } from "commander";
import { isAddress } from "ethers";
import type { AcceptedToken } from "./chainPartyCheck.ts";

/** What the command line and the environment say. */
export interface CliOptions {
  readonly listen: ListenAddress;
  readonly data: string;
  readonly rpc: readonly string[];
  readonly chain: string;
  readonly acceptToken: readonly AcceptedToken[];
  readonly minStake: bigint;
  readonly publicUrl?: string;
  readonly maxBlobBytes: number;
  readonly quotaBytes: number;
  readonly ttlSeconds: number;
  readonly allowOrigin: readonly string[];
  readonly json: boolean;
}

/** Where to listen. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** Reads the command line; every option can stand in the environment as `WATTLE_RELAY_<NAME>` too. */
export function parseCliOptions(argv: readonly string[]): CliOptions {
  const command = new Command("wattle-relay")
    .description("A store of encrypted blobs for the parties of Wattle jobs.")
    .addOption(
      option("--listen <host:port>", "where to listen")
        .argParser(parseListen)
        .default(parseListen("127.0.0.1:8788"), "127.0.0.1:8788"),
    )
    .addOption(option("--data <folder>", "where blobs are kept").makeOptionMandatory())
    .addOption(
      option(
        "--rpc <urls...>",
        "JSON-RPC endpoints of the chain, the preferred one first",
      ).makeOptionMandatory(),
    )
    .addOption(
      option(
        "--chain <file>",
        "deployment record of the chain (deployments/<chainId>.json)",
      ).makeOptionMandatory(),
    )
    .addOption(
      option(
        "--accept-token <token=amount...>",
        "a claim of that many base units lets an account upload before it has a job (default: 1 of the faucet token)",
      )
        .argParser(collectToken)
        .default([], ""),
    )
    .addOption(
      option("--min-stake <amount>", "stake, in base units, that lets a provider upload before it has a job")
        .argParser(BigInt)
        .default(1n, "1"),
    )
    .addOption(option("--public-url <url>", "base address that clients use, behind a proxy"))
    .addOption(
      option("--max-blob-bytes <bytes>", "largest blob")
        .argParser(parseBytes)
        .default(4 * 2 ** 30),
    )
    .addOption(
      option("--quota-bytes <bytes>", "most that an account may have stored")
        .argParser(parseBytes)
        .default(16 * 2 ** 30),
    )
    .addOption(
      option("--ttl-seconds <seconds>", "how long a blob is kept after its last upload")
        .argParser(parseBytes)
        .default(7 * 86_400),
    )
    .addOption(
      option("--allow-origin <origins...>", "origins whose pages may use the relay").default(["*"], "*"),
    )
    .addOption(option("--json", "log as JSON lines to standard output").default(false));
  return command.parse(argv, { from: "user" }).opts<CliOptions>();
}

function option(flags: string, description: string): Option {
  const name = /--([a-z-]+)/.exec(flags)?.[1] ?? "";
  return new Option(flags, description).env(`WATTLE_RELAY_${name.toUpperCase().replaceAll("-", "_")}`);
}

function parseListen(text: string): ListenAddress {
  const [, host = "", port = ""] = /^\[?([^[\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host === "" || Number(port) > 65_535)
    throw new InvalidArgumentError("Give <host>:<port>, as in 127.0.0.1:8788.");
  return { host, port: Number(port) };
}

function parseBytes(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError("Give a whole number.");
  return value;
}

function collectToken(text: string, collected: readonly AcceptedToken[]): AcceptedToken[] {
  const [, token = "", amount = ""] = /^(0x[0-9a-fA-F]{40})=(\d+)$/.exec(text) ?? [];
  if (!isAddress(token)) throw new InvalidArgumentError("Give <token address>=<base units>.");
  return [...collected, { token, minAmount: BigInt(amount) }];
}
