/** A move of a sequence that broke an invariant. */
export interface FailedMove {
  readonly sender: string;
  readonly handler: string;
  /** As it stands in the ABI. */
  readonly signature: string;
  /** The one number that every move takes. */
  readonly seed: bigint;
}

/** An invariant that did not hold, and the shortest sequence that the runner found. */
export interface Failure {
  readonly contract: string;
  readonly invariant: string;
  readonly reason: string;
  readonly moves: readonly FailedMove[];
}

/**
 * What failed, from the test runner's output: it tells its counterexamples nowhere else.
 *
 * @returns One for each invariant that failed; without moves where the runner found none, as when the set-up fails.
 */
export function readFailures(output: string): Failure[] {
  const plain = output.replaceAll(/\u001b\[\d+m/g, "");
  const heads = [...plain.matchAll(/^ *\d+\) (\w+)#(invariant_\w+)\(\)$/gm)];
  return heads.map((head, place) => {
    const text = plain.slice(head.index, heads[place + 1]?.index);
    const moves = text.split(/^ *Counterexample:$/m).slice(1);
    return {
      contract: head[1] ?? "",
      invariant: head[2] ?? "",
      reason: /^ *Error: (.*)$/m.exec(text)?.[1] ?? "",
      moves: moves.map(readMove),
    };
  });
}

function readMove(text: string): FailedMove {
  const field = (name: string): string => {
    const value = new RegExp(`^ *${name}: (.*)$`, "m").exec(text)?.[1]?.trim();
    if (value === undefined)
      throw new Error(`the runner's counterexample has no ${name}; was its format changed?\n${text}`);
    return value;
  };
  const signature = field("signature");
  if (!signature.endsWith("(uint256)")) throw new Error(`${signature} is no move: a move takes one number`);
  return {
    sender: field("sender"),
    handler: field("contractName").split(":").at(-1) ?? "",
    signature,
    seed: BigInt(`0x${field("calldata").slice("0x12345678".length)}`),
  };
}
