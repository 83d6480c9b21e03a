import { AbiCoder, keccak256 } from "ethers";

/** What decides a draw. */
export interface DrawSeatsParameters {
  readonly seedHash: string;
  readonly market: string;
  readonly caseId: string;
  readonly isAppeal: boolean;
  readonly seatCount: number;
  readonly needed: number;
  /** Whether a seat may be on the panel. */
  readonly canServe: (seat: number) => boolean;
}

const coder = AbiCoder.defaultAbiCoder();
/** How many seats a draw looks at for each that it needs. */
const LOOKS_PER_SEAT = 16;

/** The panel that a block's hash gives, written anew from `docs/protocol.md` and with a whole list: a plain shuffle. */
export function drawSeats(parameters: DrawSeatsParameters): number[] {
  const { seedHash, market, caseId, isAppeal, seatCount, needed, canServe } = parameters;
  const seed = keccak256(
    coder.encode(["bytes32", "address", "bytes32", "bool"], [seedHash, market, caseId, isAppeal]),
  );
  const list = Array.from({ length: seatCount }, (_, seat) => seat);
  const panel: number[] = [];
  for (let drawn = 0; drawn < Math.min(seatCount, needed * LOOKS_PER_SEAT); drawn++) {
    if (panel.length === needed) break;
    const word = BigInt(keccak256(coder.encode(["bytes32", "uint256"], [seed, drawn])));
    const place = drawn + Number(word % BigInt(seatCount - drawn));
    const [seat = 0, first = 0] = [list[place], list[drawn]];
    [list[drawn], list[place]] = [seat, first];
    if (canServe(seat)) panel.push(seat);
  }
  return panel;
}
