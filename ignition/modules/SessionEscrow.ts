import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import PaymentVault from "./PaymentVault.ts";
import ProviderRegistry from "./ProviderRegistry.ts";

/** The market of metered calls. */
export default buildModule("SessionEscrow", (m) => {
  const { providerRegistry } = m.useModule(ProviderRegistry);
  const { paymentVault } = m.useModule(PaymentVault);
  return { sessionEscrow: m.contract("SessionEscrow", [providerRegistry, paymentVault]) };
});
