import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadCompiler } from "../compiler.ts";
import type { Solver } from "./findSolver.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MATH = "@openzeppelin/contracts/utils/math/Math.sol";
/** The checker's words for a target that is safe, and for one that is not. */
const SAFE = "2961";
const VIOLATED = ["4661", "2661", "4144", "3046"];

interface Message {
  readonly severity: string;
  readonly errorCode?: string;
  readonly message: string;
  readonly formattedMessage: string;
  readonly sourceLocation?: { readonly file: string; readonly start: number };
}
interface Range {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What the checker says of one claim, for all inputs. */
export interface Claim {
  readonly name: string;
  readonly verdict: "proven" | "not decided" | "refuted" | "holds for no input";
  /** Whether all arithmetic on the way was shown to be safe, too. */
  readonly operations: "yes" | "not decided";
}

/**
 * Asks the model checker for each claim of a contract in `proofs/`. A claim is an external function without loops and
 * storage, so that the checker's one bounded step is all that can happen. To see that a claim's assumptions leave any
 * input at all, its last assertion is replaced by one that is false, and must be refuted.
 */
export function proveContract(contract: string, solver: Solver): readonly Claim[] {
  const source = readFileSync(`${root}/scripts/smt/proofs/${contract}.sol`, "utf8");
  const messages = check(contract, source, solver);
  const broken = breakLastAssertions(source);
  const controls = check(contract, broken, solver);
  const operations = operationsOf(messages);
  return claimsIn(source).map(({ name, start, end }) => {
    const asserts = [...source.slice(start, end).matchAll(/\bassert\(/g)].map(({ index }) => start + index);
    const at = (codes: readonly string[]): number =>
      asserts.filter((place) => messages.some((one) => isAt(one, codes, place))).length;
    const control = claimsIn(broken).find((one) => one.name === name);
    const falsehood = control === undefined ? -1 : broken.indexOf("assert(false)", control.start);
    const isReached = controls.some((one) => isAt(one, ["4661"], falsehood));
    const verdict = verdictOf({ violated: at(VIOLATED), undecided: asserts.length - at([SAFE]), isReached });
    return { name, verdict, operations };
  });
}

function verdictOf({
  violated,
  undecided,
  isReached,
}: Readonly<{ violated: number; undecided: number; isReached: boolean }>): Claim["verdict"] {
  if (violated > 0) return "refuted";
  if (undecided > 0) return "not decided";
  return isReached ? "proven" : "holds for no input";
}

/** Whether a message of one of these kinds is about the code of the proof at a place. */
function isAt({ errorCode = "", sourceLocation }: Message, codes: readonly string[], place: number): boolean {
  const isInProof = sourceLocation?.file.startsWith("scripts/smt/proofs/") === true;
  return isInProof && sourceLocation.start === place && codes.includes(errorCode);
}

/** Whether every operation of the libraries that the contract's claims reach is safe. */
function operationsOf(messages: readonly Message[]): "yes" | "not decided" {
  return messages.some(
    ({ errorCode = "", message }) =>
      message.startsWith("BMC") && errorCode !== SAFE && !/Assertion/.test(message),
  )
    ? "not decided"
    : "yes";
}

/** The external functions of a proof, by where they stand. */
function claimsIn(source: string): readonly Range[] {
  return [...source.matchAll(/^ {4}function (\w+)\([^)]*\) external pure \{/gm)].map((found) => ({
    name: found[1] ?? "",
    start: found.index,
    end: source.indexOf("\n    }\n", found.index),
  }));
}

/** Every claim, with its last assertion false. */
function breakLastAssertions(source: string): string {
  let broken = source;
  for (const { start, end } of [...claimsIn(source)].reverse()) {
    const body = broken.slice(start, end);
    const last = body.lastIndexOf("assert(");
    broken = `${broken.slice(0, start)}${body.slice(0, last)}assert(false);${broken.slice(end)}`;
  }
  return broken;
}

/** Runs the checker, with the functions of OpenZeppelin that it cannot follow replaced by what they are said to do. */
function check(contract: string, source: string, solver: Solver): readonly Message[] {
  const file = `scripts/smt/proofs/${contract}.sol`;
  const input = {
    language: "Solidity",
    sources: { [file]: { content: source } },
    settings: {
      evmVersion: "prague",
      modelChecker: {
        contracts: { [file]: [contract] },
        engine: "bmc",
        solvers: ["smtlib2"],
        targets: ["assert", "underflow", "overflow", "divByZero", "outOfBounds"],
        showProvedSafe: true,
        showUnproved: true,
      },
      outputSelection: {},
    },
  };
  const output = loadCompiler().compile(JSON.stringify(input), {
    import: (path) => ({ contents: readFileSync(pathOf(path), "utf8") }),
    smtSolver: (question) => ({ contents: solver.answer(question) }),
  });
  const { errors = [] } = JSON.parse(output) as { readonly errors?: readonly Message[] };
  const [error] = errors.filter(({ severity }) => severity === "error");
  if (error !== undefined) throw new Error(error.formattedMessage);
  return errors;
}

function pathOf(path: string): string {
  if (path === MATH) return `${root}/scripts/smt/assumed/Math.sol`;
  return path.startsWith("@") ? `${root}/node_modules/${path}` : `${root}/${path}`;
}
