import { writeFile } from "node:fs/promises";
import { encodePng } from "../render/png.ts";
import { computeTile } from "./computeTile.ts";
import { drawTiles } from "./drawTiles.ts";
import { tilingOf } from "./tiling.ts";

// Draws the session's picture in plain JavaScript, without a chain: `node examples/julia/preview.ts [columns] [rows]`.

const PICTURE_FILE = "julia.png";
const WIDTH_UNITS = 12_800;
const TILE_SIDE = 32;

const [columns = "40", rows = "25"] = process.argv.slice(2);
const step = Math.floor(WIDTH_UNITS / (Number(columns) * TILE_SIDE));
const tiling = tilingOf(Number(columns), Number(rows), step);
const { rgba, width, height } = drawTiles(tiling, tiling.tiles.map(computeTile));
await writeFile(PICTURE_FILE, encodePng(rgba, width, height));
console.log(
  `wrote ${PICTURE_FILE}: ${String(tiling.tiles.length)} tiles, ${String(width)} × ${String(height)}`,
);
