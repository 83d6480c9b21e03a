import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/**
 * An adjudicator of drawn jurors. Not part of the suite: a court is one machine class and one fee, so whoever wants
 * another deploys another, and orders name it. Takes the suite's staking and vault, and the court's rules, as parameters.
 */
export default buildModule("SlashingCourt", (m) => {
  const providerStaking = m.getParameter<string>("providerStaking");
  const paymentVault = m.getParameter<string>("paymentVault");
  const rules = m.getParameter<Record<string, string | number>>("rules");
  return { slashingCourt: m.contract("SlashingCourt", [providerStaking, paymentVault, rules]) };
});
