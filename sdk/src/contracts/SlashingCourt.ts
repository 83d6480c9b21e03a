// Generated from the contracts by `npm run generate`; do not edit.

import type {
  BaseContract,
  BigNumberish,
  BytesLike,
  FunctionFragment,
  Result,
  Interface,
  EventFragment,
  AddressLike,
  ContractRunner,
  ContractMethod,
  Listener,
} from "ethers";
import type {
  TypedContractEvent,
  TypedDeferredTopicFilter,
  TypedEventLog,
  TypedLogDescription,
  TypedListener,
  TypedContractMethod,
} from "./common.ts";

export type CourtRulesStruct = {
  machineClass: BytesLike;
  feeToken: AddressLike;
  seatFee: BigNumberish;
  penaltyUnit: BigNumberish;
  longestRunSeconds: BigNumberish;
  panelSeats: BigNumberish;
  drawBlocks: BigNumberish;
  drawSeconds: BigNumberish;
  commitSeconds: BigNumberish;
  revealSeconds: BigNumberish;
  appealSeconds: BigNumberish;
  applySeconds: BigNumberish;
};

export type CourtRulesStructOutput = [
  machineClass: string,
  feeToken: string,
  seatFee: bigint,
  penaltyUnit: bigint,
  longestRunSeconds: bigint,
  panelSeats: bigint,
  drawBlocks: bigint,
  drawSeconds: bigint,
  commitSeconds: bigint,
  revealSeconds: bigint,
  appealSeconds: bigint,
  applySeconds: bigint,
] & {
  machineClass: string;
  feeToken: string;
  seatFee: bigint;
  penaltyUnit: bigint;
  longestRunSeconds: bigint;
  panelSeats: bigint;
  drawBlocks: bigint;
  drawSeconds: bigint;
  commitSeconds: bigint;
  revealSeconds: bigint;
  appealSeconds: bigint;
  applySeconds: bigint;
};

export type CaseStruct = {
  caseId: BytesLike;
  provider: AddressLike;
  client: AddressLike;
  token: AddressLike;
  fee: BigNumberish;
  rulingUntil: BigNumberish;
  runLimitSeconds: BigNumberish;
  specDigest: BytesLike;
  resultMark: BytesLike;
};

export type CaseStructOutput = [
  caseId: string,
  provider: string,
  client: string,
  token: string,
  fee: bigint,
  rulingUntil: bigint,
  runLimitSeconds: bigint,
  specDigest: string,
  resultMark: string,
] & {
  caseId: string;
  provider: string;
  client: string;
  token: string;
  fee: bigint;
  rulingUntil: bigint;
  runLimitSeconds: bigint;
  specDigest: string;
  resultMark: string;
};

export type HearingStruct = {
  openedAt: BigNumberish;
  openedBlock: BigNumberish;
  seatCount: BigNumberish;
  heldSeats: BigNumberish;
  appealedBlock: BigNumberish;
  rightVotes: BigNumberish;
  wrongVotes: BigNumberish;
  appealRightVotes: BigNumberish;
  appealWrongVotes: BigNumberish;
  isConceded: boolean;
  isFinished: boolean;
  caseMark: BytesLike;
  panel: BigNumberish;
  appealPanel: BigNumberish;
  appellant: AddressLike;
};

export type HearingStructOutput = [
  openedAt: bigint,
  openedBlock: bigint,
  seatCount: bigint,
  heldSeats: bigint,
  appealedBlock: bigint,
  rightVotes: bigint,
  wrongVotes: bigint,
  appealRightVotes: bigint,
  appealWrongVotes: bigint,
  isConceded: boolean,
  isFinished: boolean,
  caseMark: string,
  panel: bigint,
  appealPanel: bigint,
  appellant: string,
] & {
  openedAt: bigint;
  openedBlock: bigint;
  seatCount: bigint;
  heldSeats: bigint;
  appealedBlock: bigint;
  rightVotes: bigint;
  wrongVotes: bigint;
  appealRightVotes: bigint;
  appealWrongVotes: bigint;
  isConceded: boolean;
  isFinished: boolean;
  caseMark: string;
  panel: bigint;
  appealPanel: bigint;
  appellant: string;
};

