/** One thing that was looked at. */
export interface Finding {
  /** A contract's name, or "record", "chain" or "suite". */
  readonly subject: string;
  readonly check: string;
  readonly ok: boolean;
  /** What is wrong, or what was seen. */
  readonly detail: string;
}

/** A finding that compares two values. */
export function compare(subject: string, check: string, found: unknown, expected: unknown): Finding {
  const [actual, wanted] = [String(found), String(expected)];
  const ok = actual.toLowerCase() === wanted.toLowerCase();
  return { subject, check, ok, detail: ok ? actual : `${actual} instead of ${wanted}` };
}
