/** Blocks that are passed at once; every so many, a start from nothing writes down how far it came. */
export const SPAN = 20_000;

/**
 * Blocks before the newest passed one that are read again: the node that answers about events may be a little behind
 * the one that told the newest block.
 */
export const OVERLAP = 8;

/** How far something was read, and from where. */
export interface ReadSpansParameters {
  /** The first block of all. */
  readonly startBlock: number;
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
  /** The last block that was passed; null before the first. */
  readonly checkpoint: () => number | null;
  /** Notes that a block was passed. */
  readonly pass: (block: number) => void;
}

/**
 * Reads what is new up to a block, span by span, and passes those blocks that will stay.
 *
 * @param read Reads a span, both ends included.
 * @throws What `read` throws; the spans before it are passed by then.
 */
export async function readSpans(
  { startBlock, confirmations, checkpoint, pass }: ReadSpansParameters,
  newest: number,
  read: (range: { readonly fromBlock: number; readonly toBlock: number }) => Promise<void>,
): Promise<void> {
  const first = Math.max(startBlock, (checkpoint() ?? startBlock - 1) - OVERLAP + 1);
  for (let fromBlock = first; fromBlock <= newest; fromBlock += SPAN) {
    const toBlock = Math.min(newest, fromBlock + SPAN - 1);
    await read({ fromBlock, toBlock });
    const passed = Math.min(toBlock, newest - confirmations + 1);
    if (passed > (checkpoint() ?? -1)) pass(passed);
  }
}
