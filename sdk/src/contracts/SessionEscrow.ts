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

export type SessionTermsStruct = {
  payer: AddressLike;
  payerKey: AddressLike;
  provider: AddressLike;
  payout: AddressLike;
  token: AddressLike;
  expiresAt: BigNumberish;
  graceSeconds: BigNumberish;
  salt: BigNumberish;
};

export type SessionTermsStructOutput = [
  payer: string,
  payerKey: string,
  provider: string,
  payout: string,
  token: string,
  expiresAt: bigint,
  graceSeconds: bigint,
  salt: bigint,
] & {
  payer: string;
  payerKey: string;
  provider: string;
  payout: string;
  token: string;
  expiresAt: bigint;
  graceSeconds: bigint;
  salt: bigint;
};

export type RedemptionStruct = {
  terms: SessionTermsStruct;
  cumulativeAmount: BigNumberish;
  signature: BytesLike;
};

export type RedemptionStructOutput = [
  terms: SessionTermsStructOutput,
  cumulativeAmount: bigint,
  signature: string,
] & {
  terms: SessionTermsStructOutput;
  cumulativeAmount: bigint;
  signature: string;
};

export type SessionStruct = {
  state: BigNumberish;
  deposited: BigNumberish;
  redeemed: BigNumberish;
  openedBlock: BigNumberish;
  graceUntil: BigNumberish;
};

export type SessionStructOutput = [
  state: bigint,
  deposited: bigint,
  redeemed: bigint,
  openedBlock: bigint,
  graceUntil: bigint,
] & {
  state: bigint;
  deposited: bigint;
  redeemed: bigint;
  openedBlock: bigint;
  graceUntil: bigint;
};

