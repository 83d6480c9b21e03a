import { nameOfWeek, type Findings } from "./findings.ts";

const WIDTH = 960;
const HEIGHT = 360;
const LEFT = 44;
const RIGHT = 16;
const TOP = 46;
const BOTTOM = 30;
const COLORS = ["#2a6fbb", "#d9822b", "#3a8a4d", "#a23b72"];
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Draws how far each week is from the one that resembles it most, a line a place, as SVG.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 * import { drawChart } from "./chart.ts";
 *
 * await writeFile("weeks.svg", drawChart(findings));
 * ```
 */
export function drawChart({ pairs, strangest }: Findings): string {
  const times = pairs.map(({ week }) => Date.parse(week.from));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const top = Math.max(1, Math.ceil(strangest.degrees));
  const x = (time: number): number =>
    LEFT + ((WIDTH - LEFT - RIGHT) * (time - first)) / (last - first || DAY_MS);
  const y = (degrees: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * degrees) / top;
  const at = (time: number, degrees: number): string => `${x(time).toFixed(1)},${y(degrees).toFixed(1)}`;

  const places = [...new Set(pairs.map(({ week }) => week.place))];
  const lines = places.map((place, index) => {
    const points = pairs
      .filter(({ week }) => week.place === place)
      .map(({ week, degrees }) => at(Date.parse(week.from), degrees));
    return `<polyline points="${points.join(" ")}" fill="none" stroke="${colorOf(index)}" stroke-opacity="0.85"/>`;
  });
  const legend = places.map(
    (place, index) =>
      `<text x="${String(LEFT + 130 * index)}" y="38" fill="${colorOf(index)}">${escape(place)}</text>`,
  );
  const heights = Array.from({ length: top + 1 }, (_, degrees) =>
    [
      `<line x1="${String(LEFT)}" x2="${String(WIDTH - RIGHT)}" y1="${y(degrees).toFixed(1)}" y2="${y(degrees).toFixed(1)}" stroke="#ddd"/>`,
      `<text x="${String(LEFT - 6)}" y="${(y(degrees) + 4).toFixed(1)}" text-anchor="end">${String(degrees)} °C</text>`,
    ].join(""),
  );
  const years = yearsBetween(first, last).map(
    (year) =>
      `<text x="${x(Date.UTC(year, 0)).toFixed(1)}" y="${String(HEIGHT - 10)}">${String(year)}</text>`,
  );
  const peak = Date.parse(strangest.week.from);
  const side = x(peak) > WIDTH / 2 ? "end" : "start";
  const mark = [
    `<circle cx="${x(peak).toFixed(1)}" cy="${y(strangest.degrees).toFixed(1)}" r="4" fill="#c0392b"/>`,
    `<text x="${(x(peak) + (side === "end" ? -8 : 8)).toFixed(1)}" y="${(y(strangest.degrees) + 4).toFixed(1)}" text-anchor="${side}" fill="#c0392b">${escape(nameOfWeek(strangest.week))}</text>`,
  ];
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${String(LEFT)}" y="20" font-size="14">How far each week is from the week that resembles it most</text>`,
    ...heights,
    ...years,
    ...lines,
    ...legend,
    ...mark,
    "</svg>",
  ].join("\n")}\n`;
}

const colorOf = (index: number): string => COLORS[index % COLORS.length] ?? "#000";

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.codePointAt(0))};`);

function yearsBetween(first: number, last: number): number[] {
  const from = new Date(first).getUTCFullYear();
  const years = Array.from(
    { length: new Date(last).getUTCFullYear() - from + 1 },
    (_, index) => from + index,
  );
  return years.filter((year) => Date.UTC(year, 0) >= first && Date.UTC(year, 0) <= last);
}
