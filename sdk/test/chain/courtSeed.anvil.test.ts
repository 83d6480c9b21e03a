import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { toQuantity } from "ethers";
import {
  decodeContractError,
  drawPanel,
  encodeDrawPanel,
  SlashingCourtNoSeedError,
} from "../../src/index.ts";
import { openBefore, openCourt, type TestCourt } from "../support/court.ts";
import { drawSeats } from "../support/drawSeats.ts";
import { hasAnvil } from "../../../test/support/quickChain.ts";
import { type Market, openMarket } from "../support/market.ts";
import { setUpBuyer, setUpProvider } from "../support/provider.ts";

/** What the opcode knows, and what the history of EIP-2935 knows, in blocks. */
const RECENT_BLOCKS = 256;
const HISTORY_BLOCKS = 8_191;

/** On a node as it ships: nothing is put anywhere, and blocks are only mined. */
function describeSeeds(): void {
  describe("the seed of a draw on anvil", () => {
    let market: Market;
    let place: TestCourt;

    before(async () => {
      market = await openMarket("anvil");
      await setUpProvider(market);
      await setUpBuyer(market);
      // Longer than the blocks that are mined at once take.
      place = await openCourt(market, { drawSeconds: 3_000 }, 2);
    });

    after(() => market.close());

    /** Opens a case, lets blocks pass until so many are behind its seed's, and draws. */
    async function drawLate(blocksBehind: number) {
      const { caseId, hearing } = await openBefore(market, place);
      const { openedCase, seedBlock } = hearing;
      const { provider } = market.reader;
      const blocks = seedBlock + blocksBehind - (await provider.getBlockNumber());
      await market.rpc("anvil_mine", [toQuantity(blocks), toQuantity(1)]);
      const court = { court: place.court, openedCase };
      const seedHash = (await provider.getBlock(seedBlock))?.hash ?? assert.fail("no such block");
      return { caseId, hearing, seedHash, draw: () => drawPanel(market.stranger.client, court) };
    }

    for (const blocksBehind of [10, RECENT_BLOCKS + 50, 3 * RECENT_BLOCKS]) {
      it(`is the block's hash, ${blocksBehind} blocks later`, async () => {
        const { caseId, hearing, seedHash, draw } = await drawLate(blocksBehind);
        const { panel, blockNumber } = await draw();
        assert.ok(blockNumber - hearing.seedBlock >= blocksBehind);
        assert.deepEqual(
          panel.map(({ seat }) => seat),
          drawSeats({
            ...{ seedHash, market: hearing.market, caseId, isAppeal: false },
            ...{ seatCount: hearing.seatCount, needed: 3, canServe: () => true },
          }),
        );
      });
    }

    // Mining as many blocks takes anvil minutes: the same state is asked as it would answer in a later block.
    it("is known for 8,191 blocks, and no longer", async () => {
      const { hearing } = await drawLate(RECENT_BLOCKS + 1);
      const call = encodeDrawPanel(market.reader, { court: place.court, ...hearing });
      const drawAt = (blocksBehind: number): Promise<unknown> =>
        market.rpc("eth_call", [
          call,
          "latest",
          {},
          { number: toQuantity(hearing.seedBlock + blocksBehind) },
        ]);
      assert.equal(await drawAt(HISTORY_BLOCKS), "0x");
      const refused: unknown = await drawAt(HISTORY_BLOCKS + 1).catch(decodeContractError);
      assert.ok(refused instanceof SlashingCourtNoSeedError, String(refused));
      const seedBlock = BigInt(hearing.seedBlock);
      const blockNumber = seedBlock + BigInt(HISTORY_BLOCKS) + 1n;
      assert.deepEqual(refused.args, { seedBlock, blockNumber });
      assert.equal(refused.retryable, false);
      assert.match(refused.message, /^The hash of block \d+ is forgotten at block \d+/);
    });
  });
}

if (hasAnvil) describeSeeds();
else console.log("not run: the npm package with anvil has no binary for this machine");
