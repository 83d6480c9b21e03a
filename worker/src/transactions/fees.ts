/** What a transaction offers for a unit of gas, in wei. */
export interface Fees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** How the worker offers fees. */
export interface FeeRules {
  /** Most that a unit of gas may cost, in wei. */
  readonly maxFeePerGasCap: bigint;
}

/** Nodes replace a transaction only for at least a tenth more; an eighth leaves room for their rounding. */
const BUMP_DIVISOR = 8n;

/** The fees of a first attempt: what the chain suggests, up to the cap. */
export function firstFees(suggested: Fees, rules: FeeRules): Fees {
  return capFees(suggested, rules);
}

/**
 * The fees of an attempt that replaces an earlier one: at least an eighth more of both, or what the chain suggests by
 * now where that is more. Null when the cap leaves no room for that.
 */
export function bumpedFees(previous: Fees, suggested: Fees, rules: FeeRules): Fees | null {
  const least: Fees = {
    maxFeePerGas: raised(previous.maxFeePerGas),
    maxPriorityFeePerGas: raised(previous.maxPriorityFeePerGas),
  };
  if (least.maxFeePerGas > rules.maxFeePerGasCap) return null;
  const maxFeePerGas = larger(least.maxFeePerGas, suggested.maxFeePerGas);
  const maxPriorityFeePerGas = larger(least.maxPriorityFeePerGas, suggested.maxPriorityFeePerGas);
  return capFees({ maxFeePerGas, maxPriorityFeePerGas }, rules);
}

function capFees({ maxFeePerGas, maxPriorityFeePerGas }: Fees, { maxFeePerGasCap }: FeeRules): Fees {
  const cappedFee = smaller(maxFeePerGas, maxFeePerGasCap);
  return { maxFeePerGas: cappedFee, maxPriorityFeePerGas: smaller(maxPriorityFeePerGas, cappedFee) };
}

/** Rounded up, so that a price of one wei rises too. */
function raised(fee: bigint): bigint {
  return fee + (fee + BUMP_DIVISOR - 1n) / BUMP_DIVISOR;
}

function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

function smaller(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
