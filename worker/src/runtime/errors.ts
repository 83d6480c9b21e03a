import { WattleError } from "@wattle/sdk";

/** No working sandbox, and running without one was not asked for. */
export class SandboxUnavailableError extends WattleError {
  override name = "SandboxUnavailableError";

  constructor(reason: string, cause?: unknown) {
    super(`Jobs cannot be sandboxed on this machine: ${reason}.`, {
      action:
        "Install bubblewrap and allow user namespaces, or, if you accept that programs of strangers run " +
        "beside your own files, ask for no sandbox explicitly.",
      retryable: false,
      cause,
    });
  }
}

/** Neither a GPU nor a software driver answers. */
export class NoAdapterError extends WattleError {
  override name = "NoAdapterError";

  constructor(attempts: readonly string[]) {
    super(`No Vulkan driver on this machine gives an adapter (${attempts.join("; ")}).`, {
      action:
        "Install your GPU's Vulkan driver, or the optional package @sparticuz/chromium for a software driver.",
      retryable: false,
    });
  }
}

/** The machine offers no way to bound a process's memory. */
export class MemoryLimitUnavailableError extends WattleError {
  override name = "MemoryLimitUnavailableError";

  constructor() {
    super(
      "The memory of jobs cannot be limited on this machine: no cgroup is writable and /proc shows no process tree.",
      {
        action: "Run the worker on Linux with /proc mounted.",
        retryable: false,
      },
    );
  }
}

/** The machine failed, not the program: nothing was computed that could be submitted. */
export class RuntimeFaultError extends WattleError {
  override name = "RuntimeFaultError";

  constructor(message: string, cause?: unknown) {
    super(message, {
      action: "Check the GPU, its driver and the sandbox on this machine, then run the job again.",
      retryable: true,
      cause,
    });
  }
}

/** A program that serves gave no answer to a call, or never will. */
export class CallFailedError extends WattleError {
  override name = "CallFailedError";

  /** Why, in words; the program has a say in them. */
  readonly reason: string;

  constructor(reason: string) {
    super(`The program gave no answer: ${reason}.`, {
      action: "Check the input, the program and its limits.",
      retryable: false,
    });
    this.reason = reason;
  }
}
