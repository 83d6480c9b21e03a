import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Every payment token in one place. */
export default buildModule("PaymentVault", (m) => ({
  paymentVault: m.contract("PaymentVault"),
}));
