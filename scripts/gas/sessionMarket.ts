import { id, type Signer } from "ethers";
import type { RedemptionStruct, SessionTermsStruct } from "../../sdk/src/contracts/SessionEscrow.ts";
import type { Market } from "./market.ts";

const SESSION_SECONDS = 30 * 86_400;
const RECEIPT_TYPES = {
  Receipt: [
    { name: "sessionId", type: "bytes32" },
    { name: "cumulativeAmount", type: "uint128" },
  ],
};

/** What a call costs in each measured session. */
export const CENT = 10n ** 16n;

/** Lets the client use the market of sessions, with a key of its own for the receipts. */
export async function openSessionMarket(market: Market) {
  const { ethers, sessions, owner, client, payout, stranger, tokenAddress, vault } = market;
  const verifyingContract = await sessions.getAddress();
  await market.gasOf(vault.approve(verifyingContract, BigInt(tokenAddress), ethers.MaxUint256));
  const payerKey = new ethers.Wallet(id("payer key"));
  const domain = { name: "Wattle SessionEscrow", version: "1", chainId: 31337, verifyingContract };
  const byStranger = sessions.connect(stranger as Signer);

  let count = 0;
  const open = async (): Promise<{ gas: bigint; terms: SessionTermsStruct }> => {
    const terms: SessionTermsStruct = {
      payer: client.address,
      payerKey: payerKey.address,
      provider: owner.address,
      payout: payout.address,
      token: tokenAddress,
      expiresAt: (await market.time.latest()) + SESSION_SECONDS,
      graceSeconds: 3_600,
      // As random as the SDK's.
      salt: id(`session ${String(++count)}`),
    };
    return { terms, gas: await market.gasOf(sessions.open(terms, 100n * CENT)) };
  };
  const receiptOf = async (
    terms: SessionTermsStruct,
    cumulativeAmount: bigint,
  ): Promise<RedemptionStruct> => ({
    terms,
    cumulativeAmount,
    signature: await payerKey.signTypedData(domain, RECEIPT_TYPES, {
      sessionId: await sessions.sessionIdOf(terms),
      cumulativeAmount,
    }),
  });
  const redeem = async (terms: SessionTermsStruct, amount: bigint): Promise<bigint> => {
    const { signature } = await receiptOf(terms, amount);
    return market.gasOf(byStranger.redeem(terms, amount, signature));
  };
  const redeemMany = async (all: readonly SessionTermsStruct[], amount: bigint): Promise<bigint> =>
    market.gasOf(byStranger.redeemMany(await Promise.all(all.map((terms) => receiptOf(terms, amount)))));
  return { open, redeem, redeemMany, byStranger };
}
