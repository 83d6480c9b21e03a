/** Whether two addresses are the same, in whatever case. */
export function sameAddress(a: string, b: string | null | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}