export interface SessionEscrowInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "close"
      | "eip712Domain"
      | "hashReceipt"
      | "open"
      | "redeem"
      | "redeemMany"
      | "registry"
      | "sessionIdOf"
      | "sessionOf"
      | "startClose"
      | "topUp"
      | "vault",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "EIP712DomainChanged"
      | "ReceiptRedeemed"
      | "SessionClosed"
      | "SessionClosing"
      | "SessionOpened"
      | "SessionToppedUp",
  ): EventFragment;

  encodeFunctionData(functionFragment: "close", values: [SessionTermsStruct]): string;
  encodeFunctionData(functionFragment: "eip712Domain", values?: undefined): string;
  encodeFunctionData(functionFragment: "hashReceipt", values: [BytesLike, BigNumberish]): string;
  encodeFunctionData(functionFragment: "open", values: [SessionTermsStruct, BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "redeem",
    values: [SessionTermsStruct, BigNumberish, BytesLike],
  ): string;
  encodeFunctionData(functionFragment: "redeemMany", values: [RedemptionStruct[]]): string;
  encodeFunctionData(functionFragment: "registry", values?: undefined): string;
  encodeFunctionData(functionFragment: "sessionIdOf", values: [SessionTermsStruct]): string;
  encodeFunctionData(functionFragment: "sessionOf", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "startClose", values: [SessionTermsStruct]): string;
  encodeFunctionData(functionFragment: "topUp", values: [SessionTermsStruct, BigNumberish]): string;
  encodeFunctionData(functionFragment: "vault", values?: undefined): string;

  decodeFunctionResult(functionFragment: "close", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "eip712Domain", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "hashReceipt", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "open", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "redeem", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "redeemMany", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "registry", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "sessionIdOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "sessionOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "startClose", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "topUp", data: BytesLike): Result;
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

export namespace ReceiptRedeemedEvent {
  export type InputTuple = [
    sessionId: BytesLike,
    provider: AddressLike,
    amount: BigNumberish,
    cumulativeAmount: BigNumberish,
    redeemed: BigNumberish,
  ];
  export type OutputTuple = [
    sessionId: string,
    provider: string,
    amount: bigint,
    cumulativeAmount: bigint,
    redeemed: bigint,
  ];
  export interface OutputObject {
    sessionId: string;
    provider: string;
    amount: bigint;
    cumulativeAmount: bigint;
    redeemed: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SessionClosedEvent {
  export type InputTuple = [
    sessionId: BytesLike,
    provider: AddressLike,
    payer: AddressLike,
    caller: AddressLike,
    rest: BigNumberish,
  ];
  export type OutputTuple = [
    sessionId: string,
    provider: string,
    payer: string,
    caller: string,
    rest: bigint,
  ];
  export interface OutputObject {
    sessionId: string;
    provider: string;
    payer: string;
    caller: string;
    rest: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SessionClosingEvent {
  export type InputTuple = [
    sessionId: BytesLike,
    provider: AddressLike,
    payer: AddressLike,
    graceUntil: BigNumberish,
  ];
  export type OutputTuple = [sessionId: string, provider: string, payer: string, graceUntil: bigint];
  export interface OutputObject {
    sessionId: string;
    provider: string;
    payer: string;
    graceUntil: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SessionOpenedEvent {
  export type InputTuple = [
    sessionId: BytesLike,
    provider: AddressLike,
    payer: AddressLike,
    terms: SessionTermsStruct,
    amount: BigNumberish,
  ];
  export type OutputTuple = [
    sessionId: string,
    provider: string,
    payer: string,
    terms: SessionTermsStructOutput,
    amount: bigint,
  ];
  export interface OutputObject {
    sessionId: string;
    provider: string;
    payer: string;
    terms: SessionTermsStructOutput;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SessionToppedUpEvent {
  export type InputTuple = [
    sessionId: BytesLike,
    provider: AddressLike,
    payer: AddressLike,
    amount: BigNumberish,
    deposited: BigNumberish,
  ];
  export type OutputTuple = [
    sessionId: string,
    provider: string,
    payer: string,
    amount: bigint,
    deposited: bigint,
  ];
  export interface OutputObject {
    sessionId: string;
    provider: string;
    payer: string;
    amount: bigint;
    deposited: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface SessionEscrow extends BaseContract {
  connect(runner?: ContractRunner | null): SessionEscrow;
  waitForDeployment(): Promise<this>;

  interface: SessionEscrowInterface;

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

  close: TypedContractMethod<[terms: SessionTermsStruct], [void], "nonpayable">;

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

  hashReceipt: TypedContractMethod<[sessionId: BytesLike, cumulativeAmount: BigNumberish], [string], "view">;

  open: TypedContractMethod<[terms: SessionTermsStruct, amount: BigNumberish], [string], "nonpayable">;

  redeem: TypedContractMethod<
    [terms: SessionTermsStruct, cumulativeAmount: BigNumberish, signature: BytesLike],
    [bigint],
    "nonpayable"
  >;

  redeemMany: TypedContractMethod<[receipts: RedemptionStruct[]], [bigint], "nonpayable">;

  registry: TypedContractMethod<[], [string], "view">;

  sessionIdOf: TypedContractMethod<[terms: SessionTermsStruct], [string], "view">;

  sessionOf: TypedContractMethod<[sessionId: BytesLike], [SessionStructOutput], "view">;

  startClose: TypedContractMethod<[terms: SessionTermsStruct], [void], "nonpayable">;

  topUp: TypedContractMethod<[terms: SessionTermsStruct, amount: BigNumberish], [void], "nonpayable">;

  vault: TypedContractMethod<[], [string], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(
    nameOrSignature: "close",
  ): TypedContractMethod<[terms: SessionTermsStruct], [void], "nonpayable">;
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
  getFunction(
    nameOrSignature: "hashReceipt",
  ): TypedContractMethod<[sessionId: BytesLike, cumulativeAmount: BigNumberish], [string], "view">;
  getFunction(
    nameOrSignature: "open",
  ): TypedContractMethod<[terms: SessionTermsStruct, amount: BigNumberish], [string], "nonpayable">;
  getFunction(
    nameOrSignature: "redeem",
  ): TypedContractMethod<
    [terms: SessionTermsStruct, cumulativeAmount: BigNumberish, signature: BytesLike],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "redeemMany",
  ): TypedContractMethod<[receipts: RedemptionStruct[]], [bigint], "nonpayable">;
  getFunction(nameOrSignature: "registry"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "sessionIdOf",
  ): TypedContractMethod<[terms: SessionTermsStruct], [string], "view">;
  getFunction(
    nameOrSignature: "sessionOf",
  ): TypedContractMethod<[sessionId: BytesLike], [SessionStructOutput], "view">;
  getFunction(
    nameOrSignature: "startClose",
  ): TypedContractMethod<[terms: SessionTermsStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "topUp",
  ): TypedContractMethod<[terms: SessionTermsStruct, amount: BigNumberish], [void], "nonpayable">;
  getFunction(nameOrSignature: "vault"): TypedContractMethod<[], [string], "view">;

  getEvent(
    key: "EIP712DomainChanged",
  ): TypedContractEvent<
    EIP712DomainChangedEvent.InputTuple,
    EIP712DomainChangedEvent.OutputTuple,
    EIP712DomainChangedEvent.OutputObject
  >;
  getEvent(
    key: "ReceiptRedeemed",
  ): TypedContractEvent<
    ReceiptRedeemedEvent.InputTuple,
    ReceiptRedeemedEvent.OutputTuple,
    ReceiptRedeemedEvent.OutputObject
  >;
  getEvent(
    key: "SessionClosed",
  ): TypedContractEvent<
    SessionClosedEvent.InputTuple,
    SessionClosedEvent.OutputTuple,
    SessionClosedEvent.OutputObject
  >;
  getEvent(
    key: "SessionClosing",
  ): TypedContractEvent<
    SessionClosingEvent.InputTuple,
    SessionClosingEvent.OutputTuple,
    SessionClosingEvent.OutputObject
  >;
  getEvent(
    key: "SessionOpened",
  ): TypedContractEvent<
    SessionOpenedEvent.InputTuple,
    SessionOpenedEvent.OutputTuple,
    SessionOpenedEvent.OutputObject
  >;
  getEvent(
    key: "SessionToppedUp",
  ): TypedContractEvent<
    SessionToppedUpEvent.InputTuple,
    SessionToppedUpEvent.OutputTuple,
    SessionToppedUpEvent.OutputObject
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

    "ReceiptRedeemed(bytes32,address,uint256,uint256,uint256)": TypedContractEvent<
      ReceiptRedeemedEvent.InputTuple,
      ReceiptRedeemedEvent.OutputTuple,
      ReceiptRedeemedEvent.OutputObject
    >;
    ReceiptRedeemed: TypedContractEvent<
      ReceiptRedeemedEvent.InputTuple,
      ReceiptRedeemedEvent.OutputTuple,
      ReceiptRedeemedEvent.OutputObject
    >;

    "SessionClosed(bytes32,address,address,address,uint256)": TypedContractEvent<
      SessionClosedEvent.InputTuple,
      SessionClosedEvent.OutputTuple,
      SessionClosedEvent.OutputObject
    >;
    SessionClosed: TypedContractEvent<
      SessionClosedEvent.InputTuple,
      SessionClosedEvent.OutputTuple,
      SessionClosedEvent.OutputObject
    >;

    "SessionClosing(bytes32,address,address,uint40)": TypedContractEvent<
      SessionClosingEvent.InputTuple,
      SessionClosingEvent.OutputTuple,
      SessionClosingEvent.OutputObject
    >;
    SessionClosing: TypedContractEvent<
      SessionClosingEvent.InputTuple,
      SessionClosingEvent.OutputTuple,
      SessionClosingEvent.OutputObject
    >;

    "SessionOpened(bytes32,address,address,tuple,uint256)": TypedContractEvent<
      SessionOpenedEvent.InputTuple,
      SessionOpenedEvent.OutputTuple,
      SessionOpenedEvent.OutputObject
    >;
    SessionOpened: TypedContractEvent<
      SessionOpenedEvent.InputTuple,
      SessionOpenedEvent.OutputTuple,
      SessionOpenedEvent.OutputObject
    >;

    "SessionToppedUp(bytes32,address,address,uint256,uint256)": TypedContractEvent<
      SessionToppedUpEvent.InputTuple,
      SessionToppedUpEvent.OutputTuple,
      SessionToppedUpEvent.OutputObject
    >;
    SessionToppedUp: TypedContractEvent<
      SessionToppedUpEvent.InputTuple,
      SessionToppedUpEvent.OutputTuple,
      SessionToppedUpEvent.OutputObject
    >;
  };
}
