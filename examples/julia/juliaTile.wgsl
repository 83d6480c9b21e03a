// Tiles of a Julia set: for each of their points, after how many steps of z -> z^2 + c it has left the circle of radius
// 2, a byte each. All of it is integer arithmetic, so every device gives the same bytes.
//
// Numbers are fixed point with 12 bits after the point. After a point within the circle, z^2 is at most 4 and c at most
// 2.9 away from zero: the sum of the squares is below 48 * 2^24, far below 2^31.

const FRACTION_BITS = 12u;
const TILE_SIDE = 32u;
const MAX_STEPS = 255u;
// 4, the square of the radius, before its fraction is cut off.
const ESCAPED = 4 << (2u * FRACTION_BITS);

struct View {
  // The tile's first point, and how far its points are apart.
  left: i32,
  top: i32,
  step: i32,
  // c
  real: i32,
  imaginary: i32,
}

@group(0) @binding(0) var<storage, read> views: array<View>;
// Tile by tile, four points a word, row by row from the top left.
@group(0) @binding(1) var<storage, read_write> steps: array<u32>;

fn stepsOf(view: View, column: u32, row: u32) -> u32 {
  var x = view.left + i32(column) * view.step;
  var y = view.top + i32(row) * view.step;
  for (var count = 0u; count < MAX_STEPS; count++) {
    let xx = x * x;
    let yy = y * y;
    if (xx + yy > ESCAPED) {
      return count;
    }
    y = ((2 * x * y) >> FRACTION_BITS) + view.imaginary;
    x = ((xx - yy) >> FRACTION_BITS) + view.real;
  }
  return MAX_STEPS;
}

@compute @workgroup_size(64)
fn countSteps(@builtin(global_invocation_id) id: vec3u) {
  let first = 4u * id.x;
  if (first >= TILE_SIDE * TILE_SIDE) {
    return;
  }
  let view = views[id.y];
  let row = first / TILE_SIDE;
  var word = 0u;
  for (var point = 0u; point < 4u; point++) {
    word |= stepsOf(view, first % TILE_SIDE + point, row) << (8u * point);
  }
  steps[id.y * TILE_SIDE * TILE_SIDE / 4u + id.x] = word;
}
