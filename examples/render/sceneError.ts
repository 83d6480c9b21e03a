import { WattleError } from "@wattle/sdk";

/** A scene file is not a scene. The message names every wrong value and the rule that it breaks. */
export class SceneError extends WattleError {
  override name = "SceneError";

  /** A line for each broken rule, such as `camera.fov: must be at most 120, but is 400`. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[], cause?: unknown) {
    super(`The scene cannot be rendered:\n- ${problems.join("\n- ")}\n`, {
      action: "Correct the scene file; examples/render/README.md describes its fields.",
      retryable: false,
      cause,
    });
    this.problems = problems;
  }
}
