import { WattleError } from "@wattle/sdk";

/** A text is not a table of daily weather. The message names every wrong line and the rule that it breaks. */
export class WeatherError extends WattleError {
  override name = "WeatherError";

  /** A problem for each broken rule, such as `line 7: temp_max must be degrees with at most one decimal, but is "warm"`. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The weather cannot be read:\n- ${problems.join("\n- ")}\n`, {
      action: "Correct the file; examples/weeks/README.md describes its columns.",
      retryable: false,
    });
    this.problems = problems;
  }
}
