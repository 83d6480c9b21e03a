import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/**
 * An adjudicator of named signers. Not part of the suite: whoever wants one deploys one, and orders name it. Takes the
 * suite's vault, its signers (in ascending order) and how many of them decide as parameters.
 */
export default buildModule("AttestedAdjudicator", (m) => {
  const paymentVault = m.getParameter<string>("paymentVault");
  const signers = m.getParameter<string[]>("signers");
  const threshold = m.getParameter<number>("threshold");
  return { attestedAdjudicator: m.contract("AttestedAdjudicator", [paymentVault, signers, threshold]) };
});
