import { ZeroHash } from "ethers";
import type { PlannedContract, PlannedSuite } from "../planSuite.ts";
import type { DeployedContract } from "../record.ts";

/** Names of EIP-712 domains, which wallets show to whoever signs. */
const DOMAINS: Partial<Record<DeployedContract, string>> = {
  PaymentVault: "Wattle PaymentVault",
  JobEscrow: "Wattle JobEscrow",
  LeaseEscrow: "Wattle LeaseEscrow",
  SessionEscrow: "Wattle SessionEscrow",
};

/** What each getter of a contract must answer: its parameters, its neighbors, and the domain of its signatures. */
export function wiringOf(
  { name, address, arguments: args }: PlannedContract,
  suite: PlannedSuite,
  chainId: number,
): Readonly<Record<string, unknown>> {
  const at = (contract: DeployedContract): string =>
    suite.contracts.find((one) => one.name === contract)?.address ?? "";
  const registry = at("ProviderRegistry");
  const staking = at("ProviderStaking");
  const vault = at("PaymentVault");
  const title = name === "FaucetToken" ? String(args[0]) : DOMAINS[name];
  const domain =
    title === undefined ? {} : { eip712Domain: ["0x0f", title, "1", chainId, address, ZeroHash, []] };
  switch (name) {
    case "ProviderRegistry":
      return {};
    case "ProviderStaking":
      return { token: args[0], registry, thawSeconds: args[2] };
    case "PaymentVault":
      return domain;
    case "JobEscrow":
      return { registry, staking, vault, ...domain };
    case "LeaseEscrow":
    case "SessionEscrow":
      return { registry, vault, ...domain };
    case "SlashingCourt":
      return { registry, staking, vault, rules: Object.values(args[2] as object) };
    case "FaucetToken":
      return { name: args[0], symbol: args[1], ...domain };
  }
}
