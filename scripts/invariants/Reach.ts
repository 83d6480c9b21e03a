import { closeSync, existsSync, openSync, readSync } from "node:fs";

// Moves are chosen so that they do what they should; a twentieth may be chosen badly.
const LEAST_SUCCESS_RATE = 0.95;
const CHUNK_BYTES = 1 << 20;

/** How often an action was tried, and how often it did what it should; an attack should be refused. */
interface ActionCount {
  attempts: number;
  successes: number;
}

/** One run, as `ReachCount.sol` writes it. */
interface RunReport {
  readonly actions: Readonly<Record<string, readonly [attempts: number, successes: number]>>;
  readonly states: Readonly<Record<string, number>>;
}

/** What all runs together reached, summed up while they write it: a long campaign's reports are more than fit a string. */
export class Reach {
  /** How many runs were summed up. */
  runs = 0;
  readonly #file: string;
  readonly #actions = new Map<string, ActionCount>();
  readonly #states = new Map<string, number>();
  #offset = 0;
  #rest = "";

  /** @param file Where the handlers write, a line for each run. */
  constructor(file: string) {
    this.#file = file;
  }

  /** Adds what is written to a new file in the old one's place to what was counted. */
  startOver(): void {
    this.#offset = 0;
    this.#rest = "";
  }

  /** Sums up what was written since the last time. */
  read(): void {
    if (!existsSync(this.#file)) return;
    const descriptor = openSync(this.#file, "r");
    try {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      for (;;) {
        const size = readSync(descriptor, chunk, 0, CHUNK_BYTES, this.#offset);
        if (size === 0) return;
        this.#offset += size;
        // Names are ASCII, so that no letter is cut in two.
        this.#take(chunk.toString("latin1", 0, size));
      }
    } finally {
      closeSync(descriptor);
    }
  }

  /** What is wrong with it: what was left out, and actions that mostly did not do what they should. */
  complaints(): string[] {
    const complaints = this.runs === 0 ? ["no run was recorded"] : [];
    for (const [name, { attempts, successes }] of this.#actions) {
      if (attempts === 0) complaints.push(`action ${name} was never tried`);
      else if (successes / attempts < LEAST_SUCCESS_RATE) {
        complaints.push(
          `action ${name} did what it should ${String(successes)} of ${String(attempts)} times`,
        );
      }
    }
    for (const [name, count] of this.#states) {
      if (count === 0) complaints.push(`state ${name} was never reached`);
    }
    return complaints;
  }

  /** All counts, for people. */
  table(): string {
    const lines = [`${String(this.runs)} runs`, "action                            tries      as meant"];
    for (const [name, { attempts, successes }] of this.#actions) {
      const percent = attempts === 0 ? "-" : `${((100 * successes) / attempts).toFixed(0)} %`;
      lines.push(name.padEnd(32) + String(attempts).padStart(7) + percent.padStart(14));
    }
    lines.push("state                           reached");
    for (const [name, count] of this.#states) lines.push(name.padEnd(32) + String(count).padStart(7));
    return lines.join("\n");
  }

  #take(text: string): void {
    // Invariants run at the same time, so that two reports may stand on one line. Each ends with its two braces.
    const reports = (this.#rest + text).replaceAll("\n", "").split("}}");
    this.#rest = reports.pop() ?? "";
    for (const report of reports) this.#add(JSON.parse(`${report}}}`) as RunReport);
  }

  #add(report: RunReport): void {
    this.runs += 1;
    for (const [name, [attempts, successes]] of Object.entries(report.actions)) {
      const sum = this.#actions.get(name) ?? { attempts: 0, successes: 0 };
      this.#actions.set(name, { attempts: sum.attempts + attempts, successes: sum.successes + successes });
    }
    for (const [name, count] of Object.entries(report.states)) {
      this.#states.set(name, (this.#states.get(name) ?? 0) + count);
    }
  }
}
