import type { jobEscrowAbi } from "../abis/jobEscrow.ts";
import type { leaseEscrowAbi } from "../abis/leaseEscrow.ts";
import type { paymentVaultAbi } from "../abis/paymentVault.ts";
import type { providerRegistryAbi } from "../abis/providerRegistry.ts";
import type { providerStakingAbi } from "../abis/providerStaking.ts";
import type { sessionEscrowAbi } from "../abis/sessionEscrow.ts";
import type { PlainArgs } from "./plain.ts";

/** The ABIs of a client's contracts, by the names of {@link WattleContracts}. */
export interface ContractAbis {
  readonly registry: typeof providerRegistryAbi;
  readonly staking: typeof providerStakingAbi;
  readonly vault: typeof paymentVaultAbi;
  readonly escrow: typeof jobEscrowAbi;
  readonly leases: typeof leaseEscrowAbi;
  readonly sessions: typeof sessionEscrowAbi;
}

type AbiEvent<Key extends keyof ContractAbis> = Extract<ContractAbis[Key][number], { type: "event" }>;

/** The name of an event of one of the contracts. */
export type EventName<Key extends keyof ContractAbis> = AbiEvent<Key>["name"];

/** The values of an event. */
export type EventArgs<Key extends keyof ContractAbis, Name extends EventName<Key>> = PlainArgs<
  Extract<AbiEvent<Key>, { name: Name }>["inputs"]
>;
