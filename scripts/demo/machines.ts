import { tokens } from "./money.ts";

/** A provider of the demo: its machine, its price, and the windows that it offers. */
export interface DemoMachine {
  readonly name: string;
  readonly gpuModel: string;
  readonly vramMib: number;
  readonly region: string;
  readonly ratePerSecond: bigint;
  readonly collateral: bigint;
  readonly declineSeconds: number;
  readonly slackSeconds: number;
  /** What a call of its service costs; null where none is sold. */
  readonly callPrice: bigint | null;
  /** Whether the owner publishes the offer on chain, or the worker's key signs it. */
  readonly isPublished: boolean;
}

// The models are what these three claim; what really runs the jobs is the adapter that each worker names.
export const MACHINES: readonly DemoMachine[] = [
  {
    name: "Attic",
    gpuModel: "nvidia-gtx-1060",
    vramMib: 6_144,
    region: "pt",
    ratePerSecond: tokens("0.001"),
    collateral: tokens("5"),
    declineSeconds: 8,
    slackSeconds: 5,
    callPrice: null,
    isPublished: true,
  },
  {
    name: "Bedroom",
    gpuModel: "nvidia-rtx-3080",
    vramMib: 10_240,
    region: "de",
    ratePerSecond: tokens("0.002"),
    collateral: tokens("10"),
    declineSeconds: 8,
    slackSeconds: 20,
    callPrice: null,
    isPublished: false,
  },
  {
    name: "Cellar",
    gpuModel: "nvidia-rtx-4090",
    vramMib: 24_576,
    region: "nl",
    ratePerSecond: tokens("0.005"),
    collateral: tokens("25"),
    declineSeconds: 8,
    slackSeconds: 5,
    callPrice: tokens("0.0005"),
    isPublished: true,
  },
];

/** What a provider claims that has no card at all, and makes results up. */
export const CHEATING_MACHINE: DemoMachine = {
  name: "Eaves",
  gpuModel: "nvidia-rtx-4090",
  vramMib: 24_576,
  region: "it",
  ratePerSecond: tokens("0.0004"),
  collateral: tokens("10"),
  declineSeconds: 20,
  slackSeconds: 60,
  callPrice: null,
  isPublished: true,
};

/** The machine of a provider who wants the price without the work: cheap, and no worker runs on it. */
export const LAZY_MACHINE: DemoMachine = {
  name: "Den",
  gpuModel: "nvidia-rtx-3090",
  vramMib: 24_576,
  region: "fr",
  ratePerSecond: tokens("0.0005"),
  collateral: tokens("10"),
  declineSeconds: 20,
  slackSeconds: 60,
  callPrice: null,
  isPublished: true,
};
