import type { JobOutcome, WgslProgram } from "@wattle/sdk";

/** The limits of an adapter that decide which programs fit it. Sizes in bytes. */
export interface AdapterLimits {
  readonly maxBufferSize: number;
  readonly maxStorageBufferBindingSize: number;
  readonly maxStorageBuffersPerShaderStage: number;
  readonly maxComputeWorkgroupStorageSize: number;
  readonly maxComputeInvocationsPerWorkgroup: number;
  readonly maxComputeWorkgroupSizeX: number;
  readonly maxComputeWorkgroupSizeY: number;
  readonly maxComputeWorkgroupSizeZ: number;
  readonly maxComputeWorkgroupsPerDimension: number;
}

/** What a runtime computes on. */
export interface RuntimeProbe {
  /** The adapter as its driver names it, at most 200 characters. */
  readonly adapter: string;
  /** The driver's vendor, such as `nvidia`, `amd`, `intel` or `google` (SwiftShader). */
  readonly vendor: string;
  /** Whether this is a driver that computes on the CPU, not a GPU. */
  readonly isSoftware: boolean;
  readonly limits: AdapterLimits;
}

/** A program with everything that it runs on. */
export interface RunRequest {
  readonly program: WgslProgram;
  /** The bytes of each named input. Inputs that no binding names are ignored. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  /**
   * Longest wall time in milliseconds, from the open device to the last output byte: compiling counts, what the machine
   * needs to start the process and open its device does not.
   */
  readonly runLimitMs: number;
  /** Most host memory in bytes that the job's process may use, the runtime's own share included. */
  readonly memoryBytes: number;
}

/** How far a run has come. */
export interface RunProgress {
  readonly completedPasses: number;
  readonly totalPasses: number;
}

/** How a caller follows and stops a run. */
export interface RunOptions {
  /** Kills the job's process when aborted. */
  readonly signal?: AbortSignal;
  /** Called a few times a second at most. */
  readonly onProgress?: (progress: RunProgress) => void;
}

/** What came of a run. */
export interface RunResult {
  readonly outcome: JobOutcome;
  /** Every declared output by name, of exactly its declared size; empty unless the outcome is `completed`. */
  readonly outputs: ReadonlyMap<string, Uint8Array>;
  /** Wall time in milliseconds from the start of the job's process, measured outside it. */
  readonly runMs: number;
  /** The adapter that ran the program, as its driver names it. */
  readonly adapter: string;
}

/** Runs the programs of jobs. A program that fails is a result; only a fault of the machine is thrown. */
export interface Runtime {
  /**
   * Says what the runtime computes on, asking the driver afresh.
   *
   * @throws RuntimeFaultError when the driver no longer answers.
   */
  probe(signal?: AbortSignal): Promise<RuntimeProbe>;

  /**
   * Runs one program in a process of its own and returns when that process is gone.
   *
   * @throws RuntimeFaultError when the machine, not the program, is at fault: no result exists then.
   * @throws the signal's reason when aborted.
   */
  run(request: RunRequest, options?: RunOptions): Promise<RunResult>;
}

/** A process that has prepared a program, and answers calls until it is closed. */
export interface ProgramServer {
  /**
   * Computes the answer to one input; one call at a time.
   *
   * @param limitMs Wall time after which the process is killed, in milliseconds.
   * @throws CallFailedError when there is no answer. Unless {@link ProgramServer.isOpen}, none will come any more.
   */
  call(input: Uint8Array, limitMs: number): Promise<Uint8Array>;
  /** Whether it lives. */
  isOpen(): boolean;
  /** Kills the process, and resolves when it is gone and its limits are released. */
  close(): Promise<void>;
}
