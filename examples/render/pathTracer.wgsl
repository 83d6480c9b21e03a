// A path tracer. Each pass of `addSamples` adds a few samples to every pixel; `develop` then turns the sums into RGBA8.
//
// A scene has a ground, at most one woven fence, and solids. A solid is a capsule: all that lies within a radius of a
// segment. A ball is a capsule whose segment has no length.
//
// It is written for slow devices too. A software driver runs both sides of every `if`, keeps a loop going until the
// last of four neighboring invocations is done, and loads slowly from addresses that differ between them. Hence one
// loop over rays in which an invocation starts its next path as soon as one ends, inner loops that test at their end,
// a hierarchy without a stack whose nodes are 16 bytes, and a fence that is arithmetic instead of a thousand solids.
//
// Randomness is integer arithmetic from the scene's seed, the pixel and the sample, so every device draws the same
// numbers. What differs between devices is only the rounding of floats.

const PI = 3.14159265;
const FAR = 1e30;

// Kinds of materials.
const DIFFUSE = 0u;
const GLOSS = 1u;
const METAL = 2u;
const GLASS = 3u;
const LIGHT = 4u;

// Curves from light to picture.
const FILMIC = 1u;

struct Fence {
  // Its first corner on the ground, and horizontal directions along and across it.
  origin: vec3f,
  columnWidth: f32,
  along: vec3f,
  rowHeight: f32,
  across: vec3f,
  // How far the rods' middle lines swing to the side.
  reach: f32,
  // Corners of a box around it, in its own coordinates (along, up, across).
  low: vec3f,
  rods: f32,
  high: vec3f,
  lastRow: f32,
  rodRadius: f32,
  rodVariety: f32,
  rodTilt: f32,
  middleColumn: f32,
  stakeRadius: f32,
  stakeVariety: f32,
  stakeLean: f32,
  stakeRows: f32,
  stakeRowsVariety: f32,
  // Where the materials of the stakes and of the rods are listed.
  stakesAt: u32,
  rodsAt: u32,
}

// Written by packScene.ts in exactly this layout.
struct Scene {
  size: vec2u,
  bounces: u32,
  seed: u32,
  eye: vec3f,
  samples: u32,
  // Half the lens, to the right and up.
  lensRight: vec3f,
  samplesPerPass: u32,
  lensUp: vec3f,
  exposure: f32,
  // The plane in focus: its middle, and the steps from there to the picture's right and upper edges.
  focusCenter: vec3f,
  curve: u32,
  focusRight: vec3f,
  nodeCount: u32,
  focusUp: vec3f,
  solidsAt: u32,
  // The hierarchy's boxes count in cells of a grid: position = gridLow + cells × gridCell.
  gridLow: vec3f,
  materialsAt: u32,
  gridCell: vec3f,
  groundMaterial: u32,
  zenith: vec3f,
  groundHeight: f32,
  horizon: vec3f,
  glowSharpness: f32,
  glow: vec3f,
  // How many of the paths that leave a matt surface aim at the sun: 0 for a sky without one.
  sunShare: f32,
  glowToward: vec3f,
  // One less the cosine of the angle between the sun's middle and its rim.
  sunCap: f32,
  sun: vec3f,
  sunToward: vec3f,
  // Two directions at right angles to it.
  sunRight: vec3f,
  sunUp: vec3f,
  fence: Fence,
  // Nodes, then solids, materials and the fence's lists; places in it count its 16-byte words.
  words: array<vec4u>,
}

@group(0) @binding(0) var<storage, read> scene: Scene;
@group(0) @binding(1) var<storage, read_write> image: array<u32>;
@group(0) @binding(2) var<storage, read_write> sums: array<vec4f>;
@group(0) @binding(3) var<uniform> progress: vec4u;

// ---- Random numbers ----

