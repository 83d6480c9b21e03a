import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import PaymentVault from "./PaymentVault.ts";
import ProviderRegistry from "./ProviderRegistry.ts";
import ProviderStaking from "./ProviderStaking.ts";

/** The market of batch jobs. */
export default buildModule("JobEscrow", (m) => {
  const { providerRegistry } = m.useModule(ProviderRegistry);
  const { providerStaking } = m.useModule(ProviderStaking);
  const { paymentVault } = m.useModule(PaymentVault);
  return { jobEscrow: m.contract("JobEscrow", [providerRegistry, providerStaking, paymentVault]) };
});
