import { decodeContractError, WattleError } from "@wattle/sdk";
import { readHead } from "../chain/readHead.ts";
import { loadIdentity } from "../config/loadIdentity.ts";
import { loadOperator } from "../config/loadOperator.ts";
import type { WorkerConfig } from "../config/workerConfig.ts";
import { clientOf } from "../openWorker.ts";
import { checkChainSide } from "./checkChainSide.ts";
import { checkHearings } from "./checkHearings.ts";
import { checkMachine } from "./checkMachine.ts";
import { failed, type Finding, ok } from "./finding.ts";

/** How long a relay may take to answer, in milliseconds. */
const RELAY_TIMEOUT_MS = 10_000;

/**
 * Looks at everything that a worker needs, without changing or sending anything.
 *
 * @param operatorKey The operator's key from the environment, if it is there.
 */
export async function examine(config: WorkerConfig, operatorKey: string | undefined): Promise<Finding[]> {
  const findings: Finding[] = [];
  const attempt = async <T>(check: string, look: () => Promise<T>): Promise<T | null> => {
    try {
      return await look();
    } catch (error) {
      findings.push(asFinding(check, error));
      return null;
    }
  };
  const operator = await attempt("operator's key", () =>
    loadOperator({ key: operatorKey, keystore: config.operatorKeystore ?? undefined }),
  );
  const identity = await attempt("age identity", () => loadIdentity(config.identityFile));
  if (identity !== null) findings.push(ok("age identity", identity.recipient));
  const side = {
    client: clientOf(config),
    config,
    operator: operator?.address ?? null,
    publicKey: identity?.publicKey ?? null,
  };
  const chainSide = await attempt("chain and provider", () => checkChainSide(side));
  findings.push(...(chainSide?.findings ?? []));
  const hearings = await attempt("hearings", async () => {
    const head = config.juror === null ? null : await readHead(side.client);
    return checkHearings(config, head?.timestamp ?? 0);
  });
  findings.push(...(hearings ?? []));
  const relay = config.relay ?? chainSide?.info?.endpoint;
  const relayFinding = relay === undefined ? null : await attempt("relay", () => checkRelay(relay));
  if (relayFinding !== null) findings.push(relayFinding);
  findings.push(...((await attempt("machine", () => checkMachine(config))) ?? []));
  side.client.provider.destroy();
  return findings;
}

async function checkRelay(relay: string): Promise<Finding> {
  const url = new URL(relay);
  const response = await fetch(url, { signal: AbortSignal.timeout(RELAY_TIMEOUT_MS) });
  await response.body?.cancel();
  return response.ok
    ? ok("relay", url.origin)
    : failed("relay", `${url.origin} answers with HTTP status ${response.status}`, "Check the relay.");
}

function asFinding(check: string, error: unknown): Finding {
  const { message, action } = error instanceof WattleError ? error : decodeContractError(error);
  return failed(check, message.slice(0, message.length - action.length).trim(), action);
}
