import { decodeBytes32String, Interface, isHexString, type JsonFragment } from "ethers";
import { findRevertData } from "../../sdk/src/errors/findRevertData.ts";

/** What a constructor said when it refused, as `Error(argument, …)`; null if the failure holds no error of the ABI. */
export function describeRevert(abi: readonly JsonFragment[], failure: unknown): string | null {
  const data = findRevertData(failure);
  const parsed = data === null ? null : new Interface(abi).parseError(data);
  return parsed === null ? null : `${parsed.name}(${parsed.args.map(readable).join(", ")})`;
}

/** Names of fields travel as short texts in 32 bytes. */
function readable(value: unknown): string {
  const text = String(value);
  if (!isHexString(text, 32)) return text;
  try {
    return decodeBytes32String(text);
  } catch {
    // A digest is none.
    return text;
  }
}
