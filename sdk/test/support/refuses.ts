import assert from "node:assert/strict";
import * as sdk from "../../src/index.ts";

/** Expects a contract's refusal: its class, with values. */
export async function refuses(
  call: Promise<unknown>,
  className: keyof typeof sdk,
  args: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await assert.rejects(call, (error: sdk.ContractError) => {
    assert.equal(error.name, className, error.message);
    assert.ok(error instanceof (sdk[className] as typeof sdk.ContractError));
    for (const [name, value] of Object.entries(args)) {
      assert.deepEqual((error.args as Record<string, unknown>)[name], value, `${className}.${name}`);
    }
    return true;
  });
}
