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

export type JobTermsStruct = {
  orderHash: BytesLike;
  fill: BigNumberish;
  client: AddressLike;
  provider: AddressLike;
  payout: AddressLike;
  token: AddressLike;
  adjudicator: AddressLike;
  ratePerSecond: BigNumberish;
  collateral: BigNumberish;
  disputeFee: BigNumberish;
  runLimitSeconds: BigNumberish;
  declineSeconds: BigNumberish;
  slackSeconds: BigNumberish;
  reviewSeconds: BigNumberish;
  rulingSeconds: BigNumberish;
  noRulingBps: BigNumberish;
  specDigest: BytesLike;
};

export type JobTermsStructOutput = [
  orderHash: string,
  fill: bigint,
  client: string,
  provider: string,
  payout: string,
  token: string,
  adjudicator: string,
  ratePerSecond: bigint,
  collateral: bigint,
  disputeFee: bigint,
  runLimitSeconds: bigint,
  declineSeconds: bigint,
  slackSeconds: bigint,
  reviewSeconds: bigint,
  rulingSeconds: bigint,
  noRulingBps: bigint,
  specDigest: string,
] & {
  orderHash: string;
  fill: bigint;
  client: string;
  provider: string;
  payout: string;
  token: string;
  adjudicator: string;
  ratePerSecond: bigint;
  collateral: bigint;
  disputeFee: bigint;
  runLimitSeconds: bigint;
  declineSeconds: bigint;
  slackSeconds: bigint;
  reviewSeconds: bigint;
  rulingSeconds: bigint;
  noRulingBps: bigint;
  specDigest: string;
};

export type OfferStruct = {
  provider: AddressLike;
  taker: AddressLike;
  token: AddressLike;
  adjudicator: AddressLike;
  ratePerSecond: BigNumberish;
  collateral: BigNumberish;
  disputeFee: BigNumberish;
  minRunSeconds: BigNumberish;
  maxRunSeconds: BigNumberish;
  declineSeconds: BigNumberish;
  slackSeconds: BigNumberish;
  reviewSeconds: BigNumberish;
  rulingSeconds: BigNumberish;
  noRulingBps: BigNumberish;
  slots: BigNumberish;
  maxFills: BigNumberish;
  expiresAt: BigNumberish;
  authEpoch: BigNumberish;
  machineId: BytesLike;
  tag: BytesLike;
  salt: BigNumberish;
};

export type OfferStructOutput = [
  provider: string,
  taker: string,
  token: string,
  adjudicator: string,
  ratePerSecond: bigint,
  collateral: bigint,
  disputeFee: bigint,
  minRunSeconds: bigint,
  maxRunSeconds: bigint,
  declineSeconds: bigint,
  slackSeconds: bigint,
  reviewSeconds: bigint,
  rulingSeconds: bigint,
  noRulingBps: bigint,
  slots: bigint,
  maxFills: bigint,
  expiresAt: bigint,
  authEpoch: bigint,
  machineId: string,
  tag: string,
  salt: bigint,
] & {
  provider: string;
  taker: string;
  token: string;
  adjudicator: string;
  ratePerSecond: bigint;
  collateral: bigint;
  disputeFee: bigint;
  minRunSeconds: bigint;
  maxRunSeconds: bigint;
  declineSeconds: bigint;
  slackSeconds: bigint;
  reviewSeconds: bigint;
  rulingSeconds: bigint;
  noRulingBps: bigint;
  slots: bigint;
  maxFills: bigint;
  expiresAt: bigint;
  authEpoch: bigint;
  machineId: string;
  tag: string;
  salt: bigint;
};

export type RequestStruct = {
  client: AddressLike;
  taker: AddressLike;
  token: AddressLike;
  adjudicator: AddressLike;
  startRatePerSecond: BigNumberish;
  maxRatePerSecond: BigNumberish;
  startsAt: BigNumberish;
  riseSeconds: BigNumberish;
  collateral: BigNumberish;
  disputeFee: BigNumberish;
  runLimitSeconds: BigNumberish;
  declineSeconds: BigNumberish;
  slackSeconds: BigNumberish;
  reviewSeconds: BigNumberish;
  rulingSeconds: BigNumberish;
  noRulingBps: BigNumberish;
  minGpuCount: BigNumberish;
  minVramMib: BigNumberish;
  gpuModel: BytesLike;
  region: BytesLike;
  minStake: BigNumberish;
  expiresAt: BigNumberish;
  epoch: BigNumberish;
  specDigest: BytesLike;
  specRoot: BytesLike;
  tag: BytesLike;
  salt: BigNumberish;
};

