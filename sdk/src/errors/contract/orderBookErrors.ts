import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { decodeShortText } from "../../abi/shortText.ts";
import { timeInWords } from "./words.ts";

/** An order has expired. */
export class OrderBookExpiredError extends ContractError<"OrderBook_Expired"> {
  override name = "OrderBookExpiredError";
}

/** An order was made under another epoch of its maker. */
export class OrderBookWrongEpochError extends ContractError<"OrderBook_WrongEpoch"> {
  override name = "OrderBookWrongEpochError";
}

/** An order was withdrawn. */
export class OrderBookCanceledError extends ContractError<"OrderBook_Canceled"> {
  override name = "OrderBookCanceledError";
}

/** An order was published or canceled before. */
export class OrderBookUnchangedError extends ContractError<"OrderBook_Unchanged"> {
  override name = "OrderBookUnchangedError";
}

/** An order is for somebody else. */
export class OrderBookNotTakerError extends ContractError<"OrderBook_NotTaker"> {
  override name = "OrderBookNotTakerError";
}

/** A field of an order lies outside of its bounds. */
export class OrderOutOfBoundsError extends ContractError<"Order_OutOfBounds"> {
  override name = "OrderOutOfBoundsError";
}

/** What to tell about each of them. */
export const orderBookErrors: ErrorTable<
  Extract<ContractErrorName, `OrderBook_${string}` | `Order_${string}`>
> = {
  OrderBook_Expired: {
    Class: OrderBookExpiredError,
    message: ({ orderHash, expiresAt }) => `Order ${orderHash} expired at ${timeInWords(expiresAt)}.`,
    action: "Take another one; if it is yours, make a new one that lasts longer.",
    retryable: false,
  },
  OrderBook_WrongEpoch: {
    Class: OrderBookWrongEpochError,
    message: ({ orderHash, epoch, currentEpoch }) =>
      `Order ${orderHash} was made in epoch ${epoch} of its maker, who is in epoch ${currentEpoch}.`,
    action: "Take another one; if it is yours, sign it anew with the present epoch.",
    retryable: false,
  },
  OrderBook_Canceled: {
    Class: OrderBookCanceledError,
    message: ({ orderHash }) => `Order ${orderHash} was canceled by its maker.`,
    action: "Take another one; if it is yours, make a new one with another salt.",
    retryable: false,
  },
  OrderBook_Unchanged: {
    Class: OrderBookUnchangedError,
    message: ({ orderHash }) => `Order ${orderHash} was published or canceled already.`,
    action: "Nothing is left to do; getOrderState tells where it stands.",
    retryable: false,
  },
  OrderBook_NotTaker: {
    Class: OrderBookNotTakerError,
    message: ({ orderHash, caller, taker }) => `Order ${orderHash} is for ${taker} only, not for ${caller}.`,
    action: "Act for that account, or take another order.",
    retryable: false,
  },
  Order_OutOfBounds: {
    Class: OrderOutOfBoundsError,
    message: ({ field, value, minimum, maximum }) =>
      `The order's ${decodeShortText(field)} is ${value}; it must lie between ${minimum} and ${maximum}.`,
    action: "Make the order with a value within these bounds.",
    retryable: false,
  },
};
