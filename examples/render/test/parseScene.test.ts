import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { WattleError } from "@wattle/sdk";
import { parseScene } from "../parseScene.ts";
import { SceneError } from "../sceneError.ts";
import { demoScene, demoText } from "./support/scenes.ts";

/** The problems that parsing a value finds. */
function problemsOf(value: unknown): readonly string[] {
  try {
    parseScene(JSON.stringify(value));
  } catch (error) {
    assert(error instanceof SceneError);
    return error.problems;
  }
  return [];
}

/** The demo's scene with one place changed. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const scene: unknown = JSON.parse(demoText);
  let at = scene as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1);
  assert(last !== undefined);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return scene;
}

describe("parseScene", () => {
  it("accepts the demo's scene, which is as large and as fine as the demo promises", () => {
    const { image, materials } = demoScene();
    assert(image.width >= 480 && image.height >= 360);
    assert(image.samples >= 64);
    assert(image.bounces >= 4);
    const types = new Set(Object.values(materials).map(({ type }) => type));
    for (const type of ["diffuse", "metal", "glass"] as const) assert(types.has(type), type);
  });

  const broken: [name: string, path: (string | number)[], value: unknown, problem: string][] = [
    ["too large", ["camera", "fov"], 400, "camera.fov: must be at most 120, but is 400"],
    ["too small", ["image", "samples"], 0, "image.samples: must be at least 1, but is 0"],
    ["not positive", ["objects", 2, "radius"], 0, "objects.2.radius: must be more than 0, but is 0"],
    ["a wrong type", ["seed"], "seven", 'seed: must be of type number, but is "seven"'],
    ["not whole", ["image", "width"], 480.5, "image.width: must be of type int, but is 480.5"],
    ["missing", ["sky", "zenith"], undefined, "sky.zenith: must be there"],
    ["misspelt", ["sky", "moon"], 1, "sky.moon: must not be there: no such field"],
    [
      "not a color",
      ["materials", "brass", "color"],
      "gold",
      'materials.brass.color: must be a color such as #c98a2b, but is "gold"',
    ],
    [
      "an unknown choice",
      ["image", "curve"],
      "vivid",
      'image.curve: must be one of "linear", "filmic", but is "vivid"',
    ],
    ["no direction", ["sky", "sun", "toward"], [0, 0, 0], "sky.sun.toward: must not be zero, but is [0,0,0]"],
    [
      "nowhere to look",
      ["camera", "at"],
      [1.2, 0.8, 5.2],
      "camera.at: must differ from camera.from, but is [1.2,0.8,5.2]",
    ],
    [
      "a sprig without length",
      ["objects", 8, "to"],
      [2.35, 2.02, 1.55],
      "objects.8.to: must not be where the sprig starts, but is [2.35,2.02,1.55]",
    ],
    [
      "a leaning fence",
      ["objects", 1, "to", 1],
      0.5,
      "objects.1.to.1: must be as high as the fence's start, 0, but is 0.5",
    ],
    [
      "rods too thick",
      ["objects", 1, "rodRadius"],
      0.06,
      "objects.1.rodRadius: must be at most 0.0477, so that 11 rods fit into the height, but is 0.06",
    ],
    [
      "stakes too thick",
      ["objects", 1, "stakeRadius"],
      0.2,
      "objects.1.stakeRadius: must be at most 0.150, a fifth of the distance between stakes, but is 0.2",
    ],
  ];
  for (const [name, path, value, problem] of broken) {
    it(`names the value and the rule: ${name}`, () => {
      assert.deepEqual(problemsOf(changed(path, value)), [problem]);
    });
  }

  it("names a material that does not exist, wherever an object names one", () => {
    const paths = [
      ["objects", 2, "material"],
      ["objects", 1, "rodMaterials", 3],
      ["objects", 8, "leaves", "material"],
    ];
    for (const path of paths) {
      const [problem = "", ...rest] = problemsOf(changed(path, "gold"));
      assert.deepEqual(rest, []);
      assert(problem.startsWith(`${path.join(".")}: must be a name in materials (floor, honey, `), problem);
      assert(problem.endsWith('), but is "gold"'), problem);
    }
  });

  it("names an unknown type of object", () => {
    const [problem = ""] = problemsOf(changed(["objects", 2, "type"], "cube"));
    assert.match(problem, /^objects\.2\.type: must be one of the known types, but is "cube"/);
  });

  it("refuses a second ground and a second fence", () => {
    const { objects } = demoScene();
    assert.deepEqual(problemsOf({ ...demoScene(), objects: [...objects, ...objects.slice(0, 2)] }), [
      'objects.9.type: must not be "ground" a second time, but is "ground"',
      'objects.10.type: must not be "weave" a second time, but is "weave"',
    ]);
  });

  it("names every problem at once", () => {
    const scene = demoScene();
    const problems = problemsOf({ ...scene, seed: -1, image: { ...scene.image, exposure: 0 } });
    assert.deepEqual(problems, [
      "image.exposure: must be more than 0, but is 0",
      "seed: must be at least 0, but is -1",
    ]);
  });

  it("says what to do, and that a retry does not help", () => {
    for (const text of ["{", "[]"]) {
      assert.throws(
        () => parseScene(text),
        (error) =>
          error instanceof WattleError &&
          !error.retryable &&
          error.message.includes("examples/render/README.md"),
      );
    }
  });
});
