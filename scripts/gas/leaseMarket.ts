import type { Signer } from "ethers";
import type { LeaseOfferStruct, LeaseTermsStruct } from "../../sdk/src/contracts/LeaseEscrow.ts";
import type { Market } from "./market.ts";

const LEASE_SECONDS = 3_600;
const OFFER_SECONDS = 300 * 86_400;

/** What a client pays into each measured lease. */
export const FUNDED_SECONDS = 1_800;

/** Lets the client use the market of leases, and signs an offer by the provider's operator. */
export async function openLeaseMarket(market: Market) {
  const { ethers, leases, owner, operator, tokenAddress, vault } = market;
  await market.gasOf(vault.approve(await leases.getAddress(), BigInt(tokenAddress), ethers.MaxUint256));
  const offer: LeaseOfferStruct = {
    provider: owner.address,
    taker: ethers.ZeroAddress,
    token: tokenAddress,
    ratePerSecond: 10n ** 15n,
    minFundedSeconds: 60,
    maxLeaseSeconds: 86_400,
    graceSeconds: 300,
    slots: 100,
    maxFills: 1000,
    expiresAt: (await market.time.latest()) + OFFER_SECONDS,
    authEpoch: 1,
    machineId: `0x${"ee".repeat(32)}`,
    tag: ethers.ZeroHash,
    salt: 1,
  };
  const fields = leases.interface.getFunction("hashOffer").inputs[0]?.components ?? [];
  const signature = await operator.signTypedData(
    {
      name: "Wattle LeaseEscrow",
      version: "1",
      chainId: 31337,
      verifyingContract: await leases.getAddress(),
    },
    { LeaseOffer: fields.map(({ name, type }) => ({ name, type })) },
    offer,
  );
  const open = async (): Promise<{ gas: bigint; terms: LeaseTermsStruct }> => {
    const receipt = await (await leases.open(offer, signature, LEASE_SECONDS, FUNDED_SECONDS)).wait();
    const opened = receipt?.logs
      .map((log) => leases.interface.parseLog(log))
      .find((parsed) => parsed?.name === "LeaseOpened");
    if (!receipt || !opened) throw new Error("no lease was opened");
    const terms = (opened.args["terms"] as { toObject(): LeaseTermsStruct }).toObject();
    return { gas: receipt.gasUsed, terms };
  };
  return { offer, open, byOperator: leases.connect(operator as Signer) };
}

/** Opens a lease, checks in, withdraws and closes it; every step by its receipt. */
export async function measureLease(
  market: Market,
  { open, byOperator }: Awaited<ReturnType<typeof openLeaseMarket>>,
) {
  const { gas, terms } = await open();
  const firstCheckIn = await market.gasOf(byOperator.checkIn(terms));
  await market.time.increase(200);
  const checkIn = await market.gasOf(byOperator.checkIn(terms));
  await market.time.increase(100);
  const withdraw = await market.gasOf(byOperator.withdraw(terms));
  const topUp = await market.gasOf(market.leases.topUp(terms, 600));
  await market.time.increase(100);
  const close = await market.gasOf(market.leases.close(terms));
  return { open: gas, firstCheckIn, checkIn, withdraw, topUp, close };
}