export type SeatStruct = {
  juror: AddressLike;
  takenAt: BigNumberish;
  leftAt: BigNumberish;
  units: BigNumberish;
  unitsAtRisk: BigNumberish;
};

export type SeatStructOutput = [
  juror: string,
  takenAt: bigint,
  leftAt: bigint,
  units: bigint,
  unitsAtRisk: bigint,
] & {
  juror: string;
  takenAt: bigint;
  leftAt: bigint;
  units: bigint;
  unitsAtRisk: bigint;
};

export interface SlashingCourtInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "appeal"
      | "closeCase"
      | "closeSeat"
      | "commit"
      | "commitmentOf"
      | "deadlinesOf"
      | "draw"
      | "exitSeconds"
      | "finish"
      | "hearingOf"
      | "heldSeatCountOf"
      | "leaveSeat"
      | "multicall"
      | "openCase"
      | "panelOf"
      | "registry"
      | "reveal"
      | "rules"
      | "rulingOf"
      | "seatCollateral"
      | "seatCountOf"
      | "seatOf"
      | "stageOf"
      | "staking"
      | "takeSeat"
      | "vault"
      | "voteOf",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "CaseConceded"
      | "CaseFinished"
      | "CaseOpened"
      | "RulingAppealed"
      | "SeatClosed"
      | "SeatDrawn"
      | "SeatLeft"
      | "SeatPaid"
      | "SeatPenalized"
      | "SeatTaken"
      | "VoteCommitted"
      | "VoteRevealed",
  ): EventFragment;

  encodeFunctionData(functionFragment: "appeal", values: [AddressLike, CaseStruct]): string;
  encodeFunctionData(functionFragment: "closeCase", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "closeSeat", values: [AddressLike, BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "commit",
    values: [AddressLike, BytesLike, BigNumberish, BytesLike],
  ): string;
  encodeFunctionData(
    functionFragment: "commitmentOf",
    values: [AddressLike, BytesLike, BigNumberish, boolean, BytesLike],
  ): string;
  encodeFunctionData(functionFragment: "deadlinesOf", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "draw", values: [AddressLike, CaseStruct]): string;
  encodeFunctionData(functionFragment: "exitSeconds", values?: undefined): string;
  encodeFunctionData(functionFragment: "finish", values: [AddressLike, CaseStruct]): string;
  encodeFunctionData(functionFragment: "hearingOf", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "heldSeatCountOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "leaveSeat", values: [AddressLike, BigNumberish]): string;
  encodeFunctionData(functionFragment: "multicall", values: [BytesLike[]]): string;
  encodeFunctionData(functionFragment: "openCase", values: [CaseStruct]): string;
  encodeFunctionData(functionFragment: "panelOf", values: [AddressLike, BytesLike, boolean]): string;
  encodeFunctionData(functionFragment: "registry", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "reveal",
    values: [AddressLike, BytesLike, BigNumberish, boolean, BytesLike],
  ): string;
  encodeFunctionData(functionFragment: "rules", values?: undefined): string;
  encodeFunctionData(functionFragment: "rulingOf", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "seatCollateral", values?: undefined): string;
  encodeFunctionData(functionFragment: "seatCountOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "seatOf", values: [AddressLike, BigNumberish]): string;
  encodeFunctionData(functionFragment: "stageOf", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "staking", values?: undefined): string;
  encodeFunctionData(functionFragment: "takeSeat", values: [AddressLike, AddressLike]): string;
  encodeFunctionData(functionFragment: "vault", values?: undefined): string;
  encodeFunctionData(functionFragment: "voteOf", values: [AddressLike, BytesLike, BigNumberish]): string;

  decodeFunctionResult(functionFragment: "appeal", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "closeCase", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "closeSeat", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "commit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "commitmentOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "deadlinesOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "draw", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "exitSeconds", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "finish", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "hearingOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "heldSeatCountOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "leaveSeat", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "multicall", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "openCase", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "panelOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "registry", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "reveal", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rules", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rulingOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "seatCollateral", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "seatCountOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "seatOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "stageOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "staking", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "takeSeat", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "vault", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "voteOf", data: BytesLike): Result;
}

export namespace CaseConcededEvent {
  export type InputTuple = [market: AddressLike, caseId: BytesLike];
  export type OutputTuple = [market: string, caseId: string];
  export interface OutputObject {
    market: string;
    caseId: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace CaseFinishedEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    ruling: BigNumberish,
    clientFee: BigNumberish,
    appellantFee: BigNumberish,
    burnedFee: BigNumberish,
  ];
  export type OutputTuple = [
    market: string,
    caseId: string,
    ruling: bigint,
    clientFee: bigint,
    appellantFee: bigint,
    burnedFee: bigint,
  ];
  export interface OutputObject {
    market: string;
    caseId: string;
    ruling: bigint;
    clientFee: bigint;
    appellantFee: bigint;
    burnedFee: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace CaseOpenedEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    openedCase: CaseStruct,
    seatCount: BigNumberish,
    seedBlock: BigNumberish,
  ];
  export type OutputTuple = [
    market: string,
    caseId: string,
    openedCase: CaseStructOutput,
    seatCount: bigint,
    seedBlock: bigint,
  ];
  export interface OutputObject {
    market: string;
    caseId: string;
    openedCase: CaseStructOutput;
    seatCount: bigint;
    seedBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RulingAppealedEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    appellant: AddressLike,
    fee: BigNumberish,
    seedBlock: BigNumberish,
  ];
  export type OutputTuple = [
    market: string,
    caseId: string,
    appellant: string,
    fee: bigint,
    seedBlock: bigint,
  ];
  export interface OutputObject {
    market: string;
    caseId: string;
    appellant: string;
    fee: bigint;
    seedBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SeatClosedEvent {
  export type InputTuple = [
    market: AddressLike,
    seat: BigNumberish,
    juror: AddressLike,
    released: BigNumberish,
  ];
  export type OutputTuple = [market: string, seat: bigint, juror: string, released: bigint];
  export interface OutputObject {
    market: string;
    seat: bigint;
    juror: string;
    released: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SeatDrawnEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    juror: AddressLike,
    seat: BigNumberish,
    place: BigNumberish,
    isAppeal: boolean,
  ];
  export type OutputTuple = [
    market: string,
    caseId: string,
    juror: string,
    seat: bigint,
    place: bigint,
    isAppeal: boolean,
  ];
  export interface OutputObject {
    market: string;
    caseId: string;
    juror: string;
    seat: bigint;
    place: bigint;
    isAppeal: boolean;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SeatLeftEvent {
  export type InputTuple = [
    market: AddressLike,
    seat: BigNumberish,
    juror: AddressLike,
    closableAt: BigNumberish,
  ];
  export type OutputTuple = [market: string, seat: bigint, juror: string, closableAt: bigint];
  export interface OutputObject {
    market: string;
    seat: bigint;
    juror: string;
    closableAt: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SeatPaidEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    juror: AddressLike,
    seat: BigNumberish,
    payout: AddressLike,
    fee: BigNumberish,
  ];
  export type OutputTuple = [
    market: string,
    caseId: string,
    juror: string,
    seat: bigint,
    payout: string,
    fee: bigint,
  ];
  export interface OutputObject {
    market: string;
    caseId: string;
    juror: string;
    seat: bigint;
    payout: string;
    fee: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SeatPenalizedEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    juror: AddressLike,
    seat: BigNumberish,
    fault: BigNumberish,
    slashed: BigNumberish,
  ];
  export type OutputTuple = [
    market: string,
    caseId: string,
    juror: string,
    seat: bigint,
    fault: bigint,
    slashed: bigint,
  ];
  export interface OutputObject {
    market: string;
    caseId: string;
    juror: string;
    seat: bigint;
    fault: bigint;
    slashed: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SeatTakenEvent {
  export type InputTuple = [market: AddressLike, seat: BigNumberish, juror: AddressLike];
  export type OutputTuple = [market: string, seat: bigint, juror: string];
  export interface OutputObject {
    market: string;
    seat: bigint;
    juror: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace VoteCommittedEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    seat: BigNumberish,
    commitment: BytesLike,
  ];
  export type OutputTuple = [market: string, caseId: string, seat: bigint, commitment: string];
  export interface OutputObject {
    market: string;
    caseId: string;
    seat: bigint;
    commitment: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace VoteRevealedEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    seat: BigNumberish,
    providerRight: boolean,
  ];
  export type OutputTuple = [market: string, caseId: string, seat: bigint, providerRight: boolean];
  export interface OutputObject {
    market: string;
    caseId: string;
    seat: bigint;
    providerRight: boolean;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface SlashingCourt extends BaseContract {
  connect(runner?: ContractRunner | null): SlashingCourt;
  waitForDeployment(): Promise<this>;

  interface: SlashingCourtInterface;

  queryFilter<TCEvent extends TypedContractEvent>(
    event: TCEvent,
    fromBlockOrBlockhash?: string | number | undefined,
    toBlock?: string | number | undefined,
  ): Promise<Array<TypedEventLog<TCEvent>>>;
  queryFilter<TCEvent extends TypedContractEvent>(
    filter: TypedDeferredTopicFilter<TCEvent>,
    fromBlockOrBlockhash?: string | number | undefined,
    toBlock?: string | number | undefined,
  ): Promise<Array<TypedEventLog<TCEvent>>>;

  on<TCEvent extends TypedContractEvent>(event: TCEvent, listener: TypedListener<TCEvent>): Promise<this>;
  on<TCEvent extends TypedContractEvent>(
    filter: TypedDeferredTopicFilter<TCEvent>,
    listener: TypedListener<TCEvent>,
  ): Promise<this>;

  once<TCEvent extends TypedContractEvent>(event: TCEvent, listener: TypedListener<TCEvent>): Promise<this>;
  once<TCEvent extends TypedContractEvent>(
    filter: TypedDeferredTopicFilter<TCEvent>,
    listener: TypedListener<TCEvent>,
  ): Promise<this>;

  listeners<TCEvent extends TypedContractEvent>(event: TCEvent): Promise<Array<TypedListener<TCEvent>>>;
  listeners(eventName?: string): Promise<Array<Listener>>;
  removeAllListeners<TCEvent extends TypedContractEvent>(event?: TCEvent): Promise<this>;

  appeal: TypedContractMethod<[market: AddressLike, openedCase: CaseStruct], [void], "nonpayable">;

  closeCase: TypedContractMethod<[caseId: BytesLike], [void], "nonpayable">;

  closeSeat: TypedContractMethod<[market: AddressLike, seat: BigNumberish], [void], "nonpayable">;

  commit: TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, place: BigNumberish, commitment: BytesLike],
    [void],
    "nonpayable"
  >;

  commitmentOf: TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, seat: BigNumberish, providerRight: boolean, salt: BytesLike],
    [string],
    "view"
  >;

  deadlinesOf: TypedContractMethod<[market: AddressLike, caseId: BytesLike], [bigint[]], "view">;

  draw: TypedContractMethod<[market: AddressLike, openedCase: CaseStruct], [void], "nonpayable">;

  exitSeconds: TypedContractMethod<[], [bigint], "view">;

  finish: TypedContractMethod<[market: AddressLike, openedCase: CaseStruct], [void], "nonpayable">;

  hearingOf: TypedContractMethod<[market: AddressLike, caseId: BytesLike], [HearingStructOutput], "view">;

  heldSeatCountOf: TypedContractMethod<[market: AddressLike], [bigint], "view">;

  leaveSeat: TypedContractMethod<[market: AddressLike, seat: BigNumberish], [void], "nonpayable">;

  multicall: TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;

  openCase: TypedContractMethod<[openedCase: CaseStruct], [void], "nonpayable">;

  panelOf: TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, isAppeal: boolean],
    [bigint[]],
    "view"
  >;

  registry: TypedContractMethod<[], [string], "view">;

  reveal: TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, place: BigNumberish, providerRight: boolean, salt: BytesLike],
    [void],
    "nonpayable"
  >;

  rules: TypedContractMethod<[], [CourtRulesStructOutput], "view">;

  rulingOf: TypedContractMethod<[market: AddressLike, caseId: BytesLike], [bigint], "view">;

  seatCollateral: TypedContractMethod<[], [bigint], "view">;

  seatCountOf: TypedContractMethod<[market: AddressLike], [bigint], "view">;

  seatOf: TypedContractMethod<[market: AddressLike, seat: BigNumberish], [SeatStructOutput], "view">;

  stageOf: TypedContractMethod<[market: AddressLike, caseId: BytesLike], [bigint], "view">;

  staking: TypedContractMethod<[], [string], "view">;

  takeSeat: TypedContractMethod<[market: AddressLike, juror: AddressLike], [bigint], "nonpayable">;

  vault: TypedContractMethod<[], [string], "view">;

  voteOf: TypedContractMethod<[market: AddressLike, caseId: BytesLike, seat: BigNumberish], [string], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(
    nameOrSignature: "appeal",
  ): TypedContractMethod<[market: AddressLike, openedCase: CaseStruct], [void], "nonpayable">;
  getFunction(nameOrSignature: "closeCase"): TypedContractMethod<[caseId: BytesLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "closeSeat",
  ): TypedContractMethod<[market: AddressLike, seat: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "commit",
  ): TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, place: BigNumberish, commitment: BytesLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "commitmentOf",
  ): TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, seat: BigNumberish, providerRight: boolean, salt: BytesLike],
    [string],
    "view"
  >;
  getFunction(
    nameOrSignature: "deadlinesOf",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike], [bigint[]], "view">;
  getFunction(
    nameOrSignature: "draw",
  ): TypedContractMethod<[market: AddressLike, openedCase: CaseStruct], [void], "nonpayable">;
  getFunction(nameOrSignature: "exitSeconds"): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "finish",
  ): TypedContractMethod<[market: AddressLike, openedCase: CaseStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "hearingOf",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike], [HearingStructOutput], "view">;
  getFunction(
    nameOrSignature: "heldSeatCountOf",
  ): TypedContractMethod<[market: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "leaveSeat",
  ): TypedContractMethod<[market: AddressLike, seat: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "multicall",
  ): TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;
  getFunction(
    nameOrSignature: "openCase",
  ): TypedContractMethod<[openedCase: CaseStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "panelOf",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike, isAppeal: boolean], [bigint[]], "view">;
  getFunction(nameOrSignature: "registry"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "reveal",
  ): TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, place: BigNumberish, providerRight: boolean, salt: BytesLike],
    [void],
    "nonpayable"
  >;
  getFunction(nameOrSignature: "rules"): TypedContractMethod<[], [CourtRulesStructOutput], "view">;
  getFunction(
    nameOrSignature: "rulingOf",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike], [bigint], "view">;
  getFunction(nameOrSignature: "seatCollateral"): TypedContractMethod<[], [bigint], "view">;
  getFunction(nameOrSignature: "seatCountOf"): TypedContractMethod<[market: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "seatOf",
  ): TypedContractMethod<[market: AddressLike, seat: BigNumberish], [SeatStructOutput], "view">;
  getFunction(
    nameOrSignature: "stageOf",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike], [bigint], "view">;
  getFunction(nameOrSignature: "staking"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "takeSeat",
  ): TypedContractMethod<[market: AddressLike, juror: AddressLike], [bigint], "nonpayable">;
  getFunction(nameOrSignature: "vault"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "voteOf",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike, seat: BigNumberish], [string], "view">;

  getEvent(
    key: "CaseConceded",
  ): TypedContractEvent<
    CaseConcededEvent.InputTuple,
    CaseConcededEvent.OutputTuple,
    CaseConcededEvent.OutputObject
  >;
  getEvent(
    key: "CaseFinished",
  ): TypedContractEvent<
    CaseFinishedEvent.InputTuple,
    CaseFinishedEvent.OutputTuple,
    CaseFinishedEvent.OutputObject
  >;
  getEvent(
    key: "CaseOpened",
  ): TypedContractEvent<
    CaseOpenedEvent.InputTuple,
    CaseOpenedEvent.OutputTuple,
    CaseOpenedEvent.OutputObject
  >;
  getEvent(
    key: "RulingAppealed",
  ): TypedContractEvent<
    RulingAppealedEvent.InputTuple,
    RulingAppealedEvent.OutputTuple,
    RulingAppealedEvent.OutputObject
  >;
  getEvent(
    key: "SeatClosed",
  ): TypedContractEvent<
    SeatClosedEvent.InputTuple,
    SeatClosedEvent.OutputTuple,
    SeatClosedEvent.OutputObject
  >;
  getEvent(
    key: "SeatDrawn",
  ): TypedContractEvent<SeatDrawnEvent.InputTuple, SeatDrawnEvent.OutputTuple, SeatDrawnEvent.OutputObject>;
  getEvent(
    key: "SeatLeft",
  ): TypedContractEvent<SeatLeftEvent.InputTuple, SeatLeftEvent.OutputTuple, SeatLeftEvent.OutputObject>;
  getEvent(
    key: "SeatPaid",
  ): TypedContractEvent<SeatPaidEvent.InputTuple, SeatPaidEvent.OutputTuple, SeatPaidEvent.OutputObject>;
  getEvent(
    key: "SeatPenalized",
  ): TypedContractEvent<
    SeatPenalizedEvent.InputTuple,
    SeatPenalizedEvent.OutputTuple,
    SeatPenalizedEvent.OutputObject
  >;
  getEvent(
    key: "SeatTaken",
  ): TypedContractEvent<SeatTakenEvent.InputTuple, SeatTakenEvent.OutputTuple, SeatTakenEvent.OutputObject>;
  getEvent(
    key: "VoteCommitted",
  ): TypedContractEvent<
    VoteCommittedEvent.InputTuple,
    VoteCommittedEvent.OutputTuple,
    VoteCommittedEvent.OutputObject
  >;
  getEvent(
    key: "VoteRevealed",
  ): TypedContractEvent<
    VoteRevealedEvent.InputTuple,
    VoteRevealedEvent.OutputTuple,
    VoteRevealedEvent.OutputObject
  >;

  filters: {
    "CaseConceded(address,bytes32)": TypedContractEvent<
      CaseConcededEvent.InputTuple,
      CaseConcededEvent.OutputTuple,
      CaseConcededEvent.OutputObject
    >;
    CaseConceded: TypedContractEvent<
      CaseConcededEvent.InputTuple,
      CaseConcededEvent.OutputTuple,
      CaseConcededEvent.OutputObject
    >;

    "CaseFinished(address,bytes32,uint8,uint256,uint256,uint256)": TypedContractEvent<
      CaseFinishedEvent.InputTuple,
      CaseFinishedEvent.OutputTuple,
      CaseFinishedEvent.OutputObject
    >;
    CaseFinished: TypedContractEvent<
      CaseFinishedEvent.InputTuple,
      CaseFinishedEvent.OutputTuple,
      CaseFinishedEvent.OutputObject
    >;

    "CaseOpened(address,bytes32,tuple,uint256,uint40)": TypedContractEvent<
      CaseOpenedEvent.InputTuple,
      CaseOpenedEvent.OutputTuple,
      CaseOpenedEvent.OutputObject
    >;
    CaseOpened: TypedContractEvent<
      CaseOpenedEvent.InputTuple,
      CaseOpenedEvent.OutputTuple,
      CaseOpenedEvent.OutputObject
    >;

    "RulingAppealed(address,bytes32,address,uint256,uint40)": TypedContractEvent<
      RulingAppealedEvent.InputTuple,
      RulingAppealedEvent.OutputTuple,
      RulingAppealedEvent.OutputObject
    >;
    RulingAppealed: TypedContractEvent<
      RulingAppealedEvent.InputTuple,
      RulingAppealedEvent.OutputTuple,
      RulingAppealedEvent.OutputObject
    >;

    "SeatClosed(address,uint256,address,uint128)": TypedContractEvent<
      SeatClosedEvent.InputTuple,
      SeatClosedEvent.OutputTuple,
      SeatClosedEvent.OutputObject
    >;
    SeatClosed: TypedContractEvent<
      SeatClosedEvent.InputTuple,
      SeatClosedEvent.OutputTuple,
      SeatClosedEvent.OutputObject
    >;

    "SeatDrawn(address,bytes32,address,uint256,uint256,bool)": TypedContractEvent<
      SeatDrawnEvent.InputTuple,
      SeatDrawnEvent.OutputTuple,
      SeatDrawnEvent.OutputObject
    >;
    SeatDrawn: TypedContractEvent<
      SeatDrawnEvent.InputTuple,
      SeatDrawnEvent.OutputTuple,
      SeatDrawnEvent.OutputObject
    >;

    "SeatLeft(address,uint256,address,uint40)": TypedContractEvent<
      SeatLeftEvent.InputTuple,
      SeatLeftEvent.OutputTuple,
      SeatLeftEvent.OutputObject
    >;
    SeatLeft: TypedContractEvent<
      SeatLeftEvent.InputTuple,
      SeatLeftEvent.OutputTuple,
      SeatLeftEvent.OutputObject
    >;

    "SeatPaid(address,bytes32,address,uint256,address,uint256)": TypedContractEvent<
      SeatPaidEvent.InputTuple,
      SeatPaidEvent.OutputTuple,
      SeatPaidEvent.OutputObject
    >;
    SeatPaid: TypedContractEvent<
      SeatPaidEvent.InputTuple,
      SeatPaidEvent.OutputTuple,
      SeatPaidEvent.OutputObject
    >;

    "SeatPenalized(address,bytes32,address,uint256,uint8,uint128)": TypedContractEvent<
      SeatPenalizedEvent.InputTuple,
      SeatPenalizedEvent.OutputTuple,
      SeatPenalizedEvent.OutputObject
    >;
    SeatPenalized: TypedContractEvent<
      SeatPenalizedEvent.InputTuple,
      SeatPenalizedEvent.OutputTuple,
      SeatPenalizedEvent.OutputObject
    >;

    "SeatTaken(address,uint256,address)": TypedContractEvent<
      SeatTakenEvent.InputTuple,
      SeatTakenEvent.OutputTuple,
      SeatTakenEvent.OutputObject
    >;
    SeatTaken: TypedContractEvent<
      SeatTakenEvent.InputTuple,
      SeatTakenEvent.OutputTuple,
      SeatTakenEvent.OutputObject
    >;

    "VoteCommitted(address,bytes32,uint256,bytes32)": TypedContractEvent<
      VoteCommittedEvent.InputTuple,
      VoteCommittedEvent.OutputTuple,
      VoteCommittedEvent.OutputObject
    >;
    VoteCommitted: TypedContractEvent<
      VoteCommittedEvent.InputTuple,
      VoteCommittedEvent.OutputTuple,
      VoteCommittedEvent.OutputObject
    >;

    "VoteRevealed(address,bytes32,uint256,bool)": TypedContractEvent<
      VoteRevealedEvent.InputTuple,
      VoteRevealedEvent.OutputTuple,
      VoteRevealedEvent.OutputObject
    >;
    VoteRevealed: TypedContractEvent<
      VoteRevealedEvent.InputTuple,
      VoteRevealedEvent.OutputTuple,
      VoteRevealedEvent.OutputObject
    >;
  };
}
