import { spawn, type ChildProcess } from "node:child_process";

/** What to start: see {@link startProcess}. */
export interface StartProcessParameters {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with each whole line of standard output. */
  readonly onLine?: (line: string) => void;
}

/** A process of ours that runs until it is stopped. */
export interface LocalProcess {
  readonly name: string;
  readonly child: ChildProcess;
  /** The last lines that it printed, for the message when something goes wrong. */
  recentOutput(): string;
  /** Resolves when the process has ended, with its exit code or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Ends it and what it started: politely, then after two seconds by force. */
  stop(): Promise<void>;
  /** Ends it and what it started at once, as a power cut would. */
  kill(): Promise<void>;
}

const KEPT_LINES = 40;
const PATIENCE_MS = 2_000;

/** Starts a process in a group of its own, so that stopping it leaves no child behind. */
export function startProcess({
  name,
  command,
  args,
  cwd,
  env,
  onLine,
}: StartProcessParameters): LocalProcess {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const recent: string[] = [];
  const keep = (line: string): void => {
    recent.push(line);
    if (recent.length > KEPT_LINES) recent.shift();
  };
  forEachLine(child.stdout, (line) => {
    keep(line);
    onLine?.(line);
  });
  forEachLine(child.stderr, keep);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("error", (error) => {
      keep(error.message);
      resolve(127);
    });
    child.once("exit", (code, signal) => {
      resolve(code ?? signal ?? 1);
    });
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      // The group is gone, which is what was asked for.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  };
  const kill = async (): Promise<void> => {
    signalGroup("SIGKILL");
    await ended;
  };
  const stop = async (): Promise<void> => {
    signalGroup("SIGTERM");
    const timer = setTimeout(() => {
      signalGroup("SIGKILL");
    }, PATIENCE_MS);
    await ended;
    clearTimeout(timer);
    signalGroup("SIGKILL");
  };
  return { name, child, ended, stop, kill, recentOutput: () => recent.join("\n") };
}

function forEachLine(stream: NodeJS.ReadableStream | null, use: (line: string) => void): void {
  let rest = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (text: string) => {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(use);
  });
  stream?.on("end", () => {
    if (rest !== "") use(rest);
  });
}
