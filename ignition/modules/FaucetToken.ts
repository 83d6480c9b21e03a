import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** A token to pay and stake with on local and test networks; the contract refuses every other chain. */
export default buildModule("FaucetToken", (m) => ({
  faucetToken: m.contract("FaucetToken", [
    m.getParameter("name", "Wattle Test Dollar"),
    m.getParameter("symbol", "WTD"),
  ]),
}));
