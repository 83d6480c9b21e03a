import { getClaim, getStake, getTokenBalance, type WattleClient, type WgslProgram } from "@wattle/sdk";
import type { RunJobParameters } from "@wattle/sdk/jobs";
import { RATE, type TestProvider } from "./market.ts";

/** Adds one to every number of its input, three times over. */
export const INCREMENT: WgslProgram = {
  source: `@group(0) @binding(0) var<storage, read> numbers: array<u32>;
    @group(0) @binding(1) var<storage, read_write> sums: array<u32>;
    @compute @workgroup_size(4) fn main(@builtin(global_invocation_id) id: vec3u) { sums[id.x] = numbers[id.x] + 1; }`,
  bindings: [
    { binding: 0, kind: "input", name: "numbers" },
    { binding: 1, kind: "output", name: "sums", size: 16 },
  ],
  steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 3 }],
};

/** An input of {@link INCREMENT}. */
export const NUMBERS = new Uint8Array(new Uint32Array([10, 20, 30, 40]).buffer);

/** What {@link INCREMENT} makes of {@link NUMBERS}. */
export const SUMS = new Uint8Array(new Uint32Array([11, 21, 31, 41]).buffer);

/** What a job of {@link jobOf} costs. */
export const PRICE = RATE * 20n;

/** A job for a program, all but the offer. */
export const jobOf = (program: WgslProgram): Omit<RunJobParameters, "offer" | "signature"> => ({
  program,
  runLimitSeconds: 20,
  comparison: { mode: "exact" },
  requirements: { bufferBytes: 16, memoryBytes: 2 ** 29 },
});

/** A provider's stake that the market holds. */
export const lockedOf = async (client: WattleClient, { id }: TestProvider): Promise<bigint> =>
  (await getStake(client, { provider: id })).authorization.locked;

/** What is in somebody's wallet. */
export const balanceOf = async (client: WattleClient, account: string): Promise<bigint> =>
  getTokenBalance(client, { token: client.deployment.tokens.stake, account });

/** What the vault holds for somebody. */
export const claimOf = async (client: WattleClient, account: string): Promise<bigint> =>
  getClaim(client, { token: client.deployment.tokens.stake, account });
