import { id, Wallet } from "ethers";
import { RECEIPT_TYPES, receiptDomain } from "../../../src/types/receiptTypedData.ts";
import { type Receipt, type SessionTerms, sessionIdOf } from "../../../src/index.ts";

/** The market of the unit tests; no chain has it. */
export const MARKET = { chainId: 31_337, sessionEscrow: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" };

/** Signs the receipts of {@link TERMS}. */
export const PAYER_KEY = new Wallet(id("payer key"));

/** Signs receipts that nobody owes. */
export const OTHER_KEY = new Wallet(id("other key"));

/** A session that no chain has. */
export const TERMS: SessionTerms = {
  payer: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  payerKey: PAYER_KEY.address,
  provider: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
  payout: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
  token: "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc",
  expiresAt: 1_800_000_000,
  graceSeconds: 3_600,
  salt: 1n,
};

export const SESSION_ID = sessionIdOf(TERMS);

/** A receipt of the sample session, or one that is wrong in a way. */
export async function makeReceipt(
  cumulativeAmount: bigint,
  { key = PAYER_KEY, market = MARKET, sessionId = SESSION_ID } = {},
): Promise<Receipt> {
  const value = { sessionId, cumulativeAmount };
  const signature = await key.signTypedData(receiptDomain(market), RECEIPT_TYPES, value);
  return { sessionId, cumulativeAmount, signature };
}
