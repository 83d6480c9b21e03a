import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import PaymentVault from "./PaymentVault.ts";
import ProviderRegistry from "./ProviderRegistry.ts";

/** The market of machines by the second. */
export default buildModule("LeaseEscrow", (m) => {
  const { providerRegistry } = m.useModule(ProviderRegistry);
  const { paymentVault } = m.useModule(PaymentVault);
  return { leaseEscrow: m.contract("LeaseEscrow", [providerRegistry, paymentVault]) };
});
