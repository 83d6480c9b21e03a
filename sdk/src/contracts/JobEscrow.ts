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

export type JobStruct = {
  state: BigNumberish;
  steppedAt: BigNumberish;
  steppedBlock: BigNumberish;
  resultMark: BytesLike;
};

export type JobStructOutput = [state: bigint, steppedAt: bigint, steppedBlock: bigint, resultMark: string] & {
  state: bigint;
  steppedAt: bigint;
  steppedBlock: bigint;
  resultMark: string;
};

export type OrderStateStruct = {
  approved: boolean;
  canceled: boolean;
  filled: BigNumberish;
  active: BigNumberish;
};

export type OrderStateStructOutput = [
  approved: boolean,
  canceled: boolean,
  filled: bigint,
  active: bigint,
] & { approved: boolean; canceled: boolean; filled: bigint; active: bigint };

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
      | "cancelOffer"
      | "decline"
      | "eip712Domain"
      | "expire"
      | "forfeit"
      | "hashOffer"
      | "jobIdOf"
      | "jobOf"
      | "orderStateOf"
      | "publishOffer"
      | "registry"
      | "settle"
      | "staking"
      | "submit"
      | "takeOffer"
      | "vault",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "EIP712DomainChanged"
      | "JobCompleted"
      | "JobDeclined"
      | "JobExpired"
      | "JobOpened"
      | "JobSubmitted"
      | "JobTagged"
      | "OfferCanceled"
      | "OfferPublished",
  ): EventFragment;

  encodeFunctionData(functionFragment: "accept", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "cancelOffer", values: [OfferStruct]): string;
  encodeFunctionData(functionFragment: "decline", values: [JobTermsStruct, string]): string;
  encodeFunctionData(functionFragment: "eip712Domain", values?: undefined): string;
  encodeFunctionData(functionFragment: "expire", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "forfeit", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "hashOffer", values: [OfferStruct]): string;
  encodeFunctionData(functionFragment: "jobIdOf", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "jobOf", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "orderStateOf", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "publishOffer", values: [OfferStruct]): string;
  encodeFunctionData(functionFragment: "registry", values?: undefined): string;
  encodeFunctionData(functionFragment: "settle", values: [JobTermsStruct]): string;
  encodeFunctionData(functionFragment: "staking", values?: undefined): string;
  encodeFunctionData(functionFragment: "submit", values: [JobTermsStruct, BytesLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "takeOffer", values: [OfferStruct, BytesLike, TakeStruct]): string;
  encodeFunctionData(functionFragment: "vault", values?: undefined): string;

  decodeFunctionResult(functionFragment: "accept", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "cancelOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "decline", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "eip712Domain", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "expire", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "forfeit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "hashOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "jobIdOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "jobOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "orderStateOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "publishOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "registry", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "settle", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "staking", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "submit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "takeOffer", data: BytesLike): Result;
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

  cancelOffer: TypedContractMethod<[offer: OfferStruct], [void], "nonpayable">;

  decline: TypedContractMethod<[terms: JobTermsStruct, reason: string], [void], "nonpayable">;

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

  forfeit: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

  hashOffer: TypedContractMethod<[arg0: OfferStruct], [string], "view">;

  jobIdOf: TypedContractMethod<[arg0: JobTermsStruct], [string], "view">;

  jobOf: TypedContractMethod<[jobId: BytesLike], [JobStructOutput], "view">;

  orderStateOf: TypedContractMethod<[orderHash: BytesLike], [OrderStateStructOutput], "view">;

  publishOffer: TypedContractMethod<[offer: OfferStruct], [string], "nonpayable">;

  registry: TypedContractMethod<[], [string], "view">;

  settle: TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;

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

  vault: TypedContractMethod<[], [string], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(nameOrSignature: "accept"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "cancelOffer",
  ): TypedContractMethod<[offer: OfferStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "decline",
  ): TypedContractMethod<[terms: JobTermsStruct, reason: string], [void], "nonpayable">;
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
  getFunction(nameOrSignature: "forfeit"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
  getFunction(nameOrSignature: "hashOffer"): TypedContractMethod<[arg0: OfferStruct], [string], "view">;
  getFunction(nameOrSignature: "jobIdOf"): TypedContractMethod<[arg0: JobTermsStruct], [string], "view">;
  getFunction(nameOrSignature: "jobOf"): TypedContractMethod<[jobId: BytesLike], [JobStructOutput], "view">;
  getFunction(
    nameOrSignature: "orderStateOf",
  ): TypedContractMethod<[orderHash: BytesLike], [OrderStateStructOutput], "view">;
  getFunction(
    nameOrSignature: "publishOffer",
  ): TypedContractMethod<[offer: OfferStruct], [string], "nonpayable">;
  getFunction(nameOrSignature: "registry"): TypedContractMethod<[], [string], "view">;
  getFunction(nameOrSignature: "settle"): TypedContractMethod<[terms: JobTermsStruct], [void], "nonpayable">;
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
  getFunction(nameOrSignature: "vault"): TypedContractMethod<[], [string], "view">;

  getEvent(
    key: "EIP712DomainChanged",
  ): TypedContractEvent<
    EIP712DomainChangedEvent.InputTuple,
    EIP712DomainChangedEvent.OutputTuple,
    EIP712DomainChangedEvent.OutputObject
  >;
  getEvent(
    key: "JobCompleted",
  ): TypedContractEvent<
    JobCompletedEvent.InputTuple,
    JobCompletedEvent.OutputTuple,
    JobCompletedEvent.OutputObject
  >;
  getEvent(
    key: "JobDeclined",
  ): TypedContractEvent<
    JobDeclinedEvent.InputTuple,
    JobDeclinedEvent.OutputTuple,
    JobDeclinedEvent.OutputObject
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
  };
}
