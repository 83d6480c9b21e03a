import type { WattleClient } from "@wattle/sdk";
import type { WorkerConfig } from "./config/workerConfig.ts";
import type { StartedEvent } from "./events/workerEvent.ts";
import type { WgslRuntime } from "./runtime/wgslRuntime.ts";

/** What a worker tells when it starts. */
export function describeStart(
  config: WorkerConfig,
  found: {
    readonly client: WattleClient;
    readonly runtime: WgslRuntime;
    readonly relay: string;
    readonly operator: string;
    readonly payoutAccount: string;
  },
): StartedEvent {
  const { client, runtime } = found;
  const { maxConcurrentJobs, runtimes, maxRunSeconds, maxMemoryBytes, maxBufferBytes, maxInputBytes } =
    config.policy;
  return {
    event: "started",
    provider: config.provider,
    operator: found.operator,
    chainId: client.chainId,
    escrow: client.deployment.contracts.jobEscrow,
    relay: found.relay,
    payout: found.payoutAccount,
    adapter: runtime.found.adapter,
    isSoftware: runtime.found.isSoftware,
    sandbox: runtime.sandbox.kind,
    hasSeccomp: runtime.sandbox.hasSeccomp,
    memoryLimit: runtime.memoryLimit,
    energyMeter: null,
    policy: { maxConcurrentJobs, runtimes, maxRunSeconds, maxMemoryBytes, maxBufferBytes, maxInputBytes },
  };
}
