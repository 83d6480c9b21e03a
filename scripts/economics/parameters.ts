/**
 * The worked example: amounts are those of the tests in test/security/ that play the court with the market, in one unit
 * of value for both tokens. What a computation costs is an assumption: a thirtieth of the price.
 */
export const example = {
  /** What a computation of the job costs whoever does it. */
  cost: 1,
  price: 30,
  collateral: 50,
  seatFee: 3,
  penaltyUnit: 5,
  panelSeats: 3,
  appealSeats: 7,
  /** The provider's part of the price where there is no ruling. */
  noRuling: 0.4,
  /** Penalty units that a seat locks. */
  seatUnits: 16,
  /** Cases that a whole seat serves at a time. */
  casesPerSeat: 4,
  /** Places that a draw looks at for each seat that it needs. */
  looksPerSeat: 16,
  /** Seats needed for each occupied one that a draw passes over. */
  neededPerOccupied: 3,
} as const;

/** What a dispute costs the client that brings it. */
export const disputeFee = example.panelSeats * example.seatFee;