export type RequestStructOutput = [
  client: string,
  taker: string,
  token: string,
  adjudicator: string,
  startRatePerSecond: bigint,
  maxRatePerSecond: bigint,
  startsAt: bigint,
  riseSeconds: bigint,
  collateral: bigint,
  disputeFee: bigint,
  runLimitSeconds: bigint,
  declineSeconds: bigint,
  slackSeconds: bigint,
  reviewSeconds: bigint,
  rulingSeconds: bigint,
  noRulingBps: bigint,
  minGpuCount: bigint,
  minVramMib: bigint,
  gpuModel: string,
  region: string,
  minStake: bigint,
  expiresAt: bigint,
  epoch: bigint,
  specDigest: string,
  specRoot: string,
  tag: string,
  salt: bigint,
] & {
  client: string;
  taker: string;
  token: string;
  adjudicator: string;
  startRatePerSecond: bigint;
  maxRatePerSecond: bigint;
  startsAt: bigint;
  riseSeconds: bigint;
  collateral: bigint;
  disputeFee: bigint;
  runLimitSeconds: bigint;
  declineSeconds: bigint;
  slackSeconds: bigint;
  reviewSeconds: bigint;
  rulingSeconds: bigint;
  noRulingBps: bigint;
  minGpuCount: bigint;
  minVramMib: bigint;
  gpuModel: string;
  region: string;
  minStake: bigint;
  expiresAt: bigint;
  epoch: bigint;
  specDigest: string;
  specRoot: string;
  tag: string;
  salt: bigint;
};

export type JobStruct = {
  state: BigNumberish;
  caseOpened: boolean;
  steppedAt: BigNumberish;
  steppedBlock: BigNumberish;
  resultMark: BytesLike;
};

export type JobStructOutput = [
  state: bigint,
  caseOpened: boolean,
  steppedAt: bigint,
  steppedBlock: bigint,
  resultMark: string,
] & {
  state: bigint;
  caseOpened: boolean;
  steppedAt: bigint;
  steppedBlock: bigint;
  resultMark: string;
};

export type OrderStateStruct = {
  approved: boolean;
  canceled: boolean;
  fillsOnce: boolean;
  filled: BigNumberish;
  active: BigNumberish;
};

export type OrderStateStructOutput = [
  approved: boolean,
  canceled: boolean,
  fillsOnce: boolean,
  filled: bigint,
  active: bigint,
] & {
  approved: boolean;
  canceled: boolean;
  fillsOnce: boolean;
  filled: bigint;
  active: bigint;
};

export type TakeStruct = {
  runLimitSeconds: BigNumberish;
  specDigest: BytesLike;
  specRoot: BytesLike;
};

export type TakeStructOutput = [runLimitSeconds: bigint, specDigest: string, specRoot: string] & {
  runLimitSeconds: bigint;
  specDigest: string;
  specRoot: string;
};

