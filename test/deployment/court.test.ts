import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { encodeBytes32String } from "ethers";
import {
  type CourtRules,
  createWattleClient,
  getCourtRules,
  type WattleClient,
} from "../../sdk/src/index.ts";
import { SlashingCourt__factory } from "../../sdk/src/contracts/index.ts";
import { quickChain } from "../support/quickChain.ts";
import { deployCourt } from "../../scripts/deployment/deployCourt.ts";
import { type DeployedChain, startLocalChain } from "../support/localChain.ts";

describe("a court of one's own", () => {
  let chain: DeployedChain;
  let client: WattleClient;
  let rules: CourtRules;

  before(async () => {
    chain = await startLocalChain({ kind: quickChain });
    const { rpcUrl: rpcUrls, deployment } = chain;
    client = createWattleClient({ rpcUrls, deployment });
    rules = {
      machineClass: encodeBytes32String("any"),
      feeToken: deployment.tokens.stake,
      // More than a JSON number holds.
      seatFee: 3n * 10n ** 18n + 1n,
      penaltyUnit: 5n * 10n ** 18n,
      longestRunSeconds: 600,
      panelSeats: 3,
      drawBlocks: 4,
      drawSeconds: 301,
      commitSeconds: 1_802,
      revealSeconds: 903,
      appealSeconds: 3_604,
      applySeconds: 1_205,
    };
  });

  after(() => chain.stop());

  const deploy = (changes: Partial<CourtRules> = {}): Promise<string> => {
    const { providerStaking, paymentVault } = chain.deployment.contracts;
    return deployCourt(chain.rpcUrl, { providerStaking, paymentVault, rules: { ...rules, ...changes } });
  };

  it("has the rules of the parameters, and the suite's registry, staking and vault", async () => {
    const court = await deploy();
    const found = await getCourtRules(client, { court });
    assert.deepEqual(found, {
      ...rules,
      seatCollateral: 16n * rules.penaltyUnit,
      exitSeconds: 2 * (301 + 1_802 + 903) + 3_604 + 1,
      appealSeats: 7,
      panelFee: 3n * rules.seatFee,
      appealFee: 7n * rules.seatFee,
      caseSeconds: 2 * (301 + 1_802 + 903) + 3_604,
      neededSeconds: 2 * (301 + 1_802 + 903) + 3_604 + 1_205,
    });
    const contract = SlashingCourt__factory.connect(court, client.provider);
    const { providerRegistry, providerStaking, paymentVault } = chain.deployment.contracts;
    assert.equal(await contract.registry(), providerRegistry);
    assert.equal(await contract.staking(), providerStaking);
    assert.equal(await contract.vault(), paymentVault);
  });

  it("error: an even panel could be of two minds", async () => {
    await assert.rejects(deploy({ panelSeats: 2 }), /CourtSeats_RuleInvalid/);
  });
});
