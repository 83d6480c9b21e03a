import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";

/** What of a compiled contract the tests deploy. */
export interface Bytecode {
  readonly bytecode: string;
  readonly deployedBytecode: string;
}

/** Why the compiler refused, and where, if it says so. */
export interface CompileError {
  readonly message: string;
  readonly file?: string;
  /** Offset in the text that was compiled. */
  readonly start?: number;
}

/** What came of sources. */
export interface Compiled {
  readonly errors: readonly CompileError[];
  /** By the contract's name; none where there are errors, or where none was wanted. */
  readonly bytecodes: Readonly<Record<string, Bytecode>>;
}

/** What {@link compileSources} gives to its thread. */
export interface CompileTask {
  readonly root: string;
  /** Solidity's standard input. */
  readonly input: string;
}

/** What the thread answers: Solidity's standard output, in part. */
export interface CompilerOutput {
  readonly errors?: readonly {
    readonly severity: string;
    readonly formattedMessage: string;
    readonly sourceLocation?: { readonly file: string; readonly start: number };
  }[];
  readonly contracts?: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly evm?: Readonly<Record<"bytecode" | "deployedBytecode", { object: string }>> }
        >
      >
    >
  >;
}

// The shipped pipeline takes half a minute for the largest contract; the least that it can do takes a tenth of that,
// changes no behavior that a test could see, and folds no constant, which the selection of mutants lives on.
const QUICK = {
  viaIR: true,
  evmVersion: "prague",
  metadata: { bytecodeHash: "none" },
  optimizer: {
    enabled: true,
    details: {
      peephole: false,
      inliner: false,
      jumpdestRemover: false,
      orderLiterals: false,
      deduplicate: false,
      cse: false,
      constantOptimizer: false,
      yul: true,
      yulDetails: { stackAllocation: true, optimizerSteps: "u" },
    },
  },
};

/**
 * Compiles the contracts with some files' texts replaced, on a thread of its own, so that signals are heard meanwhile.
 *
 * @param root The repository.
 * @param texts What stands in the place of a file, by its path from the root.
 * @param contracts Names of what to make bytecode of, each of `contracts/<name>.sol`. Without any, the sources are only
 * checked, which takes a second.
 */
export async function compileSources(
  root: string,
  texts: ReadonlyMap<string, string>,
  contracts: readonly string[],
): Promise<Compiled> {
  const files = globSync("contracts/{*,abstracts/*,interfaces/*,libraries/*,types/*}.sol", { cwd: root });
  const sources = files.map((file) => {
    const path = file.replaceAll("\\", "/");
    return [path, { content: texts.get(path) ?? readFileSync(`${root}/${path}`, "utf8") }] as const;
  });
  const outputSelection = Object.fromEntries(
    contracts.map((name) => [
      `contracts/${name}.sol`,
      { [name]: ["evm.bytecode.object", "evm.deployedBytecode.object"] },
    ]),
  );
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(sources),
    settings: { ...QUICK, outputSelection },
  };
  const output = await runCompiler({ root, input: JSON.stringify(input) });
  const errors = (output.errors ?? [])
    .filter(({ severity }) => severity === "error")
    .map(({ formattedMessage, sourceLocation }) => ({ message: formattedMessage, ...sourceLocation }));
  const bytecodes: Record<string, Bytecode> = {};
  for (const [file, compiled] of Object.entries(output.contracts ?? {})) {
    const name = basename(file, ".sol");
    const evm = compiled[name]?.evm;
    if (evm === undefined || errors.length > 0) continue;
    bytecodes[name] = {
      bytecode: `0x${evm.bytecode.object}`,
      deployedBytecode: `0x${evm.deployedBytecode.object}`,
    };
  }
  return { errors, bytecodes };
}

async function runCompiler(workerData: CompileTask): Promise<CompilerOutput> {
  // A thread for each compile: what one leaves behind in the compiler's memory would slow the next.
  const thread = new Worker(new URL("compilerThread.ts", import.meta.url), { workerData });
  try {
    return await new Promise<CompilerOutput>((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.once("exit", (code) => {
        reject(new Error(`The compiler's thread ended with code ${String(code)}; was there enough memory?`));
      });
    });
  } finally {
    await thread.terminate();
  }
}
