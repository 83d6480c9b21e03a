import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadCompiler } from "../compiler.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A node of the compiler's syntax tree, of which this reads a few fields. */
export interface Node {
  readonly nodeType: string;
  readonly [field: string]: unknown;
}

/** The syntax trees of Solidity files, by the compiler that the project pins. Nothing is generated, so it takes seconds. */
export function parseContracts(files: readonly string[]): ReadonlyMap<string, Node> {
  const read = (path: string): string =>
    readFileSync(path.startsWith("@") ? `${root}/node_modules/${path}` : `${root}/${path}`, "utf8");
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(files.map((file) => [file, { content: read(file) }])),
    settings: { evmVersion: "prague", outputSelection: { "*": { "": ["ast"] } } },
  };
  const output = JSON.parse(
    loadCompiler().compile(JSON.stringify(input), { import: (path) => ({ contents: read(path) }) }),
  ) as {
    readonly sources: Readonly<Record<string, { readonly ast: Node }>>;
  };
  return new Map(files.map((file) => [file, output.sources[file]?.ast ?? missing(file)]));
}

/** Calls back for a node and all below it, with the name of the contract's function that it belongs to. */
export function walk(node: Node, visit: (node: Node, inFunction: string) => void, inFunction = ""): void {
  const name = node["name"];
  const here =
    node.nodeType === "FunctionDefinition" ? (name === "" ? "constructor" : String(name)) : inFunction;
  visit(node, here);
  for (const field of Object.values(node)) {
    for (const child of Array.isArray(field) ? (field as unknown[]) : [field]) {
      if (isNode(child)) walk(child, visit, here);
    }
  }
}

/** Whether a field's value is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "nodeType" in value;
}

function missing(file: string): never {
  throw new Error(`the compiler said nothing of ${file}`);
}
