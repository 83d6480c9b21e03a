/** A Markdown table: figures to the right, all columns but the first; or words, all to the left. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  content: "figures" | "words" = "figures",
): string =>
  [head, head.map((_, column) => (column === 0 || content === "words" ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

/** A share in percent, with three digits that mean something. */
export const percent = (share: number): string => {
  const value = share * 100;
  if (value === 0) return "0 %";
  if (value < 0.001) return "< 0.001 %";
  const digits = value.toPrecision(3);
  if (value < 100 && Number(digits) === 100) return "> 99.9 %";
  return `${trim(digits)} %`;
};

/** An amount with two decimals at most. */
export const amount = (value: number): string => trim(value.toFixed(2)).replace(/^-(?=0$)/, "");

const trim = (digits: string): string => (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits);
