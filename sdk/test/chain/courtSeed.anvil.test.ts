import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { toQuantity } from "ethers";
import { drawPanel, getHearing, SlashingCourtNoSeedError } from "../../src/index.ts";
import { openBefore, openCourt, type TestCourt } from "../support/court.ts";
import { drawSeats } from "../support/drawSeats.ts";
import { hasAnvil, type Market, openMarket } from "../support/market.ts";
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
      // Longer than it takes to forget a block, at a block a second.
      place = await openCourt(market, { drawSeconds: 30_000 }, 2);
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

    for (const blocksBehind of [10, RECENT_BLOCKS + 50, HISTORY_BLOCKS - 500]) {
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

    it("error: SlashingCourtNoSeedError once the history has forgotten it", async () => {
      const { caseId, hearing, draw } = await drawLate(HISTORY_BLOCKS + 1);
      const { stage } = await getHearing(market.reader, { court: place.court, caseId });
      assert.equal(stage, "drawing", "there would be time");
      await assert.rejects(draw(), (error: SlashingCourtNoSeedError) => {
        assert.ok(error instanceof SlashingCourtNoSeedError, String(error));
        assert.equal(error.args.seedBlock, BigInt(hearing.seedBlock));
        assert.ok(error.args.blockNumber > error.args.seedBlock + BigInt(HISTORY_BLOCKS));
        assert.equal(error.retryable, false);
        assert.match(error.message, /^The hash of block \d+ is forgotten/);
        return true;
      });
    });
  });
}

if (hasAnvil) describeSeeds();
else console.log("not run: the npm package with anvil has no binary for this machine");
