/** What the doctor found about one thing. */
export interface Finding {
  /** What was looked at, as in `operator's balance`. */
  readonly check: string;
  /** `warning`: the worker runs, but not as well as it could. */
  readonly status: "ok" | "warning" | "failed";
  readonly detail: string;
  /** What to do about it; null when all is well. */
  readonly action: string | null;
}

/** A finding that all is well. */
export function ok(check: string, detail: string): Finding {
  return { check, status: "ok", detail, action: null };
}

/** A finding that something could be better. */
export function warning(check: string, detail: string, action: string): Finding {
  return { check, status: "warning", detail, action };
}

/** A finding that the worker cannot work like this. */
export function failed(check: string, detail: string, action: string): Finding {
  return { check, status: "failed", detail, action };
}
