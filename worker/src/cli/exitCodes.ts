/** How the worker's commands end. */
export const EXIT = {
  /** All went well. */
  ok: 0,
  /** Something failed that a new start may cure. */
  failed: 1,
  /** The command line, the configuration or the set-up is wrong: a new start changes nothing. */
  invalid: 2,
  /** A second Ctrl-C: the work was broken off. */
  interrupted: 130,
} as const;
