import { getAddress, isHexString, type ParamType } from "ethers";
import { JobEscrow__factory } from "../contracts/factories/JobEscrow__factory.ts";
import { LeaseEscrow__factory } from "../contracts/factories/LeaseEscrow__factory.ts";
import { InvalidArgumentError } from "../errors/inputErrors.ts";

/** An order as JSON can carry it: what is a bigint is a decimal string. */
export type EncodedOrder<Order> = {
  readonly [Field in keyof Order]: Order[Field] extends bigint ? string : Order[Field];
};

/** The orders by their EIP-712 names, and the function that takes each alone. */
const HASH_FUNCTIONS = {
  Offer: () => JobEscrow__factory.createInterface().getFunction("hashOffer"),
  Request: () => JobEscrow__factory.createInterface().getFunction("hashRequest"),
  LeaseOffer: () => LeaseEscrow__factory.createInterface().getFunction("hashOffer"),
};

/** Unsigned integers that are JavaScript numbers in the SDK. */
const SMALL_BITS = 48;

/** The fields of an order, from the contract's ABI, so that there is one list of them. */
function fieldsOf(name: keyof typeof HASH_FUNCTIONS): readonly ParamType[] {
  return HASH_FUNCTIONS[name]().inputs[0]?.components ?? [];
}

/** Turns an order's bigints into decimal strings. */
export function encodeOrder<Order extends object>(order: Order): EncodedOrder<Order> {
  const entries = Object.entries(order).map(([field, value]: [string, unknown]) => [
    field,
    typeof value === "bigint" ? value.toString() : value,
  ]);
  // Every field has the type that the mapped type says.
  return Object.fromEntries(entries) as EncodedOrder<Order>;
}

/**
 * Reads an order that came as JSON.
 *
 * @param path How the order is called in messages.
 * @throws {@link InvalidArgumentError} that names the first field that is missing, unknown or none of its type.
 */
export function decodeOrder(
  name: keyof typeof HASH_FUNCTIONS,
  path: string,
  value: unknown,
): Record<string, unknown> {
  const given = objectAt(path, value);
  const fields = fieldsOf(name);
  const unknown = Object.keys(given).find((key) => !fields.some((field) => field.name === key));
  if (unknown !== undefined) throw new InvalidArgumentError(`${path}.${unknown} is no field of an order`);
  return Object.fromEntries(
    fields.map((field) => [field.name, decodeField(`${path}.${field.name}`, field.type, given[field.name])]),
  );
}

/** An object's entries; a list is none. */
export function objectAt(path: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail(path, value, "an object");
  return value as Record<string, unknown>;
}

/** Bytes as 0x hex, of a length if one is given. */
export function hexAt(path: string, value: unknown, length?: number): string {
  if (!isHexString(value, length ?? true)) {
    fail(path, value, length === undefined ? "bytes (0x hex)" : `${length} bytes (0x hex)`);
  }
  return value as string;
}

function decodeField(path: string, type: string, value: unknown): unknown {
  if (type === "address") return addressAt(path, value);
  const bytes = /^bytes(\d+)$/.exec(type)?.[1];
  if (bytes !== undefined) return hexAt(path, value, Number(bytes));
  const bits = Number(/^uint(\d+)$/.exec(type)?.[1]);
  return bits <= SMALL_BITS ? numberAt(path, value, bits) : amountAt(path, value, bits);
}

function addressAt(path: string, value: unknown): string {
  try {
    if (typeof value === "string" && isHexString(value, 20)) return getAddress(value);
  } catch {
    // The checksum is wrong; it is named below.
  }
  return fail(path, value, "an address");
}

function numberAt(path: string, value: unknown, bits: number): number {
  const fits = typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** bits;
  return fits ? value : fail(path, value, `a whole number of at most ${bits} bits`);
}

function amountAt(path: string, value: unknown, bits: number): bigint {
  const fits =
    typeof value === "string" && /^(0|[1-9]\d{0,77})$/.test(value) && BigInt(value) >> BigInt(bits) === 0n;
  return fits ? BigInt(value) : fail(path, value, `a decimal string of at most ${bits} bits`);
}

function fail(path: string, value: unknown, expected: string): never {
  throw new InvalidArgumentError(`${path} is ${inWords(value).slice(0, 80)}, not ${expected}`);
}

/** Any value in words, also one that JSON does not know. */
function inWords(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object of its own" : String(value);
}
