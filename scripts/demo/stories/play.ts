import type { WattleClient } from "@wattle/sdk";
import type { Wallet } from "ethers";
import type { RenderProgram } from "../../../examples/render/renderJob.ts";
import type { Place } from "../../../examples/weeks/weather.ts";
import type { Court } from "../court/openCourt.ts";
import type { Jury } from "../jury/openJury.ts";
import type { CheatingProvider } from "../lazy/openCheat.ts";
import type { LazyProvider } from "../lazy/openLazyProvider.ts";
import type { DemoProvider } from "../provider.ts";
import type { DealReceipt } from "../receipt.ts";
import type { Screen } from "../screen.ts";
import type { Stage } from "../stage.ts";

/** What every story plays with. */
export interface Play {
  readonly stage: Stage;
  readonly screen: Screen;
  readonly client: WattleClient;
  readonly clientWallet: Wallet;
  /** Wants numbers, where the first client wants a picture. */
  readonly secondClient: WattleClient;
  /** Somebody who is no party to any job. */
  readonly passerby: Wallet;
  readonly providers: readonly DemoProvider[];
  /** A provider that leaves most of the work out. */
  readonly lazy: LazyProvider;
  readonly court: Court;
  /** A provider that makes results up. */
  readonly cheat: CheatingProvider;
  readonly jury: Jury;
  /** Who an address is. */
  readonly names: ReadonlyMap<string, string>;
  readonly render: RenderProgram;
  /** The weather that the second client asks about. */
  readonly weather: readonly Place[];
  /** Where the picture goes. */
  readonly pictureFile: string;
  /** Where the chart of the weather goes. */
  readonly chartFile: string;
  /** Where the picture of 1,000 calls goes. */
  readonly tilesFile: string;
  /** Where the picture of what was made up goes. */
  readonly differenceFile: string;
  readonly signal: AbortSignal;
}

/** What a story leaves behind. */
export interface StoryEnd {
  readonly receipt: DealReceipt;
  /** What each party's holdings changed by, by name; the sum of these is what was burned. */
  readonly changes: ReadonlyMap<string, bigint>;
  /** Stake that belongs to nobody any more. */
  readonly burned: bigint;
}
