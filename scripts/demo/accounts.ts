import { HDNodeWallet, Mnemonic, type Provider } from "ethers";
import { LOCAL_MNEMONIC } from "../local/startChain.ts";

// Account 0 deploys the suite. The others play, each with a key of its own.
const FIRST_PLAYER = 1;

/** The local chain's funded accounts, in order. */
export function playerWallets(provider: Provider, count: number): readonly HDNodeWallet[] {
  const mnemonic = Mnemonic.fromPhrase(LOCAL_MNEMONIC);
  return Array.from({ length: count }, (_, index) =>
    HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${String(FIRST_PLAYER + index)}`).connect(provider),
  );
}
