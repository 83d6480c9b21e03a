import { decodeShortText } from "../../abi/shortText.ts";
import type { OrderOutOfBoundsError } from "../../errors/contract/orderBookErrors.ts";

/** What the market finds wrong with an order, as the message of a rejection. */
export function describeBounds({ args: { field, value, minimum, maximum } }: OrderOutOfBoundsError): string {
  return `its ${decodeShortText(field)} is ${value}, not within ${minimum} and ${maximum}`;
}
