import { Interface, type JsonFragment } from "ethers";
import type { WattleError } from "../base.ts";
import { plainArgs } from "../../abi/plain.ts";
import { AttestedAdjudicator__factory } from "../../contracts/factories/AttestedAdjudicator__factory.ts";
import { FaucetToken__factory } from "../../contracts/factories/FaucetToken__factory.ts";
import { JobEscrow__factory } from "../../contracts/factories/JobEscrow__factory.ts";
import { LeaseEscrow__factory } from "../../contracts/factories/LeaseEscrow__factory.ts";
import { PaymentVault__factory } from "../../contracts/factories/PaymentVault__factory.ts";
import { ProviderRegistry__factory } from "../../contracts/factories/ProviderRegistry__factory.ts";
import { ProviderStaking__factory } from "../../contracts/factories/ProviderStaking__factory.ts";
import { SessionEscrow__factory } from "../../contracts/factories/SessionEscrow__factory.ts";
import { SlashingCourt__factory } from "../../contracts/factories/SlashingCourt__factory.ts";
import { CallRevertedError } from "./callRevertedError.ts";
import type { ContractErrorArgs, ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { attestedAdjudicatorErrors } from "./attestedAdjudicatorErrors.ts";
import { courtSeatsErrors } from "./courtSeatsErrors.ts";
import { courtVotesErrors } from "./courtVotesErrors.ts";
import { jobDisputesErrors } from "./jobDisputesErrors.ts";
import { jobEscrowErrors } from "./jobEscrowErrors.ts";
import { leaseEscrowErrors } from "./leaseEscrowErrors.ts";
import { libraryErrors } from "./libraryErrors.ts";
import { offerBookErrors } from "./offerBookErrors.ts";
import { orderBookErrors } from "./orderBookErrors.ts";
import { paymentVaultErrors } from "./paymentVaultErrors.ts";
import { providerRegistryErrors } from "./providerRegistryErrors.ts";
import { providerStakingErrors } from "./providerStakingErrors.ts";
import { requestBookErrors } from "./requestBookErrors.ts";
import { sessionEscrowErrors } from "./sessionEscrowErrors.ts";
import { slashingCourtErrors } from "./slashingCourtErrors.ts";
import { tokenErrors } from "./tokenErrors.ts";

/** Every custom error of the ABIs: the type makes sure that none is missing. */
export const contractErrorTable: ErrorTable<ContractErrorName> = {
  ...attestedAdjudicatorErrors,
  ...courtSeatsErrors,
  ...courtVotesErrors,
  ...jobDisputesErrors,
  ...jobEscrowErrors,
  ...leaseEscrowErrors,
  ...libraryErrors,
  ...offerBookErrors,
  ...orderBookErrors,
  ...paymentVaultErrors,
  ...providerRegistryErrors,
  ...providerStakingErrors,
  ...requestBookErrors,
  ...sessionEscrowErrors,
  ...slashingCourtErrors,
  ...tokenErrors,
};

/**
 * Names what a contract returned when it reverted.
 *
 * @param data 0x hex.
 */
export function contractErrorOf(data: string, cause?: unknown): WattleError {
  const parsed = parse(data);
  if (parsed === null) return new CallRevertedError(`with unknown data ${data.slice(0, 10)}`, data, cause);
  const { name, args } = parsed;
  // Solidity's own two errors carry one value, without a name.
  const value = String(Object.values(args)[0]);
  if (name === "Error") return new CallRevertedError(`with "${value}"`, data, cause);
  if (name === "Panic") return new CallRevertedError(`with panic ${value}`, data, cause);
  // The interface has the errors of the ABIs only, and their values are what the same ABIs say.
  return construct(name as ContractErrorName, args as ContractErrorArgs<ContractErrorName>, cause);
}

/** Null for data that fits no error, as what an unknown contract returns, or what was cut short. */
function parse(data: string): { name: string; args: Record<string, unknown> } | null {
  try {
    const parsed = errorInterface().parseError(data);
    return parsed === null
      ? null
      : { name: parsed.name, args: plainArgs(parsed.fragment.inputs, parsed.args) };
  } catch {
    return null;
  }
}

function construct<Name extends ContractErrorName>(
  errorName: Name,
  args: ContractErrorArgs<Name>,
  cause: unknown,
): WattleError {
  const { Class, message, action, retryable } = contractErrorTable[errorName];
  return new Class(errorName, args, {
    message: message(args),
    action,
    retryable: typeof retryable === "function" ? retryable(args) : retryable,
    cause,
  });
}

let errors: Interface | undefined;

/** Made when the first error is decoded. */
function errorInterface(): Interface {
  errors ??= new Interface([...errorFragments().values()]);
  return errors;
}

/** By their names, because several contracts can have the same error and an interface takes it only once. */
function errorFragments(): Map<string, JsonFragment> {
  const factories = [
    JobEscrow__factory,
    LeaseEscrow__factory,
    PaymentVault__factory,
    ProviderRegistry__factory,
    ProviderStaking__factory,
    SessionEscrow__factory,
    FaucetToken__factory,
    AttestedAdjudicator__factory,
    SlashingCourt__factory,
  ];
  const fragments = new Map<string, JsonFragment>();
  for (const { abi } of factories) {
    for (const entry of abi) if (entry.type === "error") fragments.set(entry.name, entry);
  }
  return fragments;
}
