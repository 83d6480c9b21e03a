import { z } from "zod";

const number = z.number();
const positive = number.gt(0).max(10_000);
const share = number.min(0).max(1);
const coordinate = number.min(-10_000).max(10_000);
const vector = z.tuple([coordinate, coordinate, coordinate]).readonly();
const direction = vector.refine((parts) => parts.some((part) => part !== 0), "must not be zero");
const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, "must be a color such as #c98a2b");
const materialName = z.string().min(1);
const materialNames = z.tuple([materialName], materialName).readonly();
const countTo = (most: number): z.ZodInt => z.int().min(1).max(most);

const imageSchema = z.strictObject({
  /** Pixels. */
  width: z.int().min(8).max(2048),
  /** Pixels. */
  height: z.int().min(8).max(2048),
  /** Paths a pixel: four times as many halve the noise. */
  samples: countTo(65_536),
  /** Surfaces that send a path on before it is given up. */
  bounces: countTo(64),
  exposure: positive,
  /** `linear` shows radiance 1 as white; `filmic` rolls highlights off as film does. */
  curve: z.enum(["linear", "filmic"]),
});

const cameraSchema = z.strictObject({
  from: vector,
  at: vector,
  /** Angle of view from top to bottom, in degrees. */
  fov: number.min(1).max(120),
  /** Diameter of the lens; 0 keeps everything sharp. */
  aperture: number.min(0).max(100),
  /** Distance at which things are sharp. */
  focus: positive,
});

const skySchema = z.strictObject({
  zenith: color,
  horizon: color,
  strength: number.min(0).max(1000),
  /** A soft light around a direction. */
  glow: z
    .strictObject({
      toward: direction,
      color,
      strength: number.min(0).max(1000),
      sharpness: number.min(1).max(1000),
    })
    .optional(),
  sun: z
    .strictObject({
      toward: direction,
      /** Angle between its middle and its rim, in degrees: the real one has 0.27. */
      radius: number.min(0.1).max(45),
      color,
      strength: number.min(0).max(1e6),
    })
    .optional(),
});

const materialSchema = z.discriminatedUnion("type", [
  /** Matt: chalk, bark, petals. `bumps` roughen round things. */
  z.strictObject({ type: z.literal("diffuse"), color, bumps: share.optional() }),
  /** Matt below a clear coat: lacquer, polished wood, wet stone. `fuzz` blurs what the coat mirrors. */
  z.strictObject({ type: z.literal("gloss"), color, fuzz: share }),
  z.strictObject({ type: z.literal("metal"), color, fuzz: share }),
  /** `ior` is the index of refraction: 1.33 water, 1.5 window glass, 2.4 diamond. */
  z.strictObject({ type: z.literal("glass"), color, ior: number.min(1).max(3.9) }),
  z.strictObject({ type: z.literal("light"), color, strength: number.min(0).max(1e5) }),
]);

const weaveSchema = z.strictObject({
  type: z.literal("weave"),
  /** Ends of the fence, at one height. */
  from: vector,
  to: vector,
  height: positive,
  stakes: countTo(200),
  rods: countTo(200),
  stakeRadius: positive,
  rodRadius: positive,
  stakeMaterials: materialNames,
  rodMaterials: materialNames,
  /** 0 = machine-made, 1 = grown. */
  irregularity: share,
});

const sprigSchema = z.strictObject({
  type: z.literal("sprig"),
  from: vector,
  to: vector,
  /** Where the middle of the stem is pushed to, off the straight line. */
  bend: vector,
  stemRadius: positive,
  stemMaterial: materialName,
  leaves: z.strictObject({
    count: z.int().min(0).max(200),
    length: positive,
    radius: positive,
    material: materialName,
  }),
  balls: z.strictObject({
    count: z.int().min(0).max(200),
    radius: positive,
    /** Share of the stem, from its tip, that carries balls. */
    along: share,
    material: materialName,
  }),
});

const objectSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ground"), height: number, material: materialName }),
  z.strictObject({ type: z.literal("sphere"), center: vector, radius: positive, material: materialName }),
  z.strictObject({
    type: z.literal("capsule"),
    from: vector,
    to: vector,
    radius: positive,
    material: materialName,
  }),
  weaveSchema,
  sprigSchema,
]);

/** The fields of a scene file; README.md beside this file says what they do. */
export const sceneSchema = z.strictObject({
  image: imageSchema,
  camera: cameraSchema,
  sky: skySchema,
  materials: z.record(z.string(), materialSchema),
  objects: z.array(objectSchema).max(1000),
  /** Chooses the noise, and how grown things vary. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
});

/** A picture to render. */
export type Scene = z.infer<typeof sceneSchema>;
/** Where a scene is seen from. */
export type Camera = Scene["camera"];
/** What is around a scene. */
export type Sky = Scene["sky"];
/** What a thing is made of. */
export type Material = z.infer<typeof materialSchema>;
/** A thing in a scene. */
export type SceneObject = z.infer<typeof objectSchema>;
/** A woven fence. */
export type WeaveObject = z.infer<typeof weaveSchema>;
/** A flowering twig. */
export type SprigObject = z.infer<typeof sprigSchema>;
