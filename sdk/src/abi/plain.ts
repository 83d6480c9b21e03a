import type { ParamType, Result } from "ethers";

/** A parameter as an `as const` ABI describes it. */
export interface AbiParameter {
  readonly name: string;
  readonly type: string;
  readonly components?: readonly AbiParameter[];
}

/** Unsigned integers that a JavaScript number holds exactly: the protocol's periods, times, counts and states. */
type SmallUint = "uint8" | "uint16" | "uint32" | "uint40" | "uint48";

/**
 * What a value of an ABI type becomes: small integers are numbers, others bigints, bytes and addresses strings. The only
 * arrays in the ABIs are of bytes, of addresses and, in calls alone, of structs.
 */
export type PlainValue<P extends AbiParameter> = P["type"] extends "tuple"
  ? P extends { readonly components: infer C extends readonly AbiParameter[] }
    ? PlainArgs<C>
    : never
  : P["type"] extends "tuple[]"
    ? P extends { readonly components: infer C extends readonly AbiParameter[] }
      ? readonly PlainArgs<C>[]
      : never
    : P["type"] extends SmallUint
      ? number
      : P["type"] extends `${string}[]`
        ? readonly string[]
        : P["type"] extends `uint${string}` | `int${string}`
          ? bigint
          : P["type"] extends "bool"
            ? boolean
            : string;

/** Named ABI parameters as a plain object. */
export type PlainArgs<I extends readonly AbiParameter[]> = {
  readonly [P in I[number] as P["name"]]: PlainValue<P>;
};

/**
 * Turns decoded ABI values into plain objects by the rule of {@link PlainValue}, driven by the ABI alone, so that no
 * field is copied by hand.
 */
export function plainArgs(parameters: readonly ParamType[], values: Result): Record<string, unknown> {
  return Object.fromEntries(
    parameters.map((parameter, index) => [parameter.name, plainValue(parameter, values[index])]),
  );
}

function plainValue(parameter: ParamType, value: unknown): unknown {
  if (parameter.components !== null) return plainArgs(parameter.components, value as Result);
  return /^uint(8|16|32|40|48)$/.test(parameter.type) ? Number(value) : value;
}
