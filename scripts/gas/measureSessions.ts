import { id, type Signer } from "ethers";
import type { SessionTermsStruct } from "../../sdk/src/contracts/SessionEscrow.ts";
import { LONG_AFTER_SECONDS, type Market } from "./market.ts";
import type { GasStep } from "./measureSteps.ts";

const CENT = 10n ** 16n;
const BATCH = 20;

/** Measures the life of a session, beside another payer's open one. */
export async function measureSessions(market: Market): Promise<readonly GasStep[]> {
  const { ethers, sessions, owner, operator, client, payout, stranger, tokenAddress, vault } = market;
  await market.gasOf(vault.approve(await sessions.getAddress(), BigInt(tokenAddress), ethers.MaxUint256));
  const payerKey = new ethers.Wallet(id("payer key"));
  const domain = {
    name: "Wattle SessionEscrow",
    version: "1",
    chainId: 31337,
    verifyingContract: await sessions.getAddress(),
  };
  const types = {
    Receipt: [
      { name: "sessionId", type: "bytes32" },
      { name: "cumulativeAmount", type: "uint128" },
    ],
  };
  let count = 0;
  const open = async () => {
    const terms: SessionTermsStruct = {
      payer: client.address,
      payerKey: payerKey.address,
      provider: owner.address,
      payout: payout.address,
      token: tokenAddress,
      expiresAt: (await market.time.latest()) + 30 * 86_400,
      graceSeconds: 3_600,
      // As random as the SDK's.
      salt: id(`session ${String(++count)}`),
    };
    return { terms, gas: await market.gasOf(sessions.open(terms, 100n * CENT)) };
  };
  const receiptOf = async (terms: SessionTermsStruct, cumulativeAmount: bigint) => ({
    terms,
    cumulativeAmount,
    signature: await payerKey.signTypedData(domain, types, {
      sessionId: await sessions.sessionIdOf(terms),
      cumulativeAmount,
    }),
  });
  const byStranger = sessions.connect(stranger as Signer);
  const redeem = async (terms: SessionTermsStruct, amount: bigint): Promise<bigint> => {
    const receipt = await receiptOf(terms, amount);
    return market.gasOf(byStranger.redeem(terms, receipt.cumulativeAmount, receipt.signature));
  };

  await open();
  const { terms, gas } = await open();
  const first = await redeem(terms, 3n * CENT);
  const warm = await redeem(terms, 5n * CENT);
  const topUp = await market.gasOf(sessions.topUp(terms, 10n * CENT));
  const startClose = await market.gasOf(sessions.startClose(terms));
  await market.time.increase(LONG_AFTER_SECONDS);
  const close = await market.gasOf(byStranger.close(terms));
  const waived = (await open()).terms;
  const closeByProvider = await market.gasOf(sessions.connect(operator as Signer).close(waived));

  const many: SessionTermsStruct[] = [];
  for (let number = 0; number < BATCH; number++) many.push((await open()).terms);
  const redeemMany = async (amount: bigint) =>
    market.gasOf(byStranger.redeemMany(await Promise.all(many.map((each) => receiptOf(each, amount)))));
  const firstBatch = await redeemMany(3n * CENT);
  const batch = await redeemMany(5n * CENT);
  return [
    { name: "session: open, warm", gas },
    { name: "session: redeem, the first of a session", gas: first, budget: 60_000n },
    { name: "session: redeem, warm", gas: warm, budget: 60_000n },
    {
      name: `session: redeem the first receipts of ${String(BATCH)} sessions, a receipt`,
      gas: firstBatch / BigInt(BATCH),
      budget: 25_000n,
    },
    {
      name: `session: redeem in a batch of ${String(BATCH)}, a receipt`,
      gas: batch / BigInt(BATCH),
      budget: 25_000n,
    },
    { name: "session: top up", gas: topUp },
    { name: "session: start to close", gas: startClose },
    { name: "session: close by anyone, after the grace", gas: close },
    { name: "session: close by the provider", gas: closeByProvider },
  ];
}
