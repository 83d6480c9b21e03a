import Table from "cli-table3";
import { showTokens } from "./money.ts";

/** One transaction of a deal. */
export interface ReceiptStep {
  readonly step: string;
  readonly by: string;
  readonly transaction: string;
  readonly gas: bigint;
}

/** What became of one deal: a job, a lease or a session. */
export interface DealReceipt {
  readonly deal: string;
  /** The job's, lease's or session's id. */
  readonly id: string;
  readonly provider: string;
  readonly state: string;
  /** What the client put into escrow. */
  readonly price: bigint;
  readonly steps: readonly ReceiptStep[];
  /** From opening to its final state, by the chain's clock. */
  readonly seconds: number;
  /** Null where the machine has no counter. */
  readonly energyMillijoules: number | null;
  readonly adapter: string | null;
  /** Who got what, in words. */
  readonly outcome: string;
}

/** A balance that the story decides, and what was found. */
export interface ReceiptCheck {
  readonly name: string;
  readonly expected: bigint;
  readonly found: bigint;
}

/** The whole of the demo, at its end. */
export interface Receipt {
  readonly chain: string;
  readonly deals: readonly DealReceipt[];
  readonly checks: readonly ReceiptCheck[];
  readonly picture: string;
  /** The chart of the weather. */
  readonly chart: string;
  /** The picture of 1,000 calls. */
  readonly tiles: string;
  /** Where the picture of what was made up is. */
  readonly difference: string;
  readonly seconds: number;
}

/** Whether every balance is what the story says. */
export const isRight = ({ expected, found }: ReceiptCheck): boolean => expected === found;

/** The receipt as tables for a terminal. */
export function renderReceipt({ deals, checks, chain, seconds }: Receipt): string {
  const style = { head: [], border: [] };
  const dealTable = new Table({
    style,
    head: ["deal", "ran on", "state", "price", "gas per step", "seconds", "energy", "who was paid"],
    wordWrap: true,
    colWidths: [12, 10, 11, 12, 28, 9, 11, 34],
  });
  for (const deal of deals) {
    const gas = deal.steps.map(({ step, gas: used }) => `${step} ${used.toLocaleString("en-US")}`);
    const energy =
      deal.energyMillijoules === null ? "unmetered" : `${String(deal.energyMillijoules / 1000)} J`;
    dealTable.push([
      deal.deal,
      deal.provider,
      deal.state,
      showTokens(deal.price),
      gas.join("\n"),
      String(deal.seconds),
      deal.adapter === null ? "–" : energy,
      deal.outcome,
    ]);
  }
  const checkTable = new Table({
    style,
    head: ["balance", "as the story says", "found", ""],
    // There are many: no lines between them.
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const check of checks) {
    checkTable.push([
      check.name,
      showTokens(check.expected),
      showTokens(check.found),
      isRight(check) ? "✔" : "✘",
    ]);
  }
  return `${dealTable.toString()}\n${checkTable.toString()}\nPlayed on ${chain} in ${seconds.toFixed(0)} s.`;
}

/** The receipt as JSON: amounts in base units, as decimal strings. */
export function receiptJson(receipt: Receipt): string {
  const text = JSON.stringify(
    receipt,
    (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value),
    2,
  );
  return `${text}\n`;
}
