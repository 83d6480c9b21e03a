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

export type LeaseTermsStruct = {
  orderHash: BytesLike;
  fill: BigNumberish;
  client: AddressLike;
  provider: AddressLike;
  payout: AddressLike;
  token: AddressLike;
  ratePerSecond: BigNumberish;
  openedAt: BigNumberish;
  leaseSeconds: BigNumberish;
  graceSeconds: BigNumberish;
};

export type LeaseTermsStructOutput = [
  orderHash: string,
  fill: bigint,
  client: string,
  provider: string,
  payout: string,
  token: string,
  ratePerSecond: bigint,
  openedAt: bigint,
  leaseSeconds: bigint,
  graceSeconds: bigint,
] & {
  orderHash: string;
  fill: bigint;
  client: string;
  provider: string;
  payout: string;
  token: string;
  ratePerSecond: bigint;
  openedAt: bigint;
  leaseSeconds: bigint;
  graceSeconds: bigint;
};

export type LeaseOfferStruct = {
  provider: AddressLike;
  taker: AddressLike;
  token: AddressLike;
  ratePerSecond: BigNumberish;
  minFundedSeconds: BigNumberish;
  maxLeaseSeconds: BigNumberish;
  graceSeconds: BigNumberish;
  slots: BigNumberish;
  maxFills: BigNumberish;
  expiresAt: BigNumberish;
  authEpoch: BigNumberish;
  machineId: BytesLike;
  tag: BytesLike;
  salt: BigNumberish;
};

export type LeaseOfferStructOutput = [
  provider: string,
  taker: string,
  token: string,
  ratePerSecond: bigint,
  minFundedSeconds: bigint,
  maxLeaseSeconds: bigint,
  graceSeconds: bigint,
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
  ratePerSecond: bigint;
  minFundedSeconds: bigint;
  maxLeaseSeconds: bigint;
  graceSeconds: bigint;
  slots: bigint;
  maxFills: bigint;
  expiresAt: bigint;
  authEpoch: bigint;
  machineId: string;
  tag: string;
  salt: bigint;
};

export type LeaseStruct = {
  state: BigNumberish;
  openedBlock: BigNumberish;
  seenAt: BigNumberish;
  fundedSeconds: BigNumberish;
  servedSeconds: BigNumberish;
  paidSeconds: BigNumberish;
};

