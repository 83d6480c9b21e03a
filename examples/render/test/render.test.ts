import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { compareOutputs } from "@wattle/sdk";
import { createRenderProgram } from "../renderJob.ts";
import type { Material, Scene } from "../scene.ts";
import { openRenderer, pixelAt, type Renderer } from "./support/renderer.ts";
import { furnace, smallDemoScene } from "./support/scenes.ts";

describe("pathTracer.wgsl, on the software driver", () => {
  let renderer: Renderer;
  before(async () => {
    renderer = await openRenderer();
  });
  after(async () => {
    await renderer.close();
  });

  it("renders the same scene to the same bytes, and an edited scene to others", async () => {
    const scene = smallDemoScene();
    const first = await renderer.render(scene);
    assert.deepEqual(await renderer.render(scene), first);

    const floor: Material = { type: "gloss", color: "#305030", fuzz: 0.03 };
    const edited = await renderer.render({ ...scene, materials: { ...scene.materials, floor } });
    const { width, height } = scene.image;
    assert.deepEqual(pixelAt(edited, width, 2, 1), pixelAt(first, width, 2, 1), "the sky stays");
    assert.notDeepEqual(pixelAt(edited, width, 16, height - 2), pixelAt(first, width, 16, height - 2));
  });

  it("is refused by its own comparison with an eighth fewer samples, and accepted with other rounding", async () => {
    const small = smallDemoScene();
    const scene: Scene = { ...small, image: { ...small.image, samples: 64 } };
    const { comparison } = createRenderProgram(scene);
    const image = await renderer.render(scene);
    const fewer = await renderer.render({ ...scene, image: { ...scene.image, samples: 56 } });
    assert(!compareOutputs(comparison, { image }, { image: fewer }).equal);

    const exposure = scene.image.exposure * (1 + 1e-5);
    const rounded = await renderer.render({ ...scene, image: { ...scene.image, exposure } });
    assert.notDeepEqual(rounded, image);
    assert(compareOutputs(comparison, { image }, { image: rounded }).equal);
  });

  // sRGB 188 is linear 0.503: the share that a half-gray surface gives back.
  const furnaces: [
    name: string,
    material: Material,
    expected: [number, number, number],
    tolerance: number,
  ][] = [
    ["a gray matt ball gives back its gray", { type: "diffuse", color: "#bcbcbc" }, [188, 188, 188], 1],
    ["a colored matt ball gives back its color", { type: "diffuse", color: "#ff8040" }, [255, 128, 64], 1],
    [
      "a grainy white ball loses nothing",
      { type: "diffuse", color: "#ffffff", bumps: 1 },
      [255, 255, 255],
      1,
    ],
    ["a white metal ball loses nothing", { type: "metal", color: "#ffffff", fuzz: 0.5 }, [255, 255, 255], 0],
    ["a clear glass ball loses nothing", { type: "glass", color: "#ffffff", ior: 1.5 }, [255, 255, 255], 1],
    [
      "a dark glass ball dims at entry and exit",
      { type: "glass", color: "#7c7c7c", ior: 1.5 },
      [79, 79, 79],
      4,
    ],
    [
      "a black lacquer ball mirrors 4 % straight on",
      { type: "gloss", color: "#000000", fuzz: 0 },
      [56, 56, 56],
      12,
    ],
    ["a light shows its color", { type: "light", color: "#ff8040", strength: 1 }, [255, 128, 64], 0],
  ];
  for (const [name, material, expected, tolerance] of furnaces) {
    it(`furnace: ${name}`, async () => {
      const shown = pixelAt(await renderer.render(furnace(material)), 16, 8, 8);
      for (const [part, value] of shown.entries()) {
        assert(Math.abs(value - (expected[part] ?? 0)) <= tolerance, `shows ${shown}, not ${expected}`);
      }
    });
  }

  it("lights a floor by the sun as much as its angle says, and not in a shadow", async () => {
    // A sun of 2 degrees straight above: irradiance π sin²(2°) × 800 = 0.974 π, so a half-gray floor shows 0.49.
    const scene: Scene = {
      ...furnace({ type: "diffuse", color: "#bcbcbc" }),
      sky: {
        zenith: "#000000",
        horizon: "#000000",
        strength: 0,
        sun: { toward: [0, 1, 0], radius: 2, color: "#ffffff", strength: 800 },
      },
      camera: { from: [0, 4, 8], at: [0, 0, 0], fov: 40, aperture: 0, focus: 8 },
      objects: [
        { type: "ground", height: 0, material: "material" },
        { type: "sphere", center: [0, 6, 0], radius: 1.6, material: "material" },
      ],
    };
    const pixels = await renderer.render(scene);
    const [lit] = pixelAt(pixels, 16, 1, 8);
    const [shadowed] = pixelAt(pixels, 16, 8, 8);
    assert(Math.abs(lit - 186) <= 4, `lit ${lit}`);
    assert(shadowed <= 40, `shadowed ${shadowed}`);
  });

  it("finds every solid among hundreds, and no others", async () => {
    const side = 16;
    const spots = Array.from({ length: side * side }, (_, spot): [number, number, number] => [
      (spot % side) - side / 2 + 0.5,
      Math.floor(spot / side) - side / 2 + 0.5,
      // Some are capsules that stretch away from the camera, and all are at different depths.
      ((spot * 7) % 5) - 2,
    ]);
    const scene: Scene = {
      ...furnace({ type: "light", color: "#ffffff", strength: 1 }),
      image: { width: 64, height: 64, samples: 16, bounces: 1, exposure: 1, curve: "linear" },
      sky: { zenith: "#000000", horizon: "#000000", strength: 0 },
      camera: { from: [0, 0, 1000], at: [0, 0, 0], fov: 1.8333, aperture: 0, focus: 1000 },
      objects: spots.map(([x, y, z], spot) => ({
        type: "capsule",
        from: [x, y, z],
        to: spot % 3 === 0 ? [x, y, z - 3] : [x, y, z],
        radius: 0.4,
        material: "material",
      })),
    };
    // The picture is 32 units wide: two pixels a unit, with the balls in the middle half of it.
    const pixels = await renderer.render(scene);
    for (const [x, y] of spots) {
      const [column, row] = [Math.floor(32 + 2 * x), Math.floor(32 - 2 * y)];
      assert(pixelAt(pixels, 64, column, row)[0] > 0, `ball at ${x}, ${y}`);
    }
    assert.equal(pixelAt(pixels, 64, 8, 32)[0], 0);
    assert.equal(pixelAt(pixels, 64, 32, 52)[0], 0);
  });

  it("shows the fence where it stands, and nothing above it", async () => {
    const scene: Scene = {
      ...furnace({ type: "light", color: "#000000", strength: 0 }),
      image: { width: 64, height: 64, samples: 16, bounces: 1, exposure: 1, curve: "linear" },
      camera: { from: [0, 0.5, 20], at: [0, 0.5, 0], fov: 5, aperture: 0, focus: 20 },
      objects: [
        {
          type: "weave",
          from: [-1, 0, 0],
          to: [1, 0, 0],
          height: 1,
          stakes: 4,
          rods: 5,
          stakeRadius: 0.08,
          rodRadius: 0.06,
          stakeMaterials: ["material"],
          rodMaterials: ["material"],
          irregularity: 0,
        },
      ],
    };
    const pixels = await renderer.render(scene);
    // The picture is 1.746 units wide and high, with the point [0, 0.5, 0] in its middle.
    const shown = (x: number, y: number): number =>
      pixelAt(pixels, 64, Math.floor(32 + (64 * x) / 1.746), Math.floor(32 - (64 * (y - 0.5)) / 1.746))[0];
    for (const stake of [-0.75, -0.25, 0.25, 0.75]) assert(shown(stake, 1.1) < 60, `stake at ${stake}`);
    for (const row of [0.1, 0.3, 0.5, 0.7, 0.9]) assert(shown(0.5, row) < 60, `rod at ${row}`);
    for (const gap of [0.2, 0.4, 0.6, 0.8]) assert(shown(0.5, gap) > 100, `gap at ${gap}`);
    assert.equal(shown(0.5, 1.3), 255);
  });
});
