import { getStake, type ProviderInfo, type WattleClient } from "@wattle/sdk";
import { formatEther, ZeroAddress } from "ethers";
import { checkChain, checkProvider } from "../chain/checkSetup.ts";
import { sameAddress } from "../chain/sameAddress.ts";
import type { WorkerConfig } from "../config/workerConfig.ts";
import { checkCourtSide } from "./checkCourtSide.ts";
import { checkRequestSide } from "./checkRequestSide.ts";
import { failed, type Finding, ok, warning } from "./finding.ts";

/** Gas of a submission and a settlement, generously: what a key should be able to pay at the least. */
const RESERVE_GAS = 500_000n;

/** What the doctor holds against the chain. */
export interface ChainSide {
  readonly client: WattleClient;
  readonly config: WorkerConfig;
  /** Address of the operator's key; null when it could not be opened. */
  readonly operator: string | null;
  /** Public key of the age identity (0x hex); null when it could not be read. */
  readonly publicKey: string | null;
}

/** Looks at everything that the chain knows of the provider. The profile is null when there is none to work with. */
export async function checkChainSide(
  side: ChainSide,
): Promise<{ findings: Finding[]; info: ProviderInfo | null }> {
  const { client, config, operator, publicKey } = side;
  const findings: Finding[] = [];
  await checkChain(client);
  findings.push(ok("chain", `${client.deployment.name} (${client.chainId})`));
  if (operator === null || publicKey === null) return { findings, info: null };
  const info = await checkProvider({ client, provider: config.provider, operator, publicKey });
  findings.push(ok("provider", `${config.provider}, owner ${info.owner}`));
  findings.push(ok("operator", operator));
  findings.push(await checkBalance(client, operator));
  findings.push(...(await checkBounds(side, operator)));
  findings.push(...(await checkRequestSide(client, config, operator)));
  findings.push(...(await checkCourtSide(client, config, operator)));
  findings.push(await checkStake(side));
  findings.push(...(await checkPayout(side, operator, info)));
  return { findings, info };
}

async function checkBalance(client: WattleClient, operator: string): Promise<Finding> {
  const [balance, { maxFeePerGas }] = await Promise.all([
    client.provider.getBalance(operator),
    client.provider.getFeeData(),
  ]);
  const needed = RESERVE_GAS * (maxFeePerGas ?? 0n);
  const detail = `${formatEther(balance)} of the chain's coin`;
  return balance >= needed
    ? ok("gas money", detail)
    : failed("gas money", detail, `Send at least ${formatEther(needed - balance)} to ${operator}.`);
}

async function checkBounds({ client, config }: ChainSide, operator: string): Promise<Finding[]> {
  const { registry } = client.contracts;
  const tokens = Object.keys(config.policy.minRatePerSecond);
  const bounds = tokens.map(async (token) => {
    const bound = await registry.operatorBoundOf(config.provider, token, ZeroAddress);
    const check = `may promise ${token}`;
    const isOwner = (await registry.ownerOf(config.provider)) === operator;
    if (bound > 0n || isOwner)
      return ok(check, isOwner ? "as the owner, any rate" : `from ${bound} a second`);
    return warning(
      check,
      "operators may sign no offer in this token",
      "Let the owner set a bound, or sign offers with the owner's key.",
    );
  });
  return Promise.all(bounds);
}

async function checkStake({ client, config }: ChainSide): Promise<Finding> {
  const { authorization, committed } = await getStake(client, { provider: config.provider });
  const { available, locked } = authorization;
  const detail = `${committed} committed, ${locked} locked by jobs, up to ${available} for one more`;
  return available > 0n
    ? ok("stake", detail)
    : warning("stake", detail, "Deposit stake and authorize the market, or no job can be opened.");
}

async function checkPayout(
  { client, config }: ChainSide,
  operator: string,
  info: ProviderInfo,
): Promise<Finding[]> {
  if (config.payout === null) {
    return [
      warning("payout", "not configured; earnings stay in the vault", "Set `payout` in the configuration."),
    ];
  }
  const account = config.payout.account ?? info.payout;
  const findings: Finding[] = [];
  if (!sameAddress(account, info.payout)) {
    const detail = `new jobs pay ${info.payout}, but claims of ${account} are paid out`;
    findings.push(warning("payout account", detail, "Name the profile's payout address, or leave it out."));
  }
  findings.push(
    (await client.contracts.vault.isWithdrawer(account, operator))
      ? ok("payout", `to ${account}`)
      : warning(
          "payout",
          `${account} does not let ${operator} withdraw to it`,
          `Call setWithdrawer(${operator}, true) from ${account}.`,
        ),
  );
  return findings;
}
