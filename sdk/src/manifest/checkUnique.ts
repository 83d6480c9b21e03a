/**
 * Requires that no two items have the same key.
 *
 * @param keyOf The key of an item; items for which it is undefined are left out.
 * @param list Path of the list in the document.
 * @param field Name of the key's field in an item; empty when the item itself is the key.
 * @param invalid Makes the error for a path and a rule.
 */
export function checkUnique<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number | undefined,
  list: string,
  field: string,
  invalid: (path: string, rule: string) => Error,
): void {
  const seen = new Set<string | number>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const suffix = field === "" ? "" : `.${field}`;
    if (seen.has(key)) throw invalid(`${list}[${index}]${suffix}`, "must not repeat an earlier one");
    seen.add(key);
  }
}
