import type { WgslStep } from "@wattle/sdk";
import type { AdapterLimits } from "./types.ts";

/** File descriptor on which the job's process writes {@link ChildMessage}s, one JSON line each. */
export const CONTROL_FD = 3;

/** File descriptor on which it writes the bytes of all outputs, in the order of the program's bindings. */
export const OUTPUT_FD = 4;

/** Name of the file in the request folder that holds the {@link ChildRequest}. */
export const REQUEST_FILE = "request.json";

/**
 * A buffer as the job's process makes it; inputs are files of the request folder. One of the kind `call` makes the
 * process a server: its input comes with each call.
 */
export type ChildBinding =
  | { readonly binding: number; readonly kind: "input"; readonly file: string; readonly bytes: number }
  | { readonly binding: number; readonly kind: "call"; readonly maxBytes: number }
  | { readonly binding: number; readonly kind: "output"; readonly size: number }
  | { readonly binding: number; readonly kind: "scratch"; readonly size: number }
  | { readonly binding: number; readonly kind: "pass" };

/** What the job's process is asked to run. */
export interface ChildRequest {
  readonly source: string;
  readonly bindings: readonly ChildBinding[];
  readonly steps: readonly WgslStep[];
}

/** The adapter as the job's process found it. */
export interface ChildAdapter {
  readonly name: string;
  readonly vendor: string;
  readonly isSoftware: boolean;
  readonly limits: AdapterLimits;
}

/**
 * What the job's process reports.
 *
 * - `unavailable`: the driver gave no adapter or device, or the request could not be read: the machine's fault.
 * - `opened`: the device is open; all that happens from here on is the program's doing.
 * - `progress`: so many passes of all steps are done.
 * - `ready`: the program is prepared, and calls are answered.
 * - `completed`: every output has been written; of the call, in a process that serves.
 * - `failed`: the program is invalid, or does not fit the device; once ready: a call failed, and the next may not.
 *
 * A process that serves reads calls from its stdin, one at a time: the length of the input as 32 bits, the lowest byte
 * first, then the input.
 */
export type ChildMessage =
  | { readonly type: "unavailable"; readonly reason: string }
  | { readonly type: "opened"; readonly adapter: ChildAdapter }
  | { readonly type: "progress"; readonly completedPasses: number }
  | { readonly type: "ready" }
  | { readonly type: "completed" }
  | { readonly type: "failed"; readonly reason: string };
