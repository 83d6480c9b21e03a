import type { Log, LogDescription } from "ethers";
import type { ContractAbis, EventArgs, EventName } from "../abi/eventArgs.ts";
import { plainArgs } from "../abi/plain.ts";
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
  const address = String(client.contracts[contract].target).toLowerCase();
  for (const log of logs) {
    if (log.address.toLowerCase() !== address) continue;
    const event = decodeEvent(client, contract, log);
    if (event?.name === name) return event.args as EventArgs<Key, Name>;
  }
  throw new EventMissingError(address, name);
}
