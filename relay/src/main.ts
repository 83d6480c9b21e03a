#!/usr/bin/env node
import { createWattleClient } from "@wattle/sdk";
import { pino } from "pino";
import { chainPartyCheck } from "./chainPartyCheck.ts";
import { type CliOptions, parseCliOptions } from "./cliOptions.ts";
import { createRelay } from "./createRelay.ts";
import { readDeploymentFile } from "./deploymentFile.ts";
import { errorFields } from "./errorFields.ts";
import type { RelayLog } from "./relayLog.ts";
import { textLog } from "./textLog.ts";

const options = parseCliOptions(process.argv.slice(2));
const log: RelayLog = options.json ? pino() : textLog;
try {
  await run(options, log);
} catch (error) {
  log.error(errorFields(error), "the relay cannot start");
  process.exitCode = 1;
}

async function run(cli: CliOptions, log: RelayLog): Promise<void> {
  const deployment = await readDeploymentFile(cli.chain);
  const client = createWattleClient({ rpcUrls: cli.rpc, deployment });
  const { faucet } = deployment.tokens;
  const byDefault = faucet === undefined ? [] : [{ token: faucet, minAmount: 1n }];
  const acceptedTokens = cli.acceptToken.length > 0 ? cli.acceptToken : byDefault;
  const relay = await createRelay({
    dataDir: cli.data,
    host: cli.listen.host,
    port: cli.listen.port,
    chainId: BigInt(deployment.chainId),
    escrow: deployment.contracts.jobEscrow,
    partyCheck: chainPartyCheck({ client, acceptedTokens, minStake: cli.minStake }),
    ...(cli.publicUrl === undefined ? {} : { publicUrl: cli.publicUrl }),
    maxBlobBytes: cli.maxBlobBytes,
    quotaBytes: cli.quotaBytes,
    ttlSeconds: cli.ttlSeconds,
    allowOrigins: cli.allowOrigin,
    log,
  });
  log.info({ url: relay.url }, `wattle-relay listens at ${relay.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void relay.close().then(() => client.provider.destroy()));
  }
}
