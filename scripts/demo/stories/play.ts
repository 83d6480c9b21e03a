import type { WattleClient } from "@wattle/sdk";
import type { HDNodeWallet } from "ethers";
import type { RenderProgram } from "../../../examples/render/renderJob.ts";
import type { DemoProvider } from "../provider.ts";
import type { JobReceipt } from "../receipt.ts";
import type { Screen } from "../screen.ts";
import type { Stage } from "../stage.ts";

/** What every story plays with. */
export interface Play {
  readonly stage: Stage;
  readonly screen: Screen;
  readonly client: WattleClient;
  readonly clientWallet: HDNodeWallet;
  /** Somebody who is no party to any job. */
  readonly passerby: HDNodeWallet;
  readonly providers: readonly DemoProvider[];
  /** Who an address is. */
  readonly names: ReadonlyMap<string, string>;
  readonly render: RenderProgram;
  /** Where the picture goes. */
  readonly pictureFile: string;
  readonly signal: AbortSignal;
}

/** What a story leaves behind. */
export interface StoryEnd {
  readonly receipt: JobReceipt;
  /** What each party's holdings changed by, by name; the sum of these is what was burned. */
  readonly changes: ReadonlyMap<string, bigint>;
  /** Stake that belongs to nobody any more. */
  readonly burned: bigint;
}
