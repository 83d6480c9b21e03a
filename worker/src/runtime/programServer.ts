import { encodeCallLength } from "./callReader.ts";
import type { ChildAdapter, ChildMessage } from "./childProtocol.ts";
import { CallFailedError, RuntimeFaultError } from "./errors.ts";
import { type ChildRemains, startGuardedChild, type GuardedLaunch } from "./guardedChild.ts";
import { createMessageReader } from "./messageReader.ts";
import { createOutputCollector, type OutputCollector } from "./outputCollector.ts";
import type { ProgramServer } from "./types.ts";

/** One process that serves, and its bounds. */
export interface ServerStart extends GuardedLaunch {
  /** Size of the answer to a call in bytes. */
  readonly outputSize: number;
  /** Wall time in milliseconds that it has to be ready. */
  readonly startLimitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** How a process that serves came to its end by the worker's hand. */
type ServerEnding =
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly reason: string }
  | { readonly kind: "run-limit" }
  | { readonly kind: "protocol" }
  | { readonly kind: "closed" };

interface Call {
  readonly outputs: OutputCollector;
  hasCompleted: boolean;
  readonly resolve: (output: Uint8Array) => void;
  readonly reject: (error: CallFailedError) => void;
}

const describe = ({ ending, stderrTail }: ChildRemains<ServerEnding>): string => {
  switch (ending.kind) {
    case "failed":
    case "unavailable":
      return ending.reason;
    case "died":
      return `its process died: ${ending.how}${stderrTail === "" ? "" : `: ${stderrTail}`}`;
    case "memory-limit":
      return "it used more than its memory limit";
    case "run-limit":
      return "it took longer than its time limit";
    case "protocol":
      return "its process wrote what no sound process writes, and was killed";
    case "closed":
      return "its process was ended";
  }
};

/**
 * Starts a process that prepares a program and answers calls, and waits until it is ready.
 *
 * @throws RuntimeFaultError when it is not ready in time, or the machine is at fault.
 * @throws CallFailedError when the program is not valid or does not fit.
 * @throws the signal's reason when aborted.
 */
export async function startProgramServer(start: ServerStart): Promise<ProgramServer> {
  start.signal?.throwIfAborted();
  let adapter: ChildAdapter | undefined;
  let isReady = false;
  let call: Call | null = null;
  const { input, control, output, isEnding, end, remains } = await startGuardedChild<ServerEnding>(start);

  const settle = (): boolean => {
    if (call?.hasCompleted !== true || !call.outputs.isComplete()) return true;
    const { outputs, resolve } = call;
    call = null;
    resolve(outputs.outputs()[0] ?? new Uint8Array());
    return true;
  };
  const fail = (reason: string): boolean => {
    const failed = call;
    call = null;
    failed?.reject(new CallFailedError(reason));
    return failed !== null;
  };
  let onReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => (onReady = resolve));
  const take = (message: ChildMessage): boolean => {
    if (isEnding()) return true;
    if ((adapter === undefined) !== (message.type === "opened" || message.type === "unavailable"))
      return false;
    switch (message.type) {
      case "opened":
        adapter = message.adapter;
        return true;
      case "ready":
        if (isReady) return false;
        isReady = true;
        onReady();
        return true;
      case "completed":
        if (call === null || call.hasCompleted) return false;
        call.hasCompleted = true;
        return settle();
      case "failed":
        if (isReady) return fail(message.reason);
        end({ kind: "failed", reason: message.reason });
        return true;
      case "unavailable":
        end({ kind: "unavailable", reason: message.reason });
        return true;
      case "progress":
        return false;
    }
  };
  const readMessages = createMessageReader(take);
  control.on("data", (chunk: Buffer) => {
    if (!readMessages(chunk)) end({ kind: "protocol" });
  });
  output.on("data", (chunk: Buffer) => {
    if (isEnding()) return;
    if (call?.outputs.add(chunk) === true) settle();
    else end({ kind: "protocol" });
  });

  let isGone = false;
  const gone = remains().then(
    (left) => {
      isGone = true;
      fail(describe(left));
      return left;
    },
    (fault: unknown) => {
      isGone = true;
      fail("its process could not be killed");
      throw fault;
    },
  );
  const onGone = gone.then(
    () => undefined,
    () => undefined,
  );
  const close = async (): Promise<void> => {
    end({ kind: "closed" });
    await onGone;
  };

  const limitTimer = setTimeout(() => end({ kind: "run-limit" }), start.startLimitMs);
  const abort = (): void => end({ kind: "closed" });
  start.signal?.addEventListener("abort", abort, { once: true });
  try {
    const left = await Promise.race([ready, gone]);
    if (left !== undefined) {
      start.signal?.throwIfAborted();
      const reason = describe(left);
      if (left.ending.kind === "failed") throw new CallFailedError(reason);
      throw new RuntimeFaultError(`A process that serves could not be made ready (${reason}).`);
    }
  } finally {
    clearTimeout(limitTimer);
    start.signal?.removeEventListener("abort", abort);
  }

  return {
    call: async (bytes, limitMs) => {
      if (isGone || isEnding()) throw new CallFailedError("its process was ended");
      if (call !== null) throw new RangeError("A process that serves answers one call at a time.");
      const answered = new Promise<Uint8Array>((resolve, reject) => {
        call = { outputs: createOutputCollector([start.outputSize]), hasCompleted: false, resolve, reject };
      });
      const timer = setTimeout(() => end({ kind: "run-limit" }), limitMs);
      input.write(encodeCallLength(bytes.length));
      input.write(bytes);
      try {
        return await answered;
      } finally {
        clearTimeout(timer);
      }
    },
    isOpen: () => !isGone && !isEnding(),
    close,
  };
}
