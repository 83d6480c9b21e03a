import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import JobEscrow from "./JobEscrow.ts";
import LeaseEscrow from "./LeaseEscrow.ts";
import PaymentVault from "./PaymentVault.ts";
import ProviderRegistry from "./ProviderRegistry.ts";
import ProviderStaking from "./ProviderStaking.ts";
import SessionEscrow from "./SessionEscrow.ts";

/** The whole suite. */
export default buildModule("Wattle", (m) => ({
  ...m.useModule(ProviderRegistry),
  ...m.useModule(ProviderStaking),
  ...m.useModule(PaymentVault),
  ...m.useModule(JobEscrow),
  ...m.useModule(LeaseEscrow),
  ...m.useModule(SessionEscrow),
}));
