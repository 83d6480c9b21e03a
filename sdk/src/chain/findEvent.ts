import type { Log, LogDescription } from "ethers";
import type { ContractAbis, EventArgs, EventName } from "../abi/eventArgs.ts";
import { plainArgs } from "../abi/plain.ts";
import { sameAddress } from "../abi/sameAddress.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import { EventMissingError } from "../errors/clientErrors.ts";

/** A decoded event of one of the contracts: its name tells the type of its values. */
export type PlainEvent<Key extends keyof ContractAbis> = {
  readonly [Name in EventName<Key>]: { readonly name: Name; readonly args: EventArgs<Key, Name> };
}[EventName<Key>];

/** Decodes an event; null if the contract has no such event. */
export function decodeEvent<Key extends keyof ContractAbis>(
  client: WattleClient,
  contract: Key,
  log: Log,
): PlainEvent<Key> | null {
  const description: LogDescription | null = client.contracts[contract].interface.parseLog(log);
  if (description === null) return null;
  const args = plainArgs(description.fragment.inputs, description.args);
  // The ABI that decoded it is the one that the type is made of.
  return { name: description.name, args } as unknown as PlainEvent<Key>;
}

/** The values of all events with this name that a contract emitted in a transaction, in their order. */
export function findEvents<Key extends keyof ContractAbis, Name extends EventName<Key>>(
  client: WattleClient,
  contract: Key,
  logs: readonly Log[],
  name: Name,
): EventArgs<Key, Name>[] {
  const address = String(client.contracts[contract].target);
  return logs
    .filter((log) => sameAddress(log.address, address))
    .map((log) => decodeEvent(client, contract, log))
    .filter((event) => event?.name === name)
    .map((event) => event?.args as EventArgs<Key, Name>);
}

/**
 * The values of the first event with this name that a contract emitted in a transaction.
 *
 * @throws {@link EventMissingError} when there is none, so that the address is of another contract.
 */
export function findEvent<Key extends keyof ContractAbis, Name extends EventName<Key>>(
  client: WattleClient,
  contract: Key,
  logs: readonly Log[],
  name: Name,
): EventArgs<Key, Name> {
  const [first] = findEvents(client, contract, logs, name);
  if (first === undefined) throw new EventMissingError(String(client.contracts[contract].target), name);
  return first;
}
