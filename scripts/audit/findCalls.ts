import { isNode, walk, type Node } from "./parseContracts.ts";

/** OpenZeppelin's libraries whose functions call other contracts. */
const CALLING_LIBRARIES = ["SafeERC20", "SignatureChecker", "LowLevelCall", "Blockhash"];

/** One place at which a contract leaves its own code. */
export interface ExternalCall {
  readonly inFunction: string;
  /** What is called: a type and a function. */
  readonly target: string;
  /** `static` where the callee cannot change anything. */
  readonly kind: "call" | "static call" | "delegate call";
}

/** Every call of a file that leaves the contract, also by way of a library. */
export function findCalls(file: Node): readonly ExternalCall[] {
  const calls: ExternalCall[] = [];
  walk(file, (node, inFunction) => {
    if (node.nodeType !== "FunctionCall" || node["kind"] !== "functionCall") return;
    // `{gas: …}` and its like stand between a call and what is called.
    let callee = node["expression"];
    if (isNode(callee) && callee.nodeType === "FunctionCallOptions") callee = callee["expression"];
    if (!isNode(callee)) return;
    const type = typeOf(callee, "typeIdentifier");
    const member = String(callee["memberName"] ?? "");
    const base = callee["expression"];
    const owner = isNode(base)
      ? typeOf(base, "typeString").replace(/^(?:contract|type\(library) |\)$/g, "")
      : "";
    if (/^t_function_external/.test(type)) {
      // A library of ours is linked in, not called; there is none, and this would show it.
      calls.push({ inFunction, target: `${owner}.${member}`, kind: kindOf(type) });
    } else if (/^t_function_(?:barecall|barestaticcall|baredelegatecall|creation)/.test(type)) {
      calls.push({ inFunction, target: `${owner}.${member}`, kind: kindOf(type) });
    } else if (CALLING_LIBRARIES.includes(owner) && member !== "returnDataSize") {
      calls.push({
        inFunction,
        target: `${owner}.${member}`,
        kind: owner === "SafeERC20" ? "call" : "static call",
      });
    } else if (owner === "IERC20" && /^safe/.test(member)) {
      calls.push({ inFunction, target: `SafeERC20.${member}`, kind: "call" });
    }
  });
  return calls;
}

/** The functions of a file that have inline assembly, once for each block. */
export function findAssembly(file: Node): readonly string[] {
  const functions: string[] = [];
  walk(file, (node, inFunction) => {
    if (node.nodeType === "InlineAssembly") functions.push(inFunction);
  });
  return functions;
}

function kindOf(type: string): ExternalCall["kind"] {
  if (type.includes("delegate")) return "delegate call";
  return /_(?:view|pure)\$/.test(type) || type.includes("barestatic") ? "static call" : "call";
}

function typeOf(node: Node, field: "typeIdentifier" | "typeString"): string {
  const described = node["typeDescriptions"] as Readonly<Record<string, string>> | undefined;
  return described?.[field] ?? "";
}
