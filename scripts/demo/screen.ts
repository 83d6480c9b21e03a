import { styleText } from "node:util";

/** Where the demo tells what happens: lines on standard error, so that `--json` has standard output to itself. */
export interface Screen {
  /** A heading. */
  chapter(title: string): void;
  /** One thing that happened. */
  say(who: string, what: string): void;
  /** A line that the next one replaces; on a terminal only. */
  progress(who: string, what: string): void;
  /** Seconds since the screen was made. */
  elapsedSeconds(): number;
}

const WHO_WIDTH = 12;

/** The screen of one of several stories that are played side by side: each line carries the story's number. */
export function storyScreen(screen: Screen, number: number): Screen {
  const marked = (what: string): string => `[${String(number)}] ${what}`;
  return {
    ...screen,
    say: (who, what) => {
      screen.say(who, marked(what));
    },
    progress: (who, what) => {
      screen.progress(who, marked(what));
    },
  };
}

/** Makes the demo's screen. */
export function createScreen(stream: NodeJS.WriteStream = process.stderr): Screen {
  const started = performance.now();
  let hasProgress = false;
  const elapsedSeconds = (): number => (performance.now() - started) / 1000;
  const clear = (): void => {
    if (hasProgress) stream.write("\r\u001b[2K");
    hasProgress = false;
  };
  const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
    styleText(format, text, { stream });
  const line = (who: string, what: string): string =>
    `${paint("dim", `${elapsedSeconds().toFixed(1).padStart(6)} s`)}  ${paint("cyan", who.padEnd(WHO_WIDTH))} ${what}`;
  return {
    elapsedSeconds,
    chapter: (title) => {
      clear();
      stream.write(`\n${paint("bold", title)}\n`);
    },
    say: (who, what) => {
      clear();
      stream.write(`${line(who, what)}\n`);
    },
    progress: (who, what) => {
      if (!stream.isTTY) return;
      clear();
      stream.write(line(who, what));
      hasProgress = true;
    },
  };
}
