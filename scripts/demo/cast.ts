import { depositPayment, mintFaucetToken, UNLIMITED_ALLOWANCE, type WattleClient } from "@wattle/sdk";
import { fundPlayers, type PlayerWallet, playerWallets } from "./accounts.ts";
import { type Court, openCourt } from "./court/openCourt.ts";
import { deployJuryCourt, type Jury, JUROR_NAMES, openJury } from "./jury/openJury.ts";
import { type CheatingProvider, openCheat } from "./lazy/openCheat.ts";
import { type LazyProvider, openLazyProvider } from "./lazy/openLazyProvider.ts";
import { MACHINES } from "./machines.ts";
import { showTokens, tokens } from "./money.ts";
import { type DemoProvider, isStarted, openProvider, type ProviderKeys } from "./provider.ts";
import { needsUnsandboxed } from "./sandbox.ts";
import type { Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** Everybody who plays. */
export interface Cast {
  readonly client: WattleClient;
  readonly clientWallet: PlayerWallet;
  readonly secondClient: WattleClient;
  readonly passerby: PlayerWallet;
  readonly providers: readonly DemoProvider[];
  readonly lazy: LazyProvider;
  readonly court: Court;
  readonly cheat: CheatingProvider;
  readonly jury: Jury;
  /** The address of everybody and everything that can own tokens of the demo, by name. */
  readonly parties: ReadonlyMap<string, string>;
}

const CLIENT_TOKENS = tokens("50");
const SECOND_CLIENT_TOKENS = tokens("20");
const DISPUTE_FEE = tokens("1");
const RULING_SECONDS = 120;
const KEYS_PER_PROVIDER = 3;

/** Registers, funds and starts everybody. */
export async function openCast(stage: Stage, screen: Screen): Promise<Cast> {
  const others = 3;
  const count = others + KEYS_PER_PROVIDER * (MACHINES.length + 2 + JUROR_NAMES.length);
  const wallets = playerWallets(stage.provider, count);
  await fundPlayers(wallets);
  const [clientWallet, secondWallet, passerby, ...rest] = wallets;
  if (!clientWallet || !secondWallet || !passerby) throw new Error("The chain has too few accounts.");
  const keysOf = (index: number): ProviderKeys => {
    const [owner, operator, payout] = rest.slice(KEYS_PER_PROVIDER * index);
    if (!owner || !operator || !payout) throw new Error("The chain has too few accounts.");
    return { owner, operator, payout };
  };
  const allowUnsandboxed = await needsUnsandboxed(screen);
  // By the same account as the adjudicator, whose transactions must not get in between.
  const juryCourt = await deployJuryCourt(stage);
  const openAdjudicated = async (): Promise<[Court, LazyProvider]> => {
    const court = await openCourt(stage, screen, allowUnsandboxed);
    const { adjudicator } = court;
    const adjudication = { adjudicator, disputeFee: DISPUTE_FEE, rulingSeconds: RULING_SECONDS };
    const keys = keysOf(MACHINES.length);
    return [court, await openLazyProvider(stage, keys, screen, allowUnsandboxed, adjudication)];
  };
  const openJudged = async (): Promise<[Jury, CheatingProvider]> => {
    const keys = JUROR_NAMES.map((_, index) => keysOf(MACHINES.length + 2 + index));
    const jury = await openJury(stage, juryCourt, keys, screen, allowUnsandboxed);
    return [jury, await openCheat(stage, keysOf(MACHINES.length + 1), screen, jury.adjudication)];
  };
  const [providers, [court, lazy], [jury, cheat], client, secondClient] = await Promise.all([
    Promise.all(
      MACHINES.map(async (machine, index) => {
        const provider = await openProvider(stage, machine, keysOf(index), screen, allowUnsandboxed);
        await introduce(provider, screen);
        return provider;
      }),
    ),
    openAdjudicated(),
    openJudged(),
    fundClient(stage, "client", clientWallet, CLIENT_TOKENS, screen),
    fundClient(stage, "2nd client", secondWallet, SECOND_CLIENT_TOKENS, screen),
  ]);
  const parties = new Map([
    ["client", clientWallet.address],
    ["2nd client", secondWallet.address],
    ["passer-by", passerby.address],
    ...[...providers, lazy, cheat].flatMap(({ machine, keys }): [string, string][] => [
      [machine.name, keys.owner.address],
      [`${machine.name}'s worker`, keys.operator.address],
      [`${machine.name}'s cold wallet`, keys.payout.address],
    ]),
    ...court.signers.map(({ name, address }): [string, string] => [name, address]),
    ...jury.jurors.flatMap(({ name, keys }): [string, string][] => [
      [name, keys.owner.address],
      [`${name}'s worker`, keys.operator.address],
      [`${name}'s cold wallet`, keys.payout.address],
    ]),
    ["the adjudicator", court.adjudicator],
    ["the court", jury.court],
    ["the market of jobs", stage.deployment.contracts.jobEscrow],
    ["the market of leases", stage.deployment.contracts.leaseEscrow],
    ["the market of sessions", stage.deployment.contracts.sessionEscrow],
  ]);
  return { client, clientWallet, secondClient, passerby, providers, lazy, court, cheat, jury, parties };
}

async function fundClient(
  stage: Stage,
  name: string,
  wallet: PlayerWallet,
  amount: bigint,
  screen: Screen,
): Promise<WattleClient> {
  const client = stage.clientFor(wallet);
  const { token } = stage;
  await mintFaucetToken(client, { token, to: wallet.address, amount });
  // Takes that are declined would use a finite allowance up, and leave a request that nobody can take.
  await depositPayment(client, { token, amount, marketAllowance: UNLIMITED_ALLOWANCE });
  screen.say(name, `deposited ${showTokens(amount)} and allowed the market to use it, in one transaction`);
  return client;
}

async function introduce({ machine, waitFor }: DemoProvider, screen: Screen): Promise<void> {
  const started = await waitFor(isStarted);
  const driver = started.isSoftware ? "no GPU here: the software driver" : "the GPU";
  screen.say(
    machine.name,
    `its worker runs on ${driver} ${started.adapter}; sandbox: ${started.sandbox}; memory limit: ${started.memoryLimit}`,
  );
}
