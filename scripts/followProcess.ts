import type { ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";

/** A process whose words are kept. */
export interface FollowedProcess {
  /** What it printed so far, on both streams. */
  output(): string;
  /** Resolves when it is over: whether it ended well. One that cannot be started has not. */
  readonly ended: Promise<boolean>;
}

/**
 * Follows a process to its end.
 *
 * @param tell Gets its output as it comes, and why it could not be started.
 */
export function followProcess(
  child: ChildProcessByStdio<null, Readable, Readable>,
  tell: (text: string) => void,
): FollowedProcess {
  let output = "";
  const take = (text: string): void => {
    output += text;
    tell(text);
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", take);
  }
  const ended = new Promise<boolean>((resolve) => {
    child.on("error", (error) => {
      take(`${error.message}\n`);
      resolve(false);
    });
    child.on("close", (code) => {
      resolve(code === 0);
    });
  });
  return { output: () => output, ended };
}