export interface JobEscrowInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "accept"
      | "applyRuling"
      | "cancel"
      | "cancelOffer"
      | "cancelRequest"
      | "checkResult"
      | "concede"
      | "decline"
      | "dispute"
      | "eip712Domain"
      | "expire"
      | "expireMany"
      | "forfeit"
      | "hashOffer"
      | "hashRequest"
      | "jobIdOf"
      | "jobOf"
      | "noRuling"
      | "openCase"
      | "orderStateOf"
      | "publishOffer"
      | "publishRequest"
      | "raiseRequestEpoch"
      | "rateOf"
      | "registry"
      | "requestEpochOf"
      | "settle"
      | "settleMany"
      | "staking"
      | "submit"
      | "takeOffer"
      | "takeRequest"
      | "vault",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "EIP712DomainChanged"
      | "JobCanceled"
      | "JobCaseOpened"
      | "JobCompleted"
      | "JobConceded"
      | "JobDeclined"
      | "JobDisputed"
      | "JobExpired"
      | "JobOpened"
      | "JobRuled"
      | "JobSplit"
      | "JobSubmitted"
      | "JobTagged"
      | "OfferCanceled"
      | "OfferPublished"
      | "RequestCanceled"
      | "RequestEpochRaised"
      | "RequestPublished"
      | "RequestTaken",
  ): EventFragment;

  encodeFunctionData(functionFragment: "accept", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "applyRuling", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "cancel", values: [JobTermsStruct, BigNumberish, BytesLike]): string;
  encodeFunctionData(functionFragment: "cancelOffer", values: [OfferStruct]): string;
  encodeFunctionData(functionFragment: "cancelRequest", values: [RequestStruct]): string;
  encodeFunctionData(functionFragment: "checkResult", values: [JobTermsStruct, BytesLike]): string;
  encodeFunctionData(functionFragment: "concede", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "decline", values: [JobTermsStruct, string]): string;
  encodeFunctionData(functionFragment: "dispute", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "eip712Domain", values?: undefined): string;
  encodeFunctionData(functionFragment: "expire", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "expireMany", values: [JobTermsStruct[]]): string;
  encodeFunctionData(functionFragment: "forfeit", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "hashOffer", values: [OfferStruct]): string;
  encodeFunctionData(functionFragment: "hashRequest", values: [RequestStruct]): string;
  encodeFunctionData(functionFragment: "jobIdOf", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "jobOf", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "noRuling", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "openCase", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "orderStateOf", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "publishOffer", values: [OfferStruct]): string;
  encodeFunctionData(functionFragment: "publishRequest", values: [RequestStruct, string]): string;
  encodeFunctionData(functionFragment: "raiseRequestEpoch", values?: undefined): string;
  encodeFunctionData(functionFragment: "rateOf", values: [RequestStruct]): string;
  encodeFunctionData(functionFragment: "registry", values?: undefined): string;
  encodeFunctionData(functionFragment: "requestEpochOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "settle", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "settleMany", values: [JobTermsStruct[]]): string;
  encodeFunctionData(functionFragment: "staking", values?: undefined): string;
  encodeFunctionData(functionFragment: "submit", values: [JobTermsStruct, BytesLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "takeOffer", values: [OfferStruct, BytesLike, TakeStruct]): string;
  encodeFunctionData(
    functionFragment: "takeRequest",
    values: [RequestStruct, BytesLike, AddressLike, BytesLike],
  ): string;
  encodeFunctionData(functionFragment: "vault", values?: undefined): string;

  decodeFunctionResult(functionFragment: "accept", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "applyRuling", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "cancel", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "cancelOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "cancelRequest", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "checkResult", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "concede", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "decline", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "dispute", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "eip712Domain", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "expire", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "expireMany", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "forfeit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "hashOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "hashRequest", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "jobIdOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "jobOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "noRuling", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "openCase", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "orderStateOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "publishOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "publishRequest", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "raiseRequestEpoch", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rateOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "registry", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "requestEpochOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "settle", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "settleMany", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "staking", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "submit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "takeOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "takeRequest", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "vault", data: BytesLike): Result;
}

export namespace EIP712DomainChangedEvent {
  export type InputTuple = [];
  export type OutputTuple = [];
  export interface OutputObject {}
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobCanceledEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    price: BigNumberish,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    client: string,
    price: bigint,
    previousBlock: bigint,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    client: string;
    price: bigint;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobCaseOpenedEvent {
  export type InputTuple = [
    jobId: BytesLike,
    adjudicator: AddressLike,
    fee: BigNumberish,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [jobId: string, adjudicator: string, fee: bigint, previousBlock: bigint];
  export interface OutputObject {
    jobId: string;
    adjudicator: string;
    fee: bigint;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobCompletedEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    price: BigNumberish,
    accepted: boolean,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    price: bigint,
    accepted: boolean,
    previousBlock: bigint,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    price: bigint;
    accepted: boolean;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobConcededEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    price: BigNumberish,
    feeReturned: BigNumberish,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    price: bigint,
    feeReturned: bigint,
    previousBlock: bigint,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    price: bigint;
    feeReturned: bigint;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobDeclinedEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    reason: string,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [jobId: string, provider: string, reason: string, previousBlock: bigint];
  export interface OutputObject {
    jobId: string;
    provider: string;
    reason: string;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobDisputedEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    adjudicator: AddressLike,
    fee: BigNumberish,
    rulingUntil: BigNumberish,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    client: string,
    adjudicator: string,
    fee: bigint,
    rulingUntil: bigint,
    previousBlock: bigint,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    client: string;
    adjudicator: string;
    fee: bigint;
    rulingUntil: bigint;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobExpiredEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    price: BigNumberish,
    slashed: BigNumberish,
    forfeited: boolean,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    client: string,
    price: bigint,
    slashed: bigint,
    forfeited: boolean,
    previousBlock: bigint,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    client: string;
    price: bigint;
    slashed: bigint;
    forfeited: boolean;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobOpenedEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    terms: JobTermsStruct,
    specRoot: BytesLike,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    client: string,
    terms: JobTermsStructOutput,
    specRoot: string,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    client: string;
    terms: JobTermsStructOutput;
    specRoot: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobRuledEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    providerRight: boolean,
    price: BigNumberish,
    slashed: BigNumberish,
    feeReturned: BigNumberish,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    client: string,
    providerRight: boolean,
    price: bigint,
    slashed: bigint,
    feeReturned: bigint,
    previousBlock: bigint,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    client: string;
    providerRight: boolean;
    price: bigint;
    slashed: bigint;
    feeReturned: bigint;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobSplitEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    providerPart: BigNumberish,
    clientPart: BigNumberish,
    feeReturned: BigNumberish,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    client: string,
    providerPart: bigint,
    clientPart: bigint,
    feeReturned: bigint,
    previousBlock: bigint,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    client: string;
    providerPart: bigint;
    clientPart: bigint;
    feeReturned: bigint;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobSubmittedEvent {
  export type InputTuple = [
    jobId: BytesLike,
    provider: AddressLike,
    resultDigest: BytesLike,
    resultRoot: BytesLike,
    previousBlock: BigNumberish,
  ];
  export type OutputTuple = [
    jobId: string,
    provider: string,
    resultDigest: string,
    resultRoot: string,
    previousBlock: bigint,
  ];
  export interface OutputObject {
    jobId: string;
    provider: string;
    resultDigest: string;
    resultRoot: string;
    previousBlock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JobTaggedEvent {
  export type InputTuple = [tag: BytesLike, jobId: BytesLike];
  export type OutputTuple = [tag: string, jobId: string];
  export interface OutputObject {
    tag: string;
    jobId: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OfferCanceledEvent {
  export type InputTuple = [orderHash: BytesLike, provider: AddressLike];
  export type OutputTuple = [orderHash: string, provider: string];
  export interface OutputObject {
    orderHash: string;
    provider: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OfferPublishedEvent {
  export type InputTuple = [orderHash: BytesLike, provider: AddressLike, tag: BytesLike, offer: OfferStruct];
  export type OutputTuple = [orderHash: string, provider: string, tag: string, offer: OfferStructOutput];
  export interface OutputObject {
    orderHash: string;
    provider: string;
    tag: string;
    offer: OfferStructOutput;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RequestCanceledEvent {
  export type InputTuple = [orderHash: BytesLike, client: AddressLike];
  export type OutputTuple = [orderHash: string, client: string];
  export interface OutputObject {
    orderHash: string;
    client: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RequestEpochRaisedEvent {
  export type InputTuple = [client: AddressLike, epoch: BigNumberish];
  export type OutputTuple = [client: string, epoch: bigint];
  export interface OutputObject {
    client: string;
    epoch: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RequestPublishedEvent {
  export type InputTuple = [
    orderHash: BytesLike,
    client: AddressLike,
    tag: BytesLike,
    request: RequestStruct,
    store: string,
  ];
  export type OutputTuple = [
    orderHash: string,
    client: string,
    tag: string,
    request: RequestStructOutput,
    store: string,
  ];
  export interface OutputObject {
    orderHash: string;
    client: string;
    tag: string;
    request: RequestStructOutput;
    store: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RequestTakenEvent {
  export type InputTuple = [orderHash: BytesLike, provider: AddressLike, machineId: BytesLike];
  export type OutputTuple = [orderHash: string, provider: string, machineId: string];
  export interface OutputObject {
    orderHash: string;
    provider: string;
    machineId: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface JobEscrow extends BaseContract {
  connect(runner?: ContractRunner | null): JobEscrow;
  waitForDeployment(): Promise<this>;

  interface: JobEscrowInterface;

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

  accept: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  applyRuling: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  cancel: TypedContractMethod<
    [terms: JobTermsStruct, expiresAt: BigNumberish, signature: BytesLike],
    [void],
    "nonpayable"
  >;

  cancelOffer: TypedContractMethod<[offer: OfferStruct], [void], "nonpayable">;

  cancelRequest: TypedContractMethod<[request: RequestStruct], [void], "nonpayable">;

  checkResult: TypedContractMethod<
    [terms: JobTermsStruct, resultDigest: BytesLike],
    [[bigint, boolean] & { state: bigint; submitted: boolean }],
    "view"
  >;

  concede: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  decline: TypedContractMethod<[terms: JobTermsStruct, reason: string], [void], "nonpayable">;

  dispute: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  eip712Domain: TypedContractMethod<
    [],
    [
      [string, string, string, bigint, string, string, bigint[]] & {
        fields: string;
        name: string;
        version: string;
        chainId: bigint;
        verifyingContract: string;
        salt: string;
        extensions: bigint[];
      },
    ],
    "view"
  >;

  expire: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  expireMany: TypedContractMethod<[jobs: JobTermsStruct[]], [bigint], "nonpayable">;

  forfeit: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  hashOffer: TypedContractMethod<[offer: OfferStruct], [string], "view">;

  hashRequest: TypedContractMethod<[request: RequestStruct], [string], "view">;

  jobIdOf: TypedContractMethod<[terms: JobTermsStruct], [string], "view">;

  jobOf: TypedContractMethod<[jobId: BytesLike], [JobStructOutput], "view">;

  noRuling: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  openCase: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  orderStateOf: TypedContractMethod<[orderHash: BytesLike], [OrderStateStructOutput], "view">;

  publishOffer: TypedContractMethod<[offer: OfferStruct], [string], "nonpayable">;

  publishRequest: TypedContractMethod<[request: RequestStruct, store: string], [string], "nonpayable">;

  raiseRequestEpoch: TypedContractMethod<[], [void], "nonpayable">;

  rateOf: TypedContractMethod<[request: RequestStruct], [bigint], "view">;

  registry: TypedContractMethod<[], [string], "view">;

  requestEpochOf: TypedContractMethod<[client: AddressLike], [bigint], "view">;

  settle: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  settleMany: TypedContractMethod<[jobs: JobTermsStruct[]], [bigint], "nonpayable">;

  staking: TypedContractMethod<[], [string], "view">;

  submit: TypedContractMethod<
    [terms: JobTermsStruct, resultDigest: BytesLike, resultRoot: BytesLike],
    [void],
    "nonpayable"
  >;

  takeOffer: TypedContractMethod<
    [offer: OfferStruct, signature: BytesLike, take: TakeStruct],
    [string],
    "nonpayable"
  >;

  takeRequest: TypedContractMethod<
    [request: RequestStruct, signature: BytesLike, provider: AddressLike, machineId: BytesLike],
    [string],
    "nonpayable"
  >;

  vault: TypedContractMethod<[], [string], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(nameOrSignature: "accept"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "applyRuling",
  ): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "cancel",
  ): TypedContractMethod<
    [terms: JobTermsStruct, expiresAt: BigNumberish, signature: BytesLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "cancelOffer",
  ): TypedContractMethod<[offer: OfferStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "cancelRequest",
  ): TypedContractMethod<[request: RequestStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "checkResult",
  ): TypedContractMethod<
    [terms: JobTermsStruct, resultDigest: BytesLike],
    [[bigint, boolean] & { state: bigint; submitted: boolean }],
    "view"
  >;
  getFunction(nameOrSignature: "concede"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "decline",
  ): TypedContractMethod<[terms: JobTermsStruct, reason: string], [void], "nonpayable">;
  getFunction(nameOrSignature: "dispute"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(nameOrSignature: "eip712Domain"): TypedContractMethod<
    [],
    [
      [string, string, string, bigint, string, string, bigint[]] & {
        fields: string;
        name: string;
        version: string;
        chainId: bigint;
        verifyingContract: string;
        salt: string;
        extensions: bigint[];
      },
    ],
    "view"
  >;
  getFunction(nameOrSignature: "expire"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "expireMany",
  ): TypedContractMethod<[jobs: JobTermsStruct[]], [bigint], "nonpayable">;
  getFunction(nameOrSignature: "forfeit"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(nameOrSignature: "hashOffer"): TypedContractMethod<[offer: OfferStruct], [string], "view">;
  getFunction(
    nameOrSignature: "hashRequest",
  ): TypedContractMethod<[request: RequestStruct], [string], "view">;
  getFunction(nameOrSignature: "jobIdOf"): TypedContractMethod<[terms: JobTermsStruct], [string], "view">;
  getFunction(nameOrSignature: "jobOf"): TypedContractMethod<[jobId: BytesLike], [JobStructOutput], "view">;
  getFunction(
    nameOrSignature: "noRuling",
  ): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "openCase",
  ): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "orderStateOf",
  ): TypedContractMethod<[orderHash: BytesLike], [OrderStateStructOutput], "view">;
  getFunction(
    nameOrSignature: "publishOffer",
  ): TypedContractMethod<[offer: OfferStruct], [string], "nonpayable">;
  getFunction(
    nameOrSignature: "publishRequest",
  ): TypedContractMethod<[request: RequestStruct, store: string], [string], "nonpayable">;
  getFunction(nameOrSignature: "raiseRequestEpoch"): TypedContractMethod<[], [void], "nonpayable">;
  getFunction(nameOrSignature: "rateOf"): TypedContractMethod<[request: RequestStruct], [bigint], "view">;
  getFunction(nameOrSignature: "registry"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "requestEpochOf",
  ): TypedContractMethod<[client: AddressLike], [bigint], "view">;
  getFunction(nameOrSignature: "settle"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "settleMany",
  ): TypedContractMethod<[jobs: JobTermsStruct[]], [bigint], "nonpayable">;
  getFunction(nameOrSignature: "staking"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "submit",
  ): TypedContractMethod<
    [terms: JobTermsStruct, resultDigest: BytesLike, resultRoot: BytesLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "takeOffer",
  ): TypedContractMethod<
    [offer: OfferStruct, signature: BytesLike, take: TakeStruct],
    [string],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "takeRequest",
  ): TypedContractMethod<
    [request: RequestStruct, signature: BytesLike, provider: AddressLike, machineId: BytesLike],
    [string],
    "nonpayable"
  >;
  getFunction(nameOrSignature: "vault"): TypedContractMethod<[], [string], "view">;

  getEvent(
    key: "EIP712DomainChanged",
  ): TypedContractEvent<
    EIP712DomainChangedEvent.InputTuple,
    EIP712DomainChangedEvent.OutputTuple,
    EIP712DomainChangedEvent.OutputObject
  >;
  getEvent(
    key: "JobCanceled",
  ): TypedContractEvent<
    JobCanceledEvent.InputTuple,
    JobCanceledEvent.OutputTuple,
    JobCanceledEvent.OutputObject
  >;
  getEvent(
    key: "JobCaseOpened",
  ): TypedContractEvent<
    JobCaseOpenedEvent.InputTuple,
    JobCaseOpenedEvent.OutputTuple,
    JobCaseOpenedEvent.OutputObject
  >;
  getEvent(
    key: "JobCompleted",
  ): TypedContractEvent<
    JobCompletedEvent.InputTuple,
    JobCompletedEvent.OutputTuple,
    JobCompletedEvent.OutputObject
  >;
  getEvent(
    key: "JobConceded",
  ): TypedContractEvent<
    JobConcededEvent.InputTuple,
    JobConcededEvent.OutputTuple,
    JobConcededEvent.OutputObject
  >;
  getEvent(
    key: "JobDeclined",
  ): TypedContractEvent<
    JobDeclinedEvent.InputTuple,
    JobDeclinedEvent.OutputTuple,
    JobDeclinedEvent.OutputObject
  >;
  getEvent(
    key: "JobDisputed",
  ): TypedContractEvent<
    JobDisputedEvent.InputTuple,
    JobDisputedEvent.OutputTuple,
    JobDisputedEvent.OutputObject
  >;
  getEvent(
    key: "JobExpired",
  ): TypedContractEvent<
    JobExpiredEvent.InputTuple,
    JobExpiredEvent.OutputTuple,
    JobExpiredEvent.OutputObject
  >;
  getEvent(
    key: "JobOpened",
  ): TypedContractEvent<JobOpenedEvent.InputTuple, JobOpenedEvent.OutputTuple, JobOpenedEvent.OutputObject>;
  getEvent(
    key: "JobRuled",
  ): TypedContractEvent<JobRuledEvent.InputTuple, JobRuledEvent.OutputTuple, JobRuledEvent.OutputObject>;
  getEvent(
    key: "JobSplit",
  ): TypedContractEvent<JobSplitEvent.InputTuple, JobSplitEvent.OutputTuple, JobSplitEvent.OutputObject>;
  getEvent(
    key: "JobSubmitted",
  ): TypedContractEvent<
    JobSubmittedEvent.InputTuple,
    JobSubmittedEvent.OutputTuple,
    JobSubmittedEvent.OutputObject
  >;
  getEvent(
    key: "JobTagged",
  ): TypedContractEvent<JobTaggedEvent.InputTuple, JobTaggedEvent.OutputTuple, JobTaggedEvent.OutputObject>;
  getEvent(
    key: "OfferCanceled",
  ): TypedContractEvent<
    OfferCanceledEvent.InputTuple,
    OfferCanceledEvent.OutputTuple,
    OfferCanceledEvent.OutputObject
  >;
  getEvent(
    key: "OfferPublished",
  ): TypedContractEvent<
    OfferPublishedEvent.InputTuple,
    OfferPublishedEvent.OutputTuple,
    OfferPublishedEvent.OutputObject
  >;
  getEvent(
    key: "RequestCanceled",
  ): TypedContractEvent<
    RequestCanceledEvent.InputTuple,
    RequestCanceledEvent.OutputTuple,
    RequestCanceledEvent.OutputObject
  >;
  getEvent(
    key: "RequestEpochRaised",
  ): TypedContractEvent<
    RequestEpochRaisedEvent.InputTuple,
    RequestEpochRaisedEvent.OutputTuple,
    RequestEpochRaisedEvent.OutputObject
  >;
  getEvent(
    key: "RequestPublished",
  ): TypedContractEvent<
    RequestPublishedEvent.InputTuple,
    RequestPublishedEvent.OutputTuple,
    RequestPublishedEvent.OutputObject
  >;
  getEvent(
    key: "RequestTaken",
  ): TypedContractEvent<
    RequestTakenEvent.InputTuple,
    RequestTakenEvent.OutputTuple,
    RequestTakenEvent.OutputObject
  >;

  filters: {
    "EIP712DomainChanged()": TypedContractEvent<
      EIP712DomainChangedEvent.InputTuple,
      EIP712DomainChangedEvent.OutputTuple,
      EIP712DomainChangedEvent.OutputObject
    >;
    EIP712DomainChanged: TypedContractEvent<
      EIP712DomainChangedEvent.InputTuple,
      EIP712DomainChangedEvent.OutputTuple,
      EIP712DomainChangedEvent.OutputObject
    >;

    "JobCanceled(bytes32,address,address,uint256,uint40)": TypedContractEvent<
      JobCanceledEvent.InputTuple,
      JobCanceledEvent.OutputTuple,
      JobCanceledEvent.OutputObject
    >;
    JobCanceled: TypedContractEvent<
      JobCanceledEvent.InputTuple,
      JobCanceledEvent.OutputTuple,
      JobCanceledEvent.OutputObject
    >;

    "JobCaseOpened(bytes32,address,uint256,uint40)": TypedContractEvent<
      JobCaseOpenedEvent.InputTuple,
      JobCaseOpenedEvent.OutputTuple,
      JobCaseOpenedEvent.OutputObject
    >;
    JobCaseOpened: TypedContractEvent<
      JobCaseOpenedEvent.InputTuple,
      JobCaseOpenedEvent.OutputTuple,
      JobCaseOpenedEvent.OutputObject
    >;

    "JobCompleted(bytes32,address,uint256,bool,uint40)": TypedContractEvent<
      JobCompletedEvent.InputTuple,
      JobCompletedEvent.OutputTuple,
      JobCompletedEvent.OutputObject
    >;
    JobCompleted: TypedContractEvent<
      JobCompletedEvent.InputTuple,
      JobCompletedEvent.OutputTuple,
      JobCompletedEvent.OutputObject
    >;

    "JobConceded(bytes32,address,uint256,uint256,uint40)": TypedContractEvent<
      JobConcededEvent.InputTuple,
      JobConcededEvent.OutputTuple,
      JobConcededEvent.OutputObject
    >;
    JobConceded: TypedContractEvent<
      JobConcededEvent.InputTuple,
      JobConcededEvent.OutputTuple,
      JobConcededEvent.OutputObject
    >;

    "JobDeclined(bytes32,address,string,uint40)": TypedContractEvent<
      JobDeclinedEvent.InputTuple,
      JobDeclinedEvent.OutputTuple,
      JobDeclinedEvent.OutputObject
    >;
    JobDeclined: TypedContractEvent<
      JobDeclinedEvent.InputTuple,
      JobDeclinedEvent.OutputTuple,
      JobDeclinedEvent.OutputObject
    >;

    "JobDisputed(bytes32,address,address,address,uint256,uint40,uint40)": TypedContractEvent<
      JobDisputedEvent.InputTuple,
      JobDisputedEvent.OutputTuple,
      JobDisputedEvent.OutputObject
    >;
    JobDisputed: TypedContractEvent<
      JobDisputedEvent.InputTuple,
      JobDisputedEvent.OutputTuple,
      JobDisputedEvent.OutputObject
    >;

    "JobExpired(bytes32,address,address,uint256,uint128,bool,uint40)": TypedContractEvent<
      JobExpiredEvent.InputTuple,
      JobExpiredEvent.OutputTuple,
      JobExpiredEvent.OutputObject
    >;
    JobExpired: TypedContractEvent<
      JobExpiredEvent.InputTuple,
      JobExpiredEvent.OutputTuple,
      JobExpiredEvent.OutputObject
    >;

    "JobOpened(bytes32,address,address,tuple,bytes32)": TypedContractEvent<
      JobOpenedEvent.InputTuple,
      JobOpenedEvent.OutputTuple,
      JobOpenedEvent.OutputObject
    >;
    JobOpened: TypedContractEvent<
      JobOpenedEvent.InputTuple,
      JobOpenedEvent.OutputTuple,
      JobOpenedEvent.OutputObject
    >;

    "JobRuled(bytes32,address,address,bool,uint256,uint128,uint256,uint40)": TypedContractEvent<
      JobRuledEvent.InputTuple,
      JobRuledEvent.OutputTuple,
      JobRuledEvent.OutputObject
    >;
    JobRuled: TypedContractEvent<
      JobRuledEvent.InputTuple,
      JobRuledEvent.OutputTuple,
      JobRuledEvent.OutputObject
    >;

    "JobSplit(bytes32,address,address,uint256,uint256,uint256,uint40)": TypedContractEvent<
      JobSplitEvent.InputTuple,
      JobSplitEvent.OutputTuple,
      JobSplitEvent.OutputObject
    >;
    JobSplit: TypedContractEvent<
      JobSplitEvent.InputTuple,
      JobSplitEvent.OutputTuple,
      JobSplitEvent.OutputObject
    >;

    "JobSubmitted(bytes32,address,bytes32,bytes32,uint40)": TypedContractEvent<
      JobSubmittedEvent.InputTuple,
      JobSubmittedEvent.OutputTuple,
      JobSubmittedEvent.OutputObject
    >;
    JobSubmitted: TypedContractEvent<
      JobSubmittedEvent.InputTuple,
      JobSubmittedEvent.OutputTuple,
      JobSubmittedEvent.OutputObject
    >;

    "JobTagged(bytes32,bytes32)": TypedContractEvent<
      JobTaggedEvent.InputTuple,
      JobTaggedEvent.OutputTuple,
      JobTaggedEvent.OutputObject
    >;
    JobTagged: TypedContractEvent<
      JobTaggedEvent.InputTuple,
      JobTaggedEvent.OutputTuple,
      JobTaggedEvent.OutputObject
    >;

    "OfferCanceled(bytes32,address)": TypedContractEvent<
      OfferCanceledEvent.InputTuple,
      OfferCanceledEvent.OutputTuple,
      OfferCanceledEvent.OutputObject
    >;
    OfferCanceled: TypedContractEvent<
      OfferCanceledEvent.InputTuple,
      OfferCanceledEvent.OutputTuple,
      OfferCanceledEvent.OutputObject
    >;

    "OfferPublished(bytes32,address,bytes32,tuple)": TypedContractEvent<
      OfferPublishedEvent.InputTuple,
      OfferPublishedEvent.OutputTuple,
      OfferPublishedEvent.OutputObject
    >;
    OfferPublished: TypedContractEvent<
      OfferPublishedEvent.InputTuple,
      OfferPublishedEvent.OutputTuple,
      OfferPublishedEvent.OutputObject
    >;

    "RequestCanceled(bytes32,address)": TypedContractEvent<
      RequestCanceledEvent.InputTuple,
      RequestCanceledEvent.OutputTuple,
      RequestCanceledEvent.OutputObject
    >;
    RequestCanceled: TypedContractEvent<
      RequestCanceledEvent.InputTuple,
      RequestCanceledEvent.OutputTuple,
      RequestCanceledEvent.OutputObject
    >;

    "RequestEpochRaised(address,uint32)": TypedContractEvent<
      RequestEpochRaisedEvent.InputTuple,
      RequestEpochRaisedEvent.OutputTuple,
      RequestEpochRaisedEvent.OutputObject
    >;
    RequestEpochRaised: TypedContractEvent<
      RequestEpochRaisedEvent.InputTuple,
      RequestEpochRaisedEvent.OutputTuple,
      RequestEpochRaisedEvent.OutputObject
    >;

    "RequestPublished(bytes32,address,bytes32,tuple,string)": TypedContractEvent<
      RequestPublishedEvent.InputTuple,
      RequestPublishedEvent.OutputTuple,
      RequestPublishedEvent.OutputObject
    >;
    RequestPublished: TypedContractEvent<
      RequestPublishedEvent.InputTuple,
      RequestPublishedEvent.OutputTuple,
      RequestPublishedEvent.OutputObject
    >;

    "RequestTaken(bytes32,address,bytes32)": TypedContractEvent<
      RequestTakenEvent.InputTuple,
      RequestTakenEvent.OutputTuple,
      RequestTakenEvent.OutputObject
    >;
    RequestTaken: TypedContractEvent<
      RequestTakenEvent.InputTuple,
      RequestTakenEvent.OutputTuple,
      RequestTakenEvent.OutputObject
    >;
  };
}
