import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Who sells compute. */
export default buildModule("ProviderRegistry", (m) => ({
  providerRegistry: m.contract("ProviderRegistry"),
}));
