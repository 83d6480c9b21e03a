import type { Scene, SceneObject, WeaveObject } from "./scene.ts";
import type { Vector } from "./vector.ts";

/** A value that breaks a rule. */
export interface SceneProblem {
  readonly path: readonly PropertyKey[];
  readonly value: unknown;
  /** What the value must be, such as `must be at most 120`. */
  readonly rule: string;
}

/** The rules that tie several fields of a scene together. */
export function checkScene(scene: Scene): SceneProblem[] {
  return [
    ...checkCamera(scene),
    ...checkMaterialNames(scene),
    ...checkOnlyOnes(scene),
    ...scene.objects.flatMap((object, index) =>
      checkShape(object).map((problem) => ({ ...problem, path: ["objects", index, ...problem.path] })),
    ),
  ];
}

function checkCamera({ camera: { from, at } }: Scene): SceneProblem[] {
  return isSame(from, at)
    ? [{ path: ["camera", "at"], value: at, rule: "must differ from camera.from" }]
    : [];
}

const isSame = (a: Vector, b: Vector): boolean => a.every((part, axis) => part === b[axis]);

/** The fields of an object that name materials. */
function materialFields(object: SceneObject): [path: readonly PropertyKey[], name: string][] {
  switch (object.type) {
    case "ground":
    case "sphere":
    case "capsule":
      return [[["material"], object.material]];
    case "sprig":
      return [
        [["stemMaterial"], object.stemMaterial],
        [["leaves", "material"], object.leaves.material],
        [["balls", "material"], object.balls.material],
      ];
    case "weave":
      return (["stakeMaterials", "rodMaterials"] as const).flatMap((field) =>
        object[field].map((name, index): [PropertyKey[], string] => [[field, index], name]),
      );
  }
}

function checkMaterialNames({ materials, objects }: Scene): SceneProblem[] {
  const names = Object.keys(materials);
  return objects.flatMap((object, index) =>
    materialFields(object)
      .filter(([, name]) => !names.includes(name))
      .map(([path, name]) => ({
        path: ["objects", index, ...path],
        value: name,
        rule: `must be a name in materials (${names.join(", ") || "there are none"})`,
      })),
  );
}

/** The shader has room for one ground and one fence. */
function checkOnlyOnes({ objects }: Scene): SceneProblem[] {
  return (["ground", "weave"] as const).flatMap((type) =>
    objects
      .map((object, index) => ({ object, index }))
      .filter(({ object }) => object.type === type)
      .slice(1)
      .map(({ index }) => ({
        path: ["objects", index, "type"],
        value: type,
        rule: `must not be "${type}" a second time`,
      })),
  );
}

function checkShape(object: SceneObject): SceneProblem[] {
  if (object.type === "weave") return checkWeave(object);
  if (object.type !== "sprig" || !isSame(object.from, object.to)) return [];
  return [{ path: ["to"], value: object.to, rule: "must not be where the sprig starts" }];
}

function checkWeave(weave: WeaveObject): SceneProblem[] {
  const { from, to, height, stakes, rods, stakeRadius, rodRadius } = weave;
  const problems: SceneProblem[] = [];
  const long = Math.hypot(to[0] - from[0], to[2] - from[2]);
  if (from[1] !== to[1]) {
    problems.push({
      path: ["to", 1],
      value: to[1],
      rule: `must be as high as the fence's start, ${from[1]}`,
    });
  }
  if (long === 0) problems.push({ path: ["to"], value: to, rule: "must not be where the fence starts" });
  // A stick must fit into the cell of the fence in which the shader looks for it.
  const rodMost = 0.42 * (height / rods);
  const stakeMost = 0.2 * (long / stakes);
  if (rodRadius > rodMost) {
    const rule = `must be at most ${rodMost.toPrecision(3)}, so that ${rods} rods fit into the height`;
    problems.push({ path: ["rodRadius"], value: rodRadius, rule });
  }
  if (long > 0 && stakeRadius > stakeMost) {
    const rule = `must be at most ${stakeMost.toPrecision(3)}, a fifth of the distance between stakes`;
    problems.push({ path: ["stakeRadius"], value: stakeRadius, rule });
  }
  return problems;
}
