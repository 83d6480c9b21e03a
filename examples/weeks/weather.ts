/** One day at one place. Temperatures are in tenths of a degree Celsius, so that all that follows is exact. */
export interface Day {
  /** ISO 8601. */
  readonly date: string;
  readonly high: number;
  readonly low: number;
}

/** A place with its days, one after the other without a gap. */
export interface Place {
  readonly name: string;
  readonly days: readonly Day[];
}

/** Coldest and hottest that a day may be, in tenths of a degree Celsius: no distance of two weeks overflows 32 bits. */
export const TEMPERATURE_MAX_TENTHS = 1_000;
