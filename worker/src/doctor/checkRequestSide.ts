import { getMachine, type WattleClient } from "@wattle/sdk";
import { ZeroAddress, ZeroHash } from "ethers";
import type { WorkerConfig } from "../config/workerConfig.ts";
import { type Finding, ok, warning } from "./finding.ts";

/** Looks at what keeps a worker from taking open requests that its configuration wants. */
export async function checkRequestSide(
  client: WattleClient,
  { provider, requests }: WorkerConfig,
  operator: string,
): Promise<Finding[]> {
  if (requests === null) return [];
  const { machineId, minRatePerSecond, adjudicators } = requests;
  const pairs = Object.keys(minRatePerSecond).flatMap((token) =>
    adjudicators.map((adjudicator) => ({ token, adjudicator })),
  );
  const isOwner = (await client.contracts.registry.ownerOf(provider)) === operator;
  const bounds = pairs.map(async ({ token, adjudicator }): Promise<Finding> => {
    const what = adjudicator === ZeroAddress ? token : `${token} with adjudicator ${adjudicator}`;
    const check = "takes requests";
    if (isOwner) return ok(check, `in ${what}, as the owner`);
    const bound = await client.contracts.registry.operatorBoundOf(provider, token, adjudicator);
    if (bound > 0n) return ok(check, `in ${what}, from ${bound} a second`);
    const action = `Let the owner call setOperatorBound(${provider}, ${token}, ${adjudicator}, least rate).`;
    return warning(check, `the operator may take none in ${what}`, action);
  });
  return [...(await Promise.all(bounds)), await checkMachine(client, provider, machineId)];
}

async function checkMachine(client: WattleClient, provider: string, machineId: string): Promise<Finding> {
  const check = "machine for requests";
  const action = "Name one of the provider's machines in `requests.machineId`; addMachine claims one.";
  if (machineId === ZeroHash) {
    return warning(check, "none: only requests that ask for no machine are taken", action);
  }
  const machine = await getMachine(client, { provider, machineId });
  if (machine === null) return warning(check, `the provider has no machine ${machineId}`, action);
  if (machine.retiredAt !== null) return warning(check, `machine ${machineId} is retired`, action);
  return ok(check, `${machine.gpuCount} × ${machine.gpuModel}, ${machine.vramMib} MiB each`);
}
