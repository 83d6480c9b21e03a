import { getJob, isFinalState, JobNotFoundError, type WattleClient } from "@wattle/sdk";
import { NO_JOB } from "@wattle/sdk/blobs";
import { Contract, isError } from "ethers";
import type { PartyCheck, UploadClaim } from "./partyCheck.ts";
import { RelayRefusal } from "./refusal.ts";

/** What {@link chainPartyCheck} takes. */
export interface ChainPartyCheckOptions {
  /** Where to read; it needs no signer. */
  readonly client: WattleClient;
  /** Tokens of which a claim in the vault lets an account upload before it has a job. */
  readonly acceptedTokens: readonly AcceptedToken[];
  /** Stake that lets a provider upload before it has a job, in base units of the stake token. Default: 1. */
  readonly minStake?: bigint;
}

/** A token of which a claim counts. */
export interface AcceptedToken {
  readonly token: string;
  /** The least claim that counts, in base units. */
  readonly minAmount: bigint;
}

/**
 * Lets those upload who have something to lose on chain: the client and the provider of a job that has not ended,
 * and, before there is a job, accounts with a claim in the vault and providers with stake.
 *
 * @example
 * ```ts
 * import { chainPartyCheck } from "@wattle/relay";
 * import { createWattleClient } from "@wattle/sdk";
 *
 * const client = createWattleClient({ rpcUrls: "http://127.0.0.1:8545", deployment });
 * const partyCheck = chainPartyCheck({ client, acceptedTokens: [{ token, minAmount: 1n }] });
 * ```
 */
export function chainPartyCheck(options: ChainPartyCheckOptions): PartyCheck {
  const { client } = options;
  return {
    check: async (claim, { signal }) => {
      const roles = await rolesOf(client, claim);
      if (!roles.itself && !roles.provider) {
        throw notAuthorized(
          "The token is signed neither by its account nor by an operator of it.",
          "Sign it with the key of the account, or of an operator of the provider that it is.",
        );
      }
      if (claim.token.jobId === NO_JOB && claim.purpose === "blob")
        await checkMeans(options, claim.token.account, roles);
      else await checkParty(client, claim, roles, signal);
    },
  };
}

/** In which roles a token's signer speaks for its account. */
interface Roles {
  /** As the account itself: a client. */
  readonly itself: boolean;
  /** As the provider whose id the account is. */
  readonly provider: boolean;
}

async function rolesOf(client: WattleClient, claim: UploadClaim): Promise<Roles> {
  const { account } = claim.token;
  const [itself, provider] = await Promise.all([
    claim.signer === account || isSmartAccountSignature(client, claim),
    claim.signer !== null && client.contracts.registry.canOperate(account, claim.signer),
  ]);
  return { itself, provider };
}

async function checkParty(
  client: WattleClient,
  { token: { account, jobId }, purpose }: UploadClaim,
  roles: Roles,
  signal: AbortSignal,
): Promise<void> {
  const { state, terms } = await findJob(client, jobId, signal);
  if (isFinalState(state)) {
    throw notAuthorized("The job has ended.", "Upload before it ends, or without naming a job.");
  }
  const isClient = roles.itself && terms.client.toLowerCase() === account;
  if (purpose === "handover" && !isClient) {
    throw notAuthorized("Only a job's client hands over.", "Use the key of the job's client.");
  }
  const isProvider = roles.provider && terms.provider.toLowerCase() === account;
  if (!isClient && !isProvider) {
    throw notAuthorized("The account is no party of this job.", "Use the key of one of its parties.");
  }
}

async function findJob(client: WattleClient, jobId: string, signal: AbortSignal): ReturnType<typeof getJob> {
  try {
    return await getJob(client, { jobId, signal });
  } catch (error) {
    if (!(error instanceof JobNotFoundError)) throw error;
    throw notAuthorized(
      "There is no such job.",
      "Check its id; if it has just been opened, try again in a few seconds.",
    );
  }
}

async function checkMeans(
  { client, acceptedTokens, minStake = 1n }: ChainPartyCheckOptions,
  account: string,
  roles: Roles,
): Promise<void> {
  const { staking, vault } = client.contracts;
  if (roles.provider && (await staking.committedOf(account)) >= minStake) return;
  if (roles.itself) {
    const claims = await Promise.all(
      acceptedTokens.map(({ token }) => vault.balanceOf(account, BigInt(token))),
    );
    if (acceptedTokens.some(({ minAmount }, index) => (claims[index] ?? 0n) >= minAmount)) return;
  }
  throw notAuthorized(
    "The account has neither enough in the payment vault nor enough stake.",
    "Deposit the payment for your job into the vault first, or stake as a provider.",
  );
}

const ERC1271_ABI = ["function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)"];
const ERC1271_MAGIC = "0x1626ba7e";

async function isSmartAccountSignature(
  { provider }: WattleClient,
  { token, digest, signature }: UploadClaim,
): Promise<boolean> {
  if ((await provider.getCode(token.account)) === "0x") return false;
  try {
    const account = new Contract(token.account, ERC1271_ABI, provider);
    return (await account.getFunction("isValidSignature").staticCall(digest, signature)) === ERC1271_MAGIC;
  } catch (error) {
    // What reverts, or answers something else, is no such account; a failing endpoint is not the account's fault.
    if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return false;
    throw error;
  }
}

function notAuthorized(reason: string, action: string): RelayRefusal {
  return new RelayRefusal("NotAuthorized", reason, action);
}