// PCG hash (Jarzynski and Olano 2020).
fn hash(value: u32) -> u32 {
  let state = value * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// Two numbers in [0, 1). Over a pixel's samples the pairs of one decision spread evenly (Roberts' R2 lattice). Every
// key shifts the lattice and shuffles it in blocks of 64, so that decisions and pixels are independent.
fn draw(key: u32, sample: u32) -> vec2f {
  let random = hash(key);
  let shuffled = ((sample * (random | 1u)) ^ (random >> 16u)) & 63u;
  let index = (sample & ~63u) | shuffled;
  let bits = index * vec2u(3242174889u, 2447445414u) + vec2u(random, random * 0x9e3779b9u);
  return vec2f(vec2i(bits >> vec2u(8u))) * 0x1p-24f;
}

// Like min and max, but without their care for what is not a number, which costs as much as three additions here.
fn smaller(a: f32, b: f32) -> f32 {
  return select(b, a, a < b);
}

fn larger(a: f32, b: f32) -> f32 {
  return select(b, a, a > b);
}

fn onCircle(turn: f32) -> vec2f {
  return vec2f(cos(2.0 * PI * turn), sin(2.0 * PI * turn));
}

// ---- Solids ----

struct Ray {
  origin: vec3f,
  direction: vec3f,
}

// What a ray met.
const NOTHING = 0u;
const GROUND = 1u;
const SOLID = 2u;
const ROD = 3u;
const STAKE = 4u;

struct Hit {
  distance: f32,
  what: u32,
  solid: u32,
  // Column and row of the fence.
  cell: vec2f,
}

// Distance to the crossing in front of the ray, or FAR.
fn hitCapsule(ray: Ray, base: vec3f, axis: vec3f, radius: f32) -> f32 {
  let axis2 = dot(axis, axis);
  let along = dot(axis, ray.direction);
  let radius2 = radius * radius;
  // From inside the ray meets the far side, from outside the near one.
  let offset = ray.origin - base;
  let beside = offset - closest(offset, axis);
  let side = select(-1.0, 1.0, dot(beside, beside) < radius2);

  // Solving around the ray's point nearest to the solid keeps small solids exact far from the camera.
  let shift = dot(0.5 * axis - offset, ray.direction);
  let start = offset + shift * ray.direction;
  // First the endless cylinder around the axis. Its `a` is kept off zero for balls, and for rays parallel to the axis.
  let startAlong = dot(axis, start);
  let a = larger(axis2 - along * along, 1e-6 * axis2 + 1e-20);
  let b = axis2 * dot(start, ray.direction) - startAlong * along;
  let c = axis2 * (dot(start, start) - radius2) - startAlong * startAlong;
  let h = b * b - a * c;
  let body = (side * sqrt(abs(h)) - b) / a;
  let bodyAlong = startAlong + body * along;
  // Where that lies beyond an end, the ball at that end takes over.
  let fromEnd = start - select(0.0, 1.0, bodyAlong >= axis2) * axis;
  let middle = -dot(fromEnd, ray.direction);
  let inside = radius2 - dot(fromEnd, fromEnd) + middle * middle;
  let ball = middle + side * sqrt(abs(inside));
  let onBody = bodyAlong > 0.0 && bodyAlong < axis2;
  let t = shift + select(ball, body, onBody);
  return select(FAR, t, h >= 0.0 && (onBody || inside >= 0.0) && t > 0.0);
}

// The point of the segment from zero to `axis` that is closest to a point.
fn closest(point: vec3f, axis: vec3f) -> vec3f {
  let share = dot(point, axis) / larger(dot(axis, axis), 1e-12);
  return smaller(larger(share, 0.0), 1.0) * axis;
}

// The last part of a node: in a leaf its solid plus this, in an inner node the node that follows when a ray misses.
const LEAF = 0x80000000u;

fn hitSolids(ray: Ray, before: Hit) -> Hit {
  var hit = before;
  let steep = select(ray.direction, vec3f(1e-8), abs(ray.direction) < vec3f(1e-8));
  let inverse = scene.gridCell / steep;
  let shift = (scene.gridLow - ray.origin) / steep;
  // A node keeps its box's low corner in the lower halves of x, y and z and the high corner in the upper halves. Which
  // of them the ray meets first depends on its direction alone.
  let backward = steep < vec3f(0.0);
  var node = 0u;
  loop {
    // On to the next leaf whose box the ray meets.
    var leaf = 0u;
    loop {
      let word = scene.words[node];
      let low = word.xyz & vec3u(0xffffu);
      let high = word.xyz >> vec3u(16u);
      let near = vec3f(vec3i(select(low, high, backward))) * inverse + shift;
      let far = vec3f(vec3i(select(high, low, backward))) * inverse + shift;
      let enter = larger(larger(near.x, near.y), larger(near.z, 0.0));
      let leave = smaller(smaller(far.x, far.y), smaller(far.z, hit.distance));
      let meets = enter <= leave;
      let isLeaf = word.w >= LEAF;
      leaf = select(0u, word.w, meets && isLeaf);
      node = select(word.w, node + 1u, meets || isLeaf);
      continuing {
        break if leaf != 0u || node >= scene.nodeCount;
      }
    }
    let solid = leaf & ~LEAF;
    let base = bitcast<vec4f>(scene.words[scene.solidsAt + 2u * solid]);
    let axis = bitcast<vec3f>(scene.words[scene.solidsAt + 2u * solid + 1u].xyz);
    let t = hitCapsule(ray, base.xyz, axis, base.w);
    if (leaf != 0u && t < hit.distance) {
      hit.distance = t;
      hit.what = SOLID;
      hit.solid = solid;
    }
    continuing {
      break if node >= scene.nodeCount;
    }
  }
  return hit;
}

// ---- The fence ----

// The fence is a grid of cells, four columns from stake to stake and a row for every rod. A ray goes through it cell by
// cell; in each cell wait a straight piece of a rod and perhaps a part of a stake. Lengths are in the fence's own
// coordinates: x along it, y up, z across.

// The piece of a rod in a cell: its middle line is x ↦ (x, y + tilt × x, z + slope × x), x from the column's middle.
struct Rod {
  y: f32,
  z: f32,
  tilt: f32,
  slope: f32,
  radius: f32,
}

// Where a column is between two stakes, -1 to 1, with the stake's side of even rows in `y`.
fn phaseOf(column: f32) -> vec2f {
  let section = floor(0.25 * column);
  return vec2f(0.5 * column - 2.0 * section - 1.0, 1.0 - 4.0 * fract(0.5 * section));
}

// How far a rod of an even row is off the fence's middle, to and fro along pieces of parabolas.
fn swing(column: f32) -> f32 {
  let phase = phaseOf(column);
  return scene.fence.reach * (1.0 - phase.x * phase.x) * phase.y;
}

// Rods of odd rows are on the other side.
fn sideOf(row: f32) -> f32 {
  return 1.0 - 4.0 * fract(0.5 * row);
}

fn rodIn(cell: vec2f) -> Rod {
  let fence = &scene.fence;
  // Multiples of irrational numbers vary the rods, and below the stakes.
  let variety = fract(cell.y * 0.6180340) - 0.5;
  let tilt = fence.rodTilt * variety;
  let left = sideOf(cell.y) * swing(cell.x);
  let right = sideOf(cell.y) * swing(cell.x + 1.0);
  return Rod(
    fence.rowHeight * (cell.y + 0.5) + tilt * (cell.x - fence.middleColumn) * fence.columnWidth,
    0.5 * (left + right),
    tilt,
    (right - left) / fence.columnWidth,
    fence.rodRadius + fence.rodVariety * variety,
  );
}

// The stake of a column's section: its middle line is y ↦ (x + lean × y, y, 0), x from the column's middle.
struct Stake {
  x: f32,
  lean: f32,
  radius: f32,
  rows: f32,
}

fn stakeIn(column: f32) -> Stake {
  let fence = &scene.fence;
  let section = floor(0.25 * column);
  let variety = fract(section * 0.7548777) - 0.5;
  return Stake(
    (4.0 * section + 1.5 - column) * fence.columnWidth,
    fence.stakeLean * variety,
    fence.stakeRadius + fence.stakeVariety * variety,
    fence.stakeRows + fence.stakeRowsVariety * variety,
  );
}

// Entry into and exit from a circle around the origin; entry behind exit for a miss.
fn hitCircle(start: vec2f, direction: vec2f, radius: f32) -> vec2f {
  let a = larger(dot(direction, direction), 1e-12);
  let b = dot(start, direction);
  let h = b * b - a * (dot(start, start) - radius * radius);
  let half = sqrt(abs(h));
  return vec2f(select(FAR, -half - b, h > 0.0), half - b) / a;
}

fn toFence(vector: vec3f) -> vec3f {
  return vec3f(dot(vector, scene.fence.along), vector.y, dot(vector, scene.fence.across));
}

// Cells that a ray looks into at most, whatever rounding does to it.
const FENCE_CELLS_MAX = 1024u;

fn hitFence(ray: Ray, before: Hit) -> Hit {
  var hit = before;
  let fence = &scene.fence;
  let origin = toFence(ray.origin - fence.origin);
  let toward = toFence(ray.direction);
  let direction = select(toward, vec3f(1e-7), abs(toward) < vec3f(1e-7));
  let inverse = 1.0 / direction;
  let backward = direction < vec3f(0.0);
  let near = (select(fence.low, fence.high, backward) - origin) * inverse;
  let far = (select(fence.high, fence.low, backward) - origin) * inverse;
  let end = smaller(smaller(far.x, far.y), smaller(far.z, before.distance));
  var enter = larger(larger(near.x, near.y), larger(near.z, 0.0));

  let cellSize = vec2f(fence.columnWidth, fence.rowHeight);
  let start = floor((origin + enter * direction).xy / cellSize);
  var cell = vec2f(start.x, clamp(start.y, 0.0, fence.lastRow));
  let forward = sign(direction.xy);
  let across = abs(cellSize * inverse.xy);
  // Distances to the next border between columns and between rows.
  var next = ((cell + 0.5 + 0.5 * forward) * cellSize - origin.xy) * inverse.xy;
  var cells = 0u;
  loop {
    let exit = smaller(smaller(next.x, next.y), end);
    let x = origin.x - (cell.x + 0.5) * fence.columnWidth;

    let rod = rodIn(cell);
    let rodStart = vec2f(origin.y - rod.y - rod.tilt * x, origin.z - rod.z - rod.slope * x);
    let rodToward = vec2f(direction.y - rod.tilt * direction.x, direction.z - rod.slope * direction.x);
    let inRod = hitCircle(rodStart, rodToward, rod.radius);
    let rodAt = select(FAR, larger(inRod.x, enter), inRod.y > enter && cell.y < fence.rods);

    let stake = stakeIn(cell.x);
    let stakeStart = vec2f(x - stake.x - stake.lean * origin.y, origin.z);
    let stakeToward = vec2f(direction.x - stake.lean * direction.y, direction.z);
    let inStake = hitCircle(stakeStart, stakeToward, stake.radius);
    let stakeAt = select(FAR, larger(inStake.x, enter), inStake.y > enter && cell.y < stake.rows);

    let nearest = smaller(rodAt, stakeAt);
    if (nearest < exit) {
      hit.distance = nearest;
      hit.what = select(ROD, STAKE, stakeAt < rodAt);
      hit.cell = cell;
    }
    let sideways = next.x < next.y;
    cell += select(vec2f(0.0, forward.y), vec2f(forward.x, 0.0), sideways);
    next += select(vec2f(0.0, across.y), vec2f(across.x, 0.0), sideways);
    enter = exit;
    cells += 1u;
    continuing {
      break if hit.distance < before.distance || exit >= end || cells == FENCE_CELLS_MAX;
    }
  }
  return hit;
}

struct Stick {
  normal: vec3f,
  material: u32,
}

fn stickAt(position: vec3f, hit: Hit) -> Stick {
  let fence = &scene.fence;
  let point = toFence(position - fence.origin);
  let column = point.x / fence.columnWidth;
  let x = (column - hit.cell.x - 0.5) * fence.columnWidth;

  let rod = rodIn(hit.cell);
  let up = point.y - rod.y - rod.tilt * x;
  let out = point.z - rod.z - rod.slope * x;
  // Rays meet straight pieces; light sees the smooth swing.
  let phase = phaseOf(column);
  let slope = -sideOf(hit.cell.y) * phase.x * phase.y * fence.reach / fence.columnWidth;
  let rodNormal = vec3f(-slope * out - rod.tilt * up, up, out);

  let stake = stakeIn(hit.cell.x);
  let stakeNormal = vec3f(x - stake.x - stake.lean * point.y, 0.0, point.z);

  let isStake = hit.what == STAKE;
  let normal = select(rodNormal, stakeNormal, isStake);
  let rodAt = fence.rodsAt + u32(larger(hit.cell.y, 0.0));
  let stakeAt = fence.stakesAt + u32(larger(0.25 * hit.cell.x, 0.0));
  return Stick(
    normal.x * fence.along + vec3f(0.0, normal.y, 0.0) + normal.z * fence.across,
    scene.words[select(rodAt, stakeAt, isStake)].x,
  );
}

// ---- Surfaces ----

fn trace(ray: Ray) -> Hit {
  var hit = Hit(FAR, NOTHING, 0u, vec2f(0.0));
  let ground = (scene.groundHeight - ray.origin.y) / ray.direction.y;
  if (ground > 0.0 && ground < FAR) {
    hit.distance = ground;
    hit.what = GROUND;
  }
  return hitSolids(ray, hitFence(ray, hit));
}

struct Surface {
  position: vec3f,
  normal: vec3f,
  color: vec3f,
  kind: u32,
  // Bumps of a diffuse surface, fuzz of a gloss or metal, index of refraction of a glass.
  amount: f32,
}

// How a grainy ball's normal leans: cells of a lattice, each with a dome that is askew in its own way.
fn grain(normal: vec3f) -> vec3f {
  let place = 7.0 * normal + 8.0;
  let cell = floor(place);
  let random = hash(u32(dot(cell, vec3f(1.0, 16.0, 256.0))));
  let askew = unpack4x8snorm(random).xyz;
  return 1.4 * (place - cell - 0.5) + 0.8 * askew;
}

fn surfaceAt(ray: Ray, hit: Hit) -> Surface {
  let position = ray.origin + hit.distance * ray.direction;

  let base = bitcast<vec3f>(scene.words[scene.solidsAt + 2u * hit.solid].xyz);
  let end = scene.words[scene.solidsAt + 2u * hit.solid + 1u];
  let axis = bitcast<vec3f>(end.xyz);
  let solidNormal = position - base - closest(position - base, axis);

  let stick = stickAt(position, hit);
  let isSolid = hit.what == SOLID;
  let isGround = hit.what == GROUND;
  let material = select(select(stick.material, end.w, isSolid), scene.groundMaterial, isGround);
  let around = select(select(stick.normal, solidNormal, isSolid), vec3f(0.0, 1.0, 0.0), isGround);

  let look = scene.words[scene.materialsAt + material];
  let kind = look.w & 7u;
  let amount = f32(look.w >> 8u) * 0x1p-22f;
  let even = normalize(around);
  let grainy = normalize(even + select(0.0, amount, kind == DIFFUSE) * grain(even));
  // Only glass is met from inside. Elsewhere a normal that leans away from the viewer is turned back to the edge.
  let away = larger(dot(grainy, ray.direction), 0.0);
  let normal = select(normalize(grainy - 1.1 * away * ray.direction), even, kind == GLASS);
  return Surface(position, normal, bitcast<vec3f>(look.xyz), kind, amount);
}

// ---- Light ----

fn sky(direction: vec3f) -> vec3f {
  let height = sqrt(larger(direction.y, 0.0));
  let facing = larger(dot(direction, scene.glowToward), 0.0);
  return mix(scene.horizon, scene.zenith, height) + scene.glow * pow(facing, scene.glowSharpness);
}

fn inSun(direction: vec3f) -> bool {
  return dot(direction, scene.sunToward) >= 1.0 - scene.sunCap;
}

// How much a surface mirrors that mirrors `facing` of the light that comes straight at it.
fn schlick(cosine: f32, facing: f32) -> f32 {
  let x = 1.0 - cosine;
  let x2 = x * x;
  return facing + (1.0 - facing) * x2 * x2 * x;
}

struct Path {
  ray: Ray,
  // What the light at the path's end is multiplied by on its way to the camera; 0 for a path that has ended.
  carried: vec3f,
  bounces: u32,
  // Whether the sun counts if the path leaves the scene now.
  seesSun: bool,
}

// A tent two pixels wide: the reconstruction filter, applied by choosing positions instead of weights.
fn tent(u: vec2f) -> vec2f {
  let v = 2.0 * u - 1.0;
  return sign(v) * (1.0 - sqrt(1.0 - abs(v)));
}

fn startPath(pixel: vec2u, key: u32, sample: u32) -> Path {
  let position = vec2f(pixel) + 0.5 + tent(draw(key, sample));
  let plane = vec2f(2.0, -2.0) * position / vec2f(scene.size) + vec2f(-1.0, 1.0);
  let u = draw(key + 1u, sample);
  let lens = sqrt(u.x) * onCircle(u.y);
  let origin = scene.eye + lens.x * scene.lensRight + lens.y * scene.lensUp;
  let aim = scene.focusCenter + plane.x * scene.focusRight + plane.y * scene.focusUp;
  return Path(Ray(origin, normalize(aim - origin)), vec3f(1.0), 0u, true);
}

// From this fuzz on, a coat shows the sun as a highlight instead of an image.
const BLURS_SUN = 0.05;

// Follows the path from a surface in a random direction.
fn bounce(path: ptr<function, Path>, surface: Surface, key: u32, sample: u32) {
  let decision = key + 2u + 2u * (*path).bounces;
  let choice = draw(decision, sample);
  let u = draw(decision + 1u, sample);
  let circle = onCircle(u.y);

  // Russian roulette: end dim paths early, and let the survivors carry the light of the ended ones.
  let strongest = larger((*path).carried.x, larger((*path).carried.y, (*path).carried.z));
  let survival = smaller(3.0 * strongest, 1.0);
  var carried = select(vec3f(0.0), (*path).carried / survival, choice.y < survival);

  let arriving = (*path).ray.direction;
  let entering = dot(arriving, surface.normal) < 0.0;
  let normal = select(-surface.normal, surface.normal, entering);
  let cosine = smaller(-dot(arriving, normal), 1.0);
  let mirror = arriving + 2.0 * cosine * normal;
  let z = 1.0 - 2.0 * u.x;
  let anywhere = vec3f(sqrt(1.0 - z * z) * circle, z);

  var direction: vec3f;
  var side = 1.0;
  var seesSun = true;
  if (surface.kind == GLASS) {
    let ratio = select(surface.amount, 1.0 / surface.amount, entering);
    let outer2 = 1.0 - ratio * ratio * (1.0 - cosine * cosine);
    let outer = sqrt(larger(outer2, 0.0));
    let facing = (1.0 - surface.amount) / (1.0 + surface.amount);
    // Of the two angles at the surface, the one in the air decides how much is mirrored.
    let mirrored = schlick(select(outer, cosine, entering), facing * facing);
    let passes = outer2 > 0.0 && choice.x >= mirrored;
    direction = select(mirror, ratio * arriving + (ratio * cosine - outer) * normal, passes);
    side = select(1.0, -1.0, passes);
    carried *= select(vec3f(1.0), surface.color, passes);
  } else {
    let isMetal = surface.kind == METAL;
    let coat = select(0.0, schlick(cosine, 0.04), surface.kind == GLOSS);
    if (isMetal || choice.x < coat) {
      let blurred = mirror + surface.amount * anywhere;
      direction = blurred + 2.0 * larger(-dot(blurred, normal), 0.0) * normal;
      carried *= select(vec3f(1.0), mix(surface.color, vec3f(1.0), schlick(cosine, 0.0)), isMetal);
      seesSun = isMetal || surface.amount < BLURS_SUN;
    } else {
      // Matt: aim at the sun or anywhere, and weigh by how likely both together were to choose this direction.
      let aims = choice.x - coat < (1.0 - coat) * scene.sunShare;
      let height = u.x * scene.sunCap;
      let out = sqrt(height * (2.0 - height)) * circle;
      let sunward = (1.0 - height) * scene.sunToward + out.x * scene.sunRight + out.y * scene.sunUp;
      direction = normalize(select(normal + 0.999 * anywhere, sunward, aims));
      let meetsSun = aims || inSun(direction);
      let leaving = larger(dot(direction, normal), 0.0);
      let sunDensity = select(0.0, scene.sunShare / (2.0 * scene.sunCap), meetsSun);
      // The highlight of a coat that blurs the sun: found here, because few mirrored paths would meet the sun.
      let blur = 2.0 / larger(surface.amount * surface.amount, 1e-6);
      let highlight = 0.5 * (blur + 1.0) * pow(larger(dot(direction, mirror), 0.0), blur) * coat / (1.0 - coat);
      let shine = select(0.0, highlight, meetsSun && leaving > 0.0 && surface.amount >= BLURS_SUN);
      carried *= (surface.color * leaving + shine) / larger(sunDensity + (1.0 - scene.sunShare) * leaving, 1e-9);
    }
  }
  // Off the surface by more than the rounding of its position.
  let origin = surface.position + 3e-3 * side * normal;
  *path = Path(Ray(origin, normalize(direction)), carried, (*path).bounces + 1u, seesSun);
}

// Largest radiance that a path may bring after a bounce: it trades single bright dots ("fireflies") for a little bias.
const INDIRECT_MAX = 2.5;

@compute @workgroup_size(8, 8)
fn addSamples(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= scene.size)) {
    return;
  }
  let pixel = id.y * scene.size.x + id.x;
  let key = hash(pixel ^ hash(scene.seed));
  var sample = progress.x * scene.samplesPerPass;
  let end = min(sample + scene.samplesPerPass, scene.samples);
  var light = vec3f(0.0);
  var path = startPath(id.xy, key, sample);
  // Each turn follows a path by one ray.
  loop {
    let hit = trace(path.ray);
    let surface = surfaceAt(path.ray, hit);
    if (hit.what == NOTHING || surface.kind == LIGHT) {
      let sun = select(vec3f(0.0), scene.sun, path.seesSun && inSun(path.ray.direction));
      let emitted = select(surface.color, sky(path.ray.direction) + sun, hit.what == NOTHING);
      light += min(path.carried * emitted, vec3f(select(INDIRECT_MAX, FAR, path.bounces == 0u)));
      path.carried = vec3f(0.0);
    } else if (path.bounces == scene.bounces) {
      path.carried = vec3f(0.0);
    } else {
      bounce(&path, surface, key, sample);
    }
    if (all(path.carried == vec3f(0.0))) {
      sample += 1u;
      path = startPath(id.xy, key, sample);
    }
    continuing {
      break if sample >= end;
    }
  }
  sums[pixel] += vec4f(light, 0.0);
}

// ---- From sums to a picture ----

// Narkowicz's fit of the ACES film curve.
fn film(x: vec3f) -> vec3f {
  return clamp(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), vec3f(0.0), vec3f(1.0));
}

// Linear to sRGB.
fn encode(linear: vec3f) -> vec3f {
  let low = 12.92 * linear;
  let high = 1.055 * pow(max(linear, vec3f(1e-6)), vec3f(1.0 / 2.4)) - 0.055;
  return select(high, low, linear <= vec3f(0.0031308));
}

@compute @workgroup_size(8, 8)
fn develop(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= scene.size)) {
    return;
  }
  let pixel = id.y * scene.size.x + id.x;
  var color = scene.exposure * sums[pixel].xyz / f32(scene.samples);
  if (scene.curve == FILMIC) {
    color = film(color);
  }
  image[pixel] = pack4x8unorm(vec4f(encode(clamp(color, vec3f(0.0), vec3f(1.0))), 1.0));
}
