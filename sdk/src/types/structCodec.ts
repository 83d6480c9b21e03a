import { AbiCoder, ParamType, type Result } from "ethers";
import { plainArgs } from "../abi/plain.ts";
import { naming } from "../chain/naming.ts";

/** How a contract's struct becomes bytes, and bytes the struct. */
export interface StructCodec<Struct> {
  /** @throws {@link InvalidArgumentError} when a value is none of its type. */
  readonly encode: (struct: Struct) => string;
  /** @throws {@link InvalidArgumentError} when the bytes are no such struct. */
  readonly decode: (encoded: string) => Struct;
}

/**
 * The ABI encoding of a struct.
 *
 * @param fields In the order of the contract's struct; a test compares them with the ABI.
 */
export function structCodec<Struct>(fields: string): StructCodec<Struct> {
  const type = ParamType.from(`tuple(${fields})`);
  return {
    encode: (struct) => naming(() => AbiCoder.defaultAbiCoder().encode([type], [struct])),
    decode: (encoded) => {
      // Only a struct's values come out of a struct's type.
      const values = naming(() => AbiCoder.defaultAbiCoder().decode([type], encoded)[0] as Result);
      return plainArgs(type.components ?? [], values) as Struct;
    },
  };
}
