import type { ContractTransactionResponse, Signer } from "ethers";
import type { LeaseOfferStruct, LeaseTermsStruct } from "../../sdk/src/contracts/LeaseEscrow.ts";
import { LONG_AFTER_SECONDS, type Market } from "./market.ts";
import type { GasStep } from "./measureSteps.ts";

const LEASE_SECONDS = 3_600;
const FUNDED_SECONDS = 1_800;
const BATCH = 20;

/** Measures the life of a lease, beside another client's open one. */
export async function measureLeases(market: Market): Promise<readonly GasStep[]> {
  const { ethers, leases, owner, operator, stranger, tokenAddress, vault } = market;
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
    expiresAt: (await market.time.latest()) + 300 * 86_400,
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
  const byOperator = leases.connect(operator as Signer);
  const open = async (leaseSeconds = LEASE_SECONDS) => {
    const receipt = await (await leases.open(offer, signature, leaseSeconds, FUNDED_SECONDS)).wait();
    const opened = receipt?.logs
      .map((log) => leases.interface.parseLog(log))
      .find((parsed) => parsed?.name === "LeaseOpened");
    if (!receipt || !opened) throw new Error("no lease was opened");
    const terms = (opened.args["terms"] as { toObject(): LeaseTermsStruct }).toObject();
    return { gas: receipt.gasUsed, terms };
  };
  const after = async (
    seconds: number,
    send: () => Promise<ContractTransactionResponse>,
  ): Promise<bigint> => {
    await market.time.increase(seconds);
    return market.gasOf(send());
  };

  // This one stays open: a market in use never holds nothing.
  const first = await open();
  const { gas: openWarm, terms } = await open();
  const firstCheckIn = await market.gasOf(byOperator.checkIn(terms));
  const checkIn = await after(200, () => byOperator.checkIn(terms));
  const withdraw = await after(100, () => byOperator.withdraw(terms));
  const topUp = await market.gasOf(leases.topUp(terms, 600));
  const close = await after(100, () => leases.close(terms));

  const late = await open();
  await market.gasOf(byOperator.checkIn(late.terms));
  const byAnyone = await after(LONG_AFTER_SECONDS, () =>
    leases.connect(stranger as Signer).close(late.terms),
  );

  const many: LeaseTermsStruct[] = [];
  for (let count = 0; count < BATCH; count++) many.push((await open()).terms);
  await market.gasOf(byOperator.checkInMany(many));
  const checkInMany = await after(200, () => byOperator.checkInMany(many));
  return [
    { name: "lease: open by the first fill of a signed offer", gas: first.gas },
    { name: "lease: open, warm", gas: openWarm },
    { name: "lease: check in, the first", gas: firstCheckIn },
    { name: "lease: check in", gas: checkIn },
    { name: `lease: check in on ${String(BATCH)}, a lease`, gas: checkInMany / BigInt(BATCH) },
    { name: "lease: withdraw", gas: withdraw },
    { name: "lease: top up", gas: topUp },
    { name: "lease: close by the client", gas: close },
    { name: "lease: close by anyone, at the end", gas: byAnyone },
    { name: "lease: open + withdraw + close, warm", gas: openWarm + withdraw + close, budget: 240_000n },
    { name: "lease: the same with its first check-in", gas: openWarm + firstCheckIn + withdraw + close },
  ];
}
