import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import ProviderRegistry from "./ProviderRegistry.ts";

/** The stake behind promises. Both parameters come from the network's file in `ignition/parameters`. */
export default buildModule("ProviderStaking", (m) => {
  const { providerRegistry } = m.useModule(ProviderRegistry);
  const stakeToken = m.getParameter<string>("stakeToken");
  const thawSeconds = m.getParameter<number>("thawSeconds");
  return { providerStaking: m.contract("ProviderStaking", [stakeToken, providerRegistry, thawSeconds]) };
});
