// For each week, the other week that it resembles most: the one with the least sum of squared differences of the
// days' highs and lows, the first of several that are equal. All of it is integer arithmetic, so every device gives
// the same bytes.
//
// Temperatures are tenths of a degree from -1000 to 1000: a week of 32 days is at most 32 * 2 * 2000^2 = 256,000,000
// away from another, far below 2^32.

const MAX_DAYS = 32u;
const CANDIDATES_PER_PASS = 256u;
const NONE = 0xffffffffu;

struct Weeks {
  // Days of a week.
  length: u32,
  // The first day of each week.
  starts: array<u32>,
}

struct Twin {
  week: u32,
  distance: u32,
}

@group(0) @binding(0) var<storage, read> weeks: Weeks;
// High and low of each day.
@group(0) @binding(1) var<storage, read> temperatures: array<vec2i>;
@group(0) @binding(2) var<storage, read_write> twins: array<Twin>;
// Which pass this is, and how many there are.
@group(0) @binding(3) var<uniform> pass_: vec4u;

@compute @workgroup_size(64)
fn compareWeeks(@builtin(global_invocation_id) id: vec3u) {
  let week = id.x;
  let count = arrayLength(&weeks.starts);
  if (week >= count) {
    return;
  }
  let length = min(weeks.length, MAX_DAYS);
  let start = weeks.starts[week];
  var mine: array<vec2i, MAX_DAYS>;
  for (var day = 0u; day < length; day++) {
    mine[day] = temperatures[start + day];
  }

  var best = Twin(NONE, NONE);
  if (pass_.x > 0u) {
    best = twins[week];
  }
  let first = pass_.x * CANDIDATES_PER_PASS;
  let end = min(first + CANDIDATES_PER_PASS, count);
  for (var candidate = first; candidate < end; candidate++) {
    let other = weeks.starts[candidate];
    // Weeks that share a day resemble each other for no other reason.
    if (max(start, other) - min(start, other) < length) {
      continue;
    }
    var distance = 0u;
    // A sum that has reached the best one only grows.
    for (var day = 0u; day < length && distance < best.distance; day++) {
      let difference = mine[day] - temperatures[other + day];
      distance += u32(difference.x * difference.x + difference.y * difference.y);
    }
    if (distance < best.distance) {
      best = Twin(candidate, distance);
    }
  }
  twins[week] = best;
}