export type LeaseStructOutput = [
  state: bigint,
  openedBlock: bigint,
  seenAt: bigint,
  fundedSeconds: bigint,
  servedSeconds: bigint,
  paidSeconds: bigint,
] & {
  state: bigint;
  openedBlock: bigint;
  seenAt: bigint;
  fundedSeconds: bigint;
  servedSeconds: bigint;
  paidSeconds: bigint;
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

export interface LeaseEscrowInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "accruedOf"
      | "cancelOffer"
      | "checkIn"
      | "checkInMany"
      | "close"
      | "eip712Domain"
      | "hashOffer"
      | "leaseIdOf"
      | "leaseOf"
      | "open"
      | "orderStateOf"
      | "publishOffer"
      | "registry"
      | "topUp"
      | "vault"
      | "withdraw",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "EIP712DomainChanged"
      | "LeaseCheckedIn"
      | "LeaseClosed"
      | "LeaseOpened"
      | "LeaseTagged"
      | "LeaseToppedUp"
      | "LeaseWithdrawn"
      | "OfferCanceled"
      | "OfferPublished",
  ): EventFragment;

  encodeFunctionData(functionFragment: "accruedOf", values: [LeaseTermsStruct]): string;
  encodeFunctionData(functionFragment: "cancelOffer", values: [LeaseOfferStruct]): string;
  encodeFunctionData(functionFragment: "checkIn", values: [LeaseTermsStruct]): string;
  encodeFunctionData(functionFragment: "checkInMany", values: [LeaseTermsStruct[]]): string;
  encodeFunctionData(functionFragment: "close", values: [LeaseTermsStruct]): string;
  encodeFunctionData(functionFragment: "eip712Domain", values?: undefined): string;
  encodeFunctionData(functionFragment: "hashOffer", values: [LeaseOfferStruct]): string;
  encodeFunctionData(functionFragment: "leaseIdOf", values: [LeaseTermsStruct]): string;
  encodeFunctionData(functionFragment: "leaseOf", values: [BytesLike]): string;
  encodeFunctionData(
    functionFragment: "open",
    values: [LeaseOfferStruct, BytesLike, BigNumberish, BigNumberish],
  ): string;
  encodeFunctionData(functionFragment: "orderStateOf", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "publishOffer", values: [LeaseOfferStruct]): string;
  encodeFunctionData(functionFragment: "registry", values?: undefined): string;
  encodeFunctionData(functionFragment: "topUp", values: [LeaseTermsStruct, BigNumberish]): string;
  encodeFunctionData(functionFragment: "vault", values?: undefined): string;
  encodeFunctionData(functionFragment: "withdraw", values: [LeaseTermsStruct]): string;

  decodeFunctionResult(functionFragment: "accruedOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "cancelOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "checkIn", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "checkInMany", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "close", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "eip712Domain", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "hashOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "leaseIdOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "leaseOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "open", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "orderStateOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "publishOffer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "registry", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "topUp", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "vault", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "withdraw", data: BytesLike): Result;
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

export namespace LeaseCheckedInEvent {
  export type InputTuple = [leaseId: BytesLike, provider: AddressLike, servedSeconds: BigNumberish];
  export type OutputTuple = [leaseId: string, provider: string, servedSeconds: bigint];
  export interface OutputObject {
    leaseId: string;
    provider: string;
    servedSeconds: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace LeaseClosedEvent {
  export type InputTuple = [
    leaseId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    caller: AddressLike,
    amount: BigNumberish,
    rest: BigNumberish,
    servedSeconds: BigNumberish,
  ];
  export type OutputTuple = [
    leaseId: string,
    provider: string,
    client: string,
    caller: string,
    amount: bigint,
    rest: bigint,
    servedSeconds: bigint,
  ];
  export interface OutputObject {
    leaseId: string;
    provider: string;
    client: string;
    caller: string;
    amount: bigint;
    rest: bigint;
    servedSeconds: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace LeaseOpenedEvent {
  export type InputTuple = [
    leaseId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    terms: LeaseTermsStruct,
    fundedSeconds: BigNumberish,
    machineId: BytesLike,
  ];
  export type OutputTuple = [
    leaseId: string,
    provider: string,
    client: string,
    terms: LeaseTermsStructOutput,
    fundedSeconds: bigint,
    machineId: string,
  ];
  export interface OutputObject {
    leaseId: string;
    provider: string;
    client: string;
    terms: LeaseTermsStructOutput;
    fundedSeconds: bigint;
    machineId: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace LeaseTaggedEvent {
  export type InputTuple = [tag: BytesLike, leaseId: BytesLike];
  export type OutputTuple = [tag: string, leaseId: string];
  export interface OutputObject {
    tag: string;
    leaseId: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace LeaseToppedUpEvent {
  export type InputTuple = [
    leaseId: BytesLike,
    provider: AddressLike,
    client: AddressLike,
    extraSeconds: BigNumberish,
    fundedSeconds: BigNumberish,
  ];
  export type OutputTuple = [
    leaseId: string,
    provider: string,
    client: string,
    extraSeconds: bigint,
    fundedSeconds: bigint,
  ];
  export interface OutputObject {
    leaseId: string;
    provider: string;
    client: string;
    extraSeconds: bigint;
    fundedSeconds: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace LeaseWithdrawnEvent {
  export type InputTuple = [
    leaseId: BytesLike,
    provider: AddressLike,
    amount: BigNumberish,
    paidSeconds: BigNumberish,
  ];
  export type OutputTuple = [leaseId: string, provider: string, amount: bigint, paidSeconds: bigint];
  export interface OutputObject {
    leaseId: string;
    provider: string;
    amount: bigint;
    paidSeconds: bigint;
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
  export type InputTuple = [
    orderHash: BytesLike,
    provider: AddressLike,
    tag: BytesLike,
    offer: LeaseOfferStruct,
  ];
  export type OutputTuple = [orderHash: string, provider: string, tag: string, offer: LeaseOfferStructOutput];
  export interface OutputObject {
    orderHash: string;
    provider: string;
    tag: string;
    offer: LeaseOfferStructOutput;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface LeaseEscrow extends BaseContract {
  connect(runner?: ContractRunner | null): LeaseEscrow;
  waitForDeployment(): Promise<this>;

  interface: LeaseEscrowInterface;

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

  accruedOf: TypedContractMethod<
    [terms: LeaseTermsStruct],
    [[bigint, bigint] & { servedSeconds: bigint; earnedAmount: bigint }],
    "view"
  >;

  cancelOffer: TypedContractMethod<[offer: LeaseOfferStruct], [void], "nonpayable">;

  checkIn: TypedContractMethod<[terms: LeaseTermsStruct], [void], "nonpayable">;

  checkInMany: TypedContractMethod<[leases: LeaseTermsStruct[]], [bigint], "nonpayable">;

  close: TypedContractMethod<[terms: LeaseTermsStruct], [void], "nonpayable">;

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

  hashOffer: TypedContractMethod<[offer: LeaseOfferStruct], [string], "view">;

  leaseIdOf: TypedContractMethod<[terms: LeaseTermsStruct], [string], "view">;

  leaseOf: TypedContractMethod<[leaseId: BytesLike], [LeaseStructOutput], "view">;

  open: TypedContractMethod<
    [offer: LeaseOfferStruct, signature: BytesLike, leaseSeconds: BigNumberish, fundedSeconds: BigNumberish],
    [string],
    "nonpayable"
  >;

  orderStateOf: TypedContractMethod<[orderHash: BytesLike], [OrderStateStructOutput], "view">;

  publishOffer: TypedContractMethod<[offer: LeaseOfferStruct], [string], "nonpayable">;

  registry: TypedContractMethod<[], [string], "view">;

  topUp: TypedContractMethod<[terms: LeaseTermsStruct, extraSeconds: BigNumberish], [void], "nonpayable">;

  vault: TypedContractMethod<[], [string], "view">;

  withdraw: TypedContractMethod<[terms: LeaseTermsStruct], [bigint], "nonpayable">;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(
    nameOrSignature: "accruedOf",
  ): TypedContractMethod<
    [terms: LeaseTermsStruct],
    [[bigint, bigint] & { servedSeconds: bigint; earnedAmount: bigint }],
    "view"
  >;
  getFunction(
    nameOrSignature: "cancelOffer",
  ): TypedContractMethod<[offer: LeaseOfferStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "checkIn",
  ): TypedContractMethod<[terms: LeaseTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "checkInMany",
  ): TypedContractMethod<[leases: LeaseTermsStruct[]], [bigint], "nonpayable">;
  getFunction(nameOrSignature: "close"): TypedContractMethod<[terms: LeaseTermsStruct], [void], "nonpayable">;
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
  getFunction(nameOrSignature: "hashOffer"): TypedContractMethod<[offer: LeaseOfferStruct], [string], "view">;
  getFunction(nameOrSignature: "leaseIdOf"): TypedContractMethod<[terms: LeaseTermsStruct], [string], "view">;
  getFunction(
    nameOrSignature: "leaseOf",
  ): TypedContractMethod<[leaseId: BytesLike], [LeaseStructOutput], "view">;
  getFunction(
    nameOrSignature: "open",
  ): TypedContractMethod<
    [offer: LeaseOfferStruct, signature: BytesLike, leaseSeconds: BigNumberish, fundedSeconds: BigNumberish],
    [string],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "orderStateOf",
  ): TypedContractMethod<[orderHash: BytesLike], [OrderStateStructOutput], "view">;
  getFunction(
    nameOrSignature: "publishOffer",
  ): TypedContractMethod<[offer: LeaseOfferStruct], [string], "nonpayable">;
  getFunction(nameOrSignature: "registry"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "topUp",
  ): TypedContractMethod<[terms: LeaseTermsStruct, extraSeconds: BigNumberish], [void], "nonpayable">;
  getFunction(nameOrSignature: "vault"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "withdraw",
  ): TypedContractMethod<[terms: LeaseTermsStruct], [bigint], "nonpayable">;

  getEvent(
    key: "EIP712DomainChanged",
  ): TypedContractEvent<
    EIP712DomainChangedEvent.InputTuple,
    EIP712DomainChangedEvent.OutputTuple,
    EIP712DomainChangedEvent.OutputObject
  >;
  getEvent(
    key: "LeaseCheckedIn",
  ): TypedContractEvent<
    LeaseCheckedInEvent.InputTuple,
    LeaseCheckedInEvent.OutputTuple,
    LeaseCheckedInEvent.OutputObject
  >;
  getEvent(
    key: "LeaseClosed",
  ): TypedContractEvent<
    LeaseClosedEvent.InputTuple,
    LeaseClosedEvent.OutputTuple,
    LeaseClosedEvent.OutputObject
  >;
  getEvent(
    key: "LeaseOpened",
  ): TypedContractEvent<
    LeaseOpenedEvent.InputTuple,
    LeaseOpenedEvent.OutputTuple,
    LeaseOpenedEvent.OutputObject
  >;
  getEvent(
    key: "LeaseTagged",
  ): TypedContractEvent<
    LeaseTaggedEvent.InputTuple,
    LeaseTaggedEvent.OutputTuple,
    LeaseTaggedEvent.OutputObject
  >;
  getEvent(
    key: "LeaseToppedUp",
  ): TypedContractEvent<
    LeaseToppedUpEvent.InputTuple,
    LeaseToppedUpEvent.OutputTuple,
    LeaseToppedUpEvent.OutputObject
  >;
  getEvent(
    key: "LeaseWithdrawn",
  ): TypedContractEvent<
    LeaseWithdrawnEvent.InputTuple,
    LeaseWithdrawnEvent.OutputTuple,
    LeaseWithdrawnEvent.OutputObject
  >;
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

    "LeaseCheckedIn(bytes32,address,uint32)": TypedContractEvent<
      LeaseCheckedInEvent.InputTuple,
      LeaseCheckedInEvent.OutputTuple,
      LeaseCheckedInEvent.OutputObject
    >;
    LeaseCheckedIn: TypedContractEvent<
      LeaseCheckedInEvent.InputTuple,
      LeaseCheckedInEvent.OutputTuple,
      LeaseCheckedInEvent.OutputObject
    >;

    "LeaseClosed(bytes32,address,address,address,uint256,uint256,uint32)": TypedContractEvent<
      LeaseClosedEvent.InputTuple,
      LeaseClosedEvent.OutputTuple,
      LeaseClosedEvent.OutputObject
    >;
    LeaseClosed: TypedContractEvent<
      LeaseClosedEvent.InputTuple,
      LeaseClosedEvent.OutputTuple,
      LeaseClosedEvent.OutputObject
    >;

    "LeaseOpened(bytes32,address,address,tuple,uint32,bytes32)": TypedContractEvent<
      LeaseOpenedEvent.InputTuple,
      LeaseOpenedEvent.OutputTuple,
      LeaseOpenedEvent.OutputObject
    >;
    LeaseOpened: TypedContractEvent<
      LeaseOpenedEvent.InputTuple,
      LeaseOpenedEvent.OutputTuple,
      LeaseOpenedEvent.OutputObject
    >;

    "LeaseTagged(bytes32,bytes32)": TypedContractEvent<
      LeaseTaggedEvent.InputTuple,
      LeaseTaggedEvent.OutputTuple,
      LeaseTaggedEvent.OutputObject
    >;
    LeaseTagged: TypedContractEvent<
      LeaseTaggedEvent.InputTuple,
      LeaseTaggedEvent.OutputTuple,
      LeaseTaggedEvent.OutputObject
    >;

    "LeaseToppedUp(bytes32,address,address,uint32,uint32)": TypedContractEvent<
      LeaseToppedUpEvent.InputTuple,
      LeaseToppedUpEvent.OutputTuple,
      LeaseToppedUpEvent.OutputObject
    >;
    LeaseToppedUp: TypedContractEvent<
      LeaseToppedUpEvent.InputTuple,
      LeaseToppedUpEvent.OutputTuple,
      LeaseToppedUpEvent.OutputObject
    >;

    "LeaseWithdrawn(bytes32,address,uint256,uint32)": TypedContractEvent<
      LeaseWithdrawnEvent.InputTuple,
      LeaseWithdrawnEvent.OutputTuple,
      LeaseWithdrawnEvent.OutputObject
    >;
    LeaseWithdrawn: TypedContractEvent<
      LeaseWithdrawnEvent.InputTuple,
      LeaseWithdrawnEvent.OutputTuple,
      LeaseWithdrawnEvent.OutputObject
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
