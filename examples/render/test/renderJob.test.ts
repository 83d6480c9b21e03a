import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { comparisonSchema, wgslProgramSchema } from "@wattle/sdk";
import { PNG } from "pngjs";
import { encodePng } from "../png.ts";
import { createRenderProgram } from "../renderJob.ts";
import type { Scene } from "../scene.ts";
import { demoScene } from "./support/scenes.ts";

const inputOf = (scene: Scene): Uint8Array | undefined => createRenderProgram(scene).inputs.get("scene");

describe("createRenderProgram", () => {
  it("makes a program that a manifest accepts, in passes that make progress visible", () => {
    const { program, comparison, inputs, output, requirements } = createRenderProgram(demoScene());
    assert.deepEqual(wgslProgramSchema.parse(program), program);
    assert.deepEqual(comparisonSchema.parse(comparison), comparison);
    assert.deepEqual([...inputs.keys()], ["scene"]);
    assert.deepEqual(output, { name: "image", width: 480, height: 360 });
    assert.equal(program.steps[0]?.passes, 16);
    assert.equal(requirements.bufferBytes, 480 * 360 * 16);
  });

  it("gives the same scene the same bytes", () => {
    assert.deepEqual(inputOf(demoScene()), inputOf(demoScene()));
  });

  const scene = demoScene();
  const edits: [name: string, edited: Scene][] = [
    ["the seed", { ...scene, seed: scene.seed + 1 }],
    ["the exposure", { ...scene, image: { ...scene.image, exposure: 0.5 } }],
    ["the camera", { ...scene, camera: { ...scene.camera, fov: 30 } }],
    ["the sky", { ...scene, sky: { ...scene.sky, zenith: "#000000" } }],
    [
      "a material",
      { ...scene, materials: { ...scene.materials, brass: { type: "metal", color: "#c0c0c0", fuzz: 0.03 } } },
    ],
    ["an object", { ...scene, objects: scene.objects.slice(0, -1) }],
    [
      "the fence",
      {
        ...scene,
        objects: scene.objects.map((object) =>
          object.type === "weave" ? { ...object, irregularity: 0 } : object,
        ),
      },
    ],
  ];
  for (const [name, edited] of edits) {
    it(`changes its input with ${name}`, () => {
      assert.notDeepEqual(inputOf(edited), inputOf(scene));
    });
  }
});

describe("encodePng", () => {
  it("keeps every pixel", () => {
    const rgba = Uint8Array.from({ length: 4 * 6 }, (_, index) => (index % 4 === 3 ? 255 : 10 * index));
    const png = PNG.sync.read(Buffer.from(encodePng(rgba, 3, 2)));
    assert.deepEqual([png.width, png.height], [3, 2]);
    assert.deepEqual(new Uint8Array(png.data), rgba);
  });
});
