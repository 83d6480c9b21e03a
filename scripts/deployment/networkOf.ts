import { UnknownNetworkError } from "./errors.ts";
import { type NetworkDescription, NETWORKS } from "./networks.ts";

/** Looks a network up by its name. @throws {@link UnknownNetworkError} when there is none. */
export function networkOf(name: string): NetworkDescription {
  const network = NETWORKS.find((one) => one.name === name);
  if (network === undefined)
    throw new UnknownNetworkError(
      name,
      NETWORKS.map((one) => one.name),
    );
  return network;
}
