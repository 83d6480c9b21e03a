import type { attestedAdjudicatorAbi } from "../../abis/attestedAdjudicator.ts";
import type { faucetTokenAbi } from "../../abis/faucetToken.ts";
import type { jobEscrowAbi } from "../../abis/jobEscrow.ts";
import type { leaseEscrowAbi } from "../../abis/leaseEscrow.ts";
import type { paymentVaultAbi } from "../../abis/paymentVault.ts";
import type { providerRegistryAbi } from "../../abis/providerRegistry.ts";
import type { providerStakingAbi } from "../../abis/providerStaking.ts";
import type { sessionEscrowAbi } from "../../abis/sessionEscrow.ts";
import type { slashingCourtAbi } from "../../abis/slashingCourt.ts";
import type { PlainArgs } from "../../abi/plain.ts";

type AbiEntry =
  | (typeof attestedAdjudicatorAbi)[number]
  | (typeof jobEscrowAbi)[number]
  | (typeof leaseEscrowAbi)[number]
  | (typeof paymentVaultAbi)[number]
  | (typeof providerRegistryAbi)[number]
  | (typeof providerStakingAbi)[number]
  | (typeof sessionEscrowAbi)[number]
  | (typeof slashingCourtAbi)[number]
  | (typeof faucetTokenAbi)[number];

type AbiError = Extract<AbiEntry, { type: "error" }>;

/** The name of every custom error that a call to one of the contracts can end with. */
export type ContractErrorName = AbiError["name"];

/** The values that a custom error carries. */
export type ContractErrorArgs<Name extends ContractErrorName> = PlainArgs<
  Extract<AbiError, { name: Name }>["inputs"]
>;
