import {
  HDNodeWallet,
  Mnemonic,
  parseEther,
  type Provider,
  type TransactionRequest,
  type TransactionResponse,
  Wallet,
} from "ethers";
import { LOCAL_MNEMONIC } from "../local/startChain.ts";

// Account 0 deploys the suite. The others play, each with a key of its own.
const FIRST_PLAYER = 1;
/** Far more than anybody pays for gas here. */
const GAS_MONEY = parseEther("10");

/** A key whose transactions go out one after the other: stories that are played side by side share accounts. */
export class PlayerWallet extends Wallet {
  #last: Promise<unknown> = Promise.resolve();

  override async sendTransaction(transaction: TransactionRequest): Promise<TransactionResponse> {
    // Its nonce is known once the one before is on its way.
    const sent = this.#last.then(() => super.sendTransaction(transaction));
    this.#last = sent.catch(() => undefined);
    return sent;
  }
}

/** The local chain's accounts, in order; the first of them are funded. */
export function playerWallets(provider: Provider, count: number): readonly PlayerWallet[] {
  const mnemonic = Mnemonic.fromPhrase(LOCAL_MNEMONIC);
  return Array.from({ length: count }, (_, index) => {
    const path = `m/44'/60'/0'/0/${String(FIRST_PLAYER + index)}`;
    return new PlayerWallet(HDNodeWallet.fromMnemonic(mnemonic, path).privateKey, provider);
  });
}

/** Gives those that the chain left without its coin some of the first one's. */
export async function fundPlayers(wallets: readonly PlayerWallet[]): Promise<void> {
  const [rich] = wallets;
  for (const { address, provider } of wallets) {
    if (rich === undefined || ((await provider?.getBalance(address)) ?? 1n) > 0n) continue;
    await (await rich.sendTransaction({ to: address, value: GAS_MONEY })).wait();
  }
}
