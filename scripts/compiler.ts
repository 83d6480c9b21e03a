import { createRequire } from "node:module";

/** What the compiler asks for while it works. */
export interface CompilerCallbacks {
  readonly import: (path: string) => { readonly contents: string };
  readonly smtSolver?: (question: string) => { readonly contents: string };
}

/** Solidity's compiler, which comes without types. */
export interface Compiler {
  /** Takes Solidity's standard input and gives its standard output, both as JSON. */
  readonly compile: (input: string, callbacks?: CompilerCallbacks) => string;
  readonly version: () => string;
}

/** Loads the compiler that the project pins, for what Hardhat does not do. It takes a second. */
export function loadCompiler(): Compiler {
  return createRequire(import.meta.url)("solc") as Compiler;
}
