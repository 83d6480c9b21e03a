import type { z } from "zod";
import { sceneSchema, type Scene } from "./scene.ts";
import { SceneError } from "./sceneError.ts";
import { checkScene, type SceneProblem } from "./sceneRules.ts";

/**
 * Reads the text of a scene file.
 *
 * @throws {@link SceneError} when it is not JSON or breaks a rule; the error names every value and its rule.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { parseScene } from "./parseScene.ts";
 *
 * const scene = parseScene(await readFile("scene.json", "utf8"));
 * ```
 */
export function parseScene(text: string): Scene {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SceneError(
      [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`],
      error,
    );
  }
  const parsed = sceneSchema.safeParse(value, { reportInput: true });
  const problems = parsed.success ? checkScene(parsed.data) : parsed.error.issues.flatMap(toProblems);
  if (!parsed.success || problems.length > 0) throw new SceneError(problems.map(describe));
  return parsed.data;
}

function toProblems(issue: z.core.$ZodIssue): SceneProblem[] {
  const { path, input: value } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      value: undefined,
      rule: "must not be there: no such field",
    }));
  }
  if (issue.code === "invalid_union") {
    // The path ends with the field that tells the types apart, the value is all that has it.
    const type = isRecord(value) ? value[String(path.at(-1))] : value;
    return [{ path, value: type, rule: "must be one of the known types" }];
  }
  return [{ path, value, rule: ruleOf(issue) }];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "too_small":
      return `must be ${issue.inclusive ? "at least" : "more than"} ${String(issue.minimum)}`;
    case "too_big":
      return `must be ${issue.inclusive ? "at most" : "less than"} ${String(issue.maximum)}`;
    case "invalid_type":
      return issue.input === undefined ? "must be there" : `must be of type ${issue.expected}`;
    case "invalid_value":
      return `must be one of ${issue.values.map((allowed) => JSON.stringify(allowed)).join(", ")}`;
    default:
      return issue.message;
  }
}

function describe({ path, value, rule }: SceneProblem): string {
  const place = path.map(String).join(".") || "the scene";
  return `${place}: ${rule}${value === undefined ? "" : `, but is ${JSON.stringify(value)}`}`;
}
