import { fileURLToPath } from "node:url";
import { getAddress } from "ethers";
import { format, resolveConfig } from "prettier";
import type { Failure } from "./readFailures.ts";

/** A regression test: its file, from the root of the repository, and its text. */
export interface Regression {
  readonly path: string;
  readonly text: string;
}

/**
 * A Solidity test that repeats a sequence which broke an invariant: the same set-up at the same addresses, the same moves
 * by the same senders, and the invariant after each. Time and blocks are changed by moves alone.
 *
 * @param seed Of the run that found it, 0x and 64 digits.
 */
export async function regressionOf(
  { contract, invariant, reason, moves }: Failure,
  seed: string,
): Promise<Regression> {
  const short = seed.slice(2, 10);
  const name = `${contract.replace(/Test$/, "")}_${invariant.replace("invariant_", "")}_${short}`;
  const calls = moves.map(
    ({ sender, handler, signature, seed: number }) =>
      `        _move("${handler}", "${signature}", ${String(number)}, ${getAddress(sender)});`,
  );
  const text = `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Replay} from "../Replay.sol";

/// @notice Found by npm run test:deep with the seed
/// ${seed}
/// which said: ${reason.replaceAll(/[^\x20-\x7e]/g, "?")}
contract ${name.replaceAll("_", "")}Test is Replay {
    constructor() Replay("${contract}", "${invariant}()") {}

    function test_${invariant.replace("invariant_", "")}() external {
${calls.join("\n")}
        _end();
    }
}
`;
  // As `npm run check` wants every file.
  const filepath = fileURLToPath(new URL(`../../test/invariant/regressions/${name}.t.sol`, import.meta.url));
  return {
    path: `test/invariant/regressions/${name}.t.sol`,
    text: await format(text, { ...(await resolveConfig(filepath)), filepath }),
  };
}
