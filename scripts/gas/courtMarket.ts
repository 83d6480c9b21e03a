import { type Contract, dataSlice, encodeBytes32String, getAddress, id, type Signer } from "ethers";
import type { CaseStruct, SlashingCourt as Court } from "../../sdk/src/contracts/SlashingCourt.ts";
import { SlashingCourt__factory } from "../../sdk/src/contracts/index.ts";
import type { JobTermsStruct } from "../../sdk/src/contracts/JobEscrow.ts";
import { deployOne } from "../deployment/deployOne.ts";
import type { Market } from "./market.ts";

// An estimate would run each batch a dozen times; the most that one transaction may use runs it once.
const BATCH = 100;
const BATCH_GAS = 16_000_000;
const CENT = 10n ** 16n;
/** Seats of a first panel. */
export const PANEL_SEATS = 3;

/** The rules of the court that is measured. */
const RULES = {
  machineClass: encodeBytes32String("any"),
  seatFee: CENT,
  penaltyUnit: CENT,
  longestRunSeconds: 3600,
  panelSeats: PANEL_SEATS,
  drawBlocks: 4,
  drawSeconds: 600,
  commitSeconds: 7200,
  revealSeconds: 1800,
  appealSeconds: 3600,
  applySeconds: 600,
};

/** What one case cost, step by step. */
export interface CaseGas {
  readonly open: bigint;
  readonly draw: bigint;
  /** Of one juror. */
  readonly commit: bigint;
  /** Of one juror. */
  readonly reveal: bigint;
  readonly apply: bigint;
  readonly finish: bigint;
}

/** Deploys a court and gives it jurors, each with as many seats and a payout address of its own. */
export async function openCourtMarket(market: Market, jurors: number, seats: number) {
  const { ethers, deployer, stranger, operator, owner, tokenAddress, registry, escrow, escrowAddress } =
    market;
  const judge = await deployOne(deployer, "SlashingCourt", [
    await market.staking.getAddress(),
    await market.vault.getAddress(),
    { ...RULES, feeToken: tokenAddress },
  ]);
  const court: Court = SlashingCourt__factory.connect(judge, operator as Signer);
  const stake = BigInt(seats) * (await court.seatCollateral());
  for (let juror = 0; juror < jurors; juror++) {
    const crowd = (await ethers.deployContract("CourtCrowd", [
      judge,
      escrowAddress,
      operator.address,
      getAddress(dataSlice(id(`payout ${String(juror)}`), 12)),
    ])) as unknown as Contract;
    await market.token.mint(await crowd.getAddress(), stake);
    await market.gasOf(crowd.getFunction("stake")());
    for (let taken = 0; taken < seats; taken += BATCH) {
      await crowd.getFunction("sit")(Math.min(BATCH, seats - taken), { gasLimit: BATCH_GAS });
    }
  }
  await registry.setOperatorBound(owner.address, tokenAddress, judge, 1);
  const offer = market.offer({ adjudicator: judge, disputeFee: BigInt(PANEL_SEATS) * CENT });
  const signature = await market.sign(offer);
  const byStranger = escrow.connect(stranger as Signer);

  /** A submitted job of the offer, and what its dispute costs. */
  const disputed = async () => {
    const job = await market.take(offer, signature);
    await market.submit(job.terms);
    return { ...job, gas: await market.gasOf(escrow.dispute(job.terms)) };
  };

  /** Opens a case, lets all of its jurors give the same answer, and settles it. */
  const judgeCase = async (
    terms: JobTermsStruct,
    jobId: string,
    providerRight: boolean,
  ): Promise<CaseGas> => {
    const receipt = await (await byStranger.openCase(terms)).wait();
    const opened = receipt?.logs
      .map((log) => court.interface.parseLog(log))
      .find((log) => log?.name === "CaseOpened");
    if (!receipt || !opened) throw new Error("no case was opened");
    const openedCase = (opened.args["openedCase"] as { toObject(): CaseStruct }).toObject();
    await market.mine(RULES.drawBlocks + 1);
    const draw = await market.gasOf(court.connect(stranger as Signer).draw(escrowAddress, openedCase));
    const panel = await court.panelOf(escrowAddress, jobId, false);
    const salt = id("salt");
    const commits: bigint[] = [];
    for (const [place, seat] of panel.entries()) {
      const commitment = await court.commitmentOf(escrowAddress, jobId, seat, providerRight, salt);
      commits.push(await market.gasOf(court.commit(escrowAddress, jobId, place, commitment)));
    }
    const [, commitUntil = 0n, , appealUntil = 0n] = await court.deadlinesOf(escrowAddress, jobId);
    await market.time.increaseTo(commitUntil + 1n);
    const reveals: bigint[] = [];
    for (const place of panel.keys())
      reveals.push(await market.gasOf(court.reveal(escrowAddress, jobId, place, providerRight, salt)));
    await market.time.increaseTo(appealUntil + 1n);
    const apply = await market.gasOf(byStranger.applyRuling(terms));
    const finish = await market.gasOf(court.connect(stranger as Signer).finish(escrowAddress, openedCase));
    return {
      open: receipt.gasUsed,
      draw,
      // The last: the first one pays for what the others find.
      commit: commits.at(-1) ?? 0n,
      reveal: reveals.at(-1) ?? 0n,
      apply,
      finish,
    };
  };
  return { disputed, judgeCase };
}
