import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import expected from "../../deployments/expected.json" with { type: "json" };
import { networkOf } from "../../scripts/deployment/networkOf.ts";
import { NETWORKS } from "../../scripts/deployment/networks.ts";
import { parameterFileOf, parseParameters, readParameters } from "../../scripts/deployment/parameters.ts";
import { planSuite } from "../../scripts/deployment/planSuite.ts";

const folder = new URL("../../deployments/parameters/", import.meta.url);
const templateText = await readFile(parameterFileOf("template"), "utf8");

describe("the networks", () => {
  it("have a parameter file each, beside the template and nothing else", async () => {
    const files = (await readdir(folder)).sort();
    assert.deepEqual(files, [...NETWORKS.map(({ name }) => `${name}.json5`), "template.json5"].sort());
  });

  it("can be deployed with what their files say, and a panel's seed is there in time", async () => {
    for (const { name, blockSeconds } of NETWORKS) {
      const parameters = await readParameters(name);
      assert.ok((await planSuite(parameters)).contracts.length >= 7, name);
      const { court } = parameters;
      if (court === null) continue;
      assert.ok(court.drawSeconds > court.drawBlocks * blockSeconds, `${name}: drawn after the seed's block`);
    }
  });

  it("mark what is shorter than in production, where stake thaws for seven days", async () => {
    for (const { name } of NETWORKS) {
      const text = await readFile(parameterFileOf(name), "utf8");
      const { purpose, thawSeconds } = parseParameters(text, name);
      if (thawSeconds < 604_800) assert.equal(purpose, "test", name);
      assert.match(text, /Production: .*604800/, `${name} names production's value beside its own`);
    }
    assert.equal(parseParameters(templateText, "template").purpose, "production");
  });

  it("have the same addresses where code and arguments are the same", () => {
    assert.equal(expected["base-sepolia"].SlashingCourt, expected["optimism-sepolia"].SlashingCourt);
    assert.equal(expected.sepolia.JobEscrow, expected["arbitrum-sepolia"].JobEscrow);
    assert.notEqual(expected.sepolia.SlashingCourt, expected["base-sepolia"].SlashingCourt, "other periods");
    assert.notEqual(expected.localhost.ProviderStaking, expected.sepolia.ProviderStaking, "another thaw");
  });

  it("error: one that nobody knows is answered with those that there are", () => {
    assert.throws(() => networkOf("mainet"), { name: "UnknownNetworkError", message: /base-sepolia/ });
  });
});

describe("a parameter file", () => {
  const refuse = (change: (text: string) => string, reason: RegExp): void => {
    const text = change(templateText);
    assert.notEqual(text, templateText, "the change changed something");
    assert.throws(() => parseParameters(text, "some.json5"), {
      name: "ParametersInvalidError",
      message: reason,
    });
  };

  it("error: is named with every field that is wrong", () => {
    refuse((text) => text.replace("panelSeats: 3", "panelSeats: 2"), /some\.json5[^]*court\.panelSeats/);
    refuse(
      (text) => text.replace("commitSeconds: 86400", "commitSeconds: 60"),
      /longer than longestRunSeconds[^]*court\.commitSeconds/,
    );
    refuse((text) => text.replace(/seatFee: "\d+"/, "seatFee: 3e18"), /court\.seatFee/);
    refuse(
      (text) => text.replace("drawBlocks", "drawBlock"),
      /drawBlock[^]*drawBlocks|drawBlocks[^]*drawBlock/,
    );
    refuse((text) => text.replace(/stakeToken: "0x[^"]*"/, 'stakeToken: "0x12"'), /stakeToken/);
    refuse((text) => text.replace("{", "["), /no JSON5/);
  });

  it("error: allows neither the faucet nor a short thaw in production", () => {
    refuse((text) => text.replace("thawSeconds: 604800", "thawSeconds: 3600"), /7 days[^]*thawSeconds/);
    refuse((text) => text.replace(/stakeToken: "0x[^"]*"/, 'stakeToken: "faucet"'), /faucet/);
    refuse(
      (text) => text.replace("faucet: null", 'faucet: { name: "T", symbol: "T" }'),
      /null in production/,
    );
  });

  it("error: says when it is missing", async () => {
    await assert.rejects(readParameters("nowhere"), { name: "ParametersInvalidError", message: /not there/ });
  });
});
