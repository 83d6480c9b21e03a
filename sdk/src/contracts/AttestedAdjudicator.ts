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

export type DocketStruct = {
  client: AddressLike;
  rulingUntil: BigNumberish;
  state: BigNumberish;
  ruling: BigNumberish;
  token: AddressLike;
  fee: BigNumberish;
};

export type DocketStructOutput = [
  client: string,
  rulingUntil: bigint,
  state: bigint,
  ruling: bigint,
  token: string,
  fee: bigint,
] & {
  client: string;
  rulingUntil: bigint;
  state: bigint;
  ruling: bigint;
  token: string;
  fee: bigint;
};

export type AttestationStruct = { signer: AddressLike; signature: BytesLike };

export type AttestationStructOutput = [signer: string, signature: string] & {
  signer: string;
  signature: string;
};

export interface AttestedAdjudicatorInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "closeCase"
      | "docketOf"
      | "eip712Domain"
      | "isSigner"
      | "openCase"
      | "returnFee"
      | "rule"
      | "rulingOf"
      | "threshold"
      | "vault",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      "CaseClosed" | "CaseConceded" | "CaseOpened" | "CaseRuled" | "EIP712DomainChanged",
  ): EventFragment;

  encodeFunctionData(functionFragment: "closeCase", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "docketOf", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "eip712Domain", values?: undefined): string;
  encodeFunctionData(functionFragment: "isSigner", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "openCase", values: [CaseStruct]): string;
  encodeFunctionData(functionFragment: "returnFee", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(
    functionFragment: "rule",
    values: [AddressLike, BytesLike, boolean, AttestationStruct[]],
  ): string;
  encodeFunctionData(functionFragment: "rulingOf", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "threshold", values?: undefined): string;
  encodeFunctionData(functionFragment: "vault", values?: undefined): string;

  decodeFunctionResult(functionFragment: "closeCase", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "docketOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "eip712Domain", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isSigner", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "openCase", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "returnFee", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rule", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rulingOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "threshold", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "vault", data: BytesLike): Result;
}

export namespace CaseClosedEvent {
  export type InputTuple = [market: AddressLike, caseId: BytesLike, client: AddressLike, fee: BigNumberish];
  export type OutputTuple = [market: string, caseId: string, client: string, fee: bigint];
  export interface OutputObject {
    market: string;
    caseId: string;
    client: string;
    fee: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
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

export namespace CaseOpenedEvent {
  export type InputTuple = [market: AddressLike, caseId: BytesLike, openedCase: CaseStruct];
  export type OutputTuple = [market: string, caseId: string, openedCase: CaseStructOutput];
  export interface OutputObject {
    market: string;
    caseId: string;
    openedCase: CaseStructOutput;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace CaseRuledEvent {
  export type InputTuple = [
    market: AddressLike,
    caseId: BytesLike,
    ruling: BigNumberish,
    signers: AddressLike[],
  ];
  export type OutputTuple = [market: string, caseId: string, ruling: bigint, signers: string[]];
  export interface OutputObject {
    market: string;
    caseId: string;
    ruling: bigint;
    signers: string[];
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
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

export interface AttestedAdjudicator extends BaseContract {
  connect(runner?: ContractRunner | null): AttestedAdjudicator;
  waitForDeployment(): Promise<this>;

  interface: AttestedAdjudicatorInterface;

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

  closeCase: TypedContractMethod<[caseId: BytesLike], [void], "nonpayable">;

  docketOf: TypedContractMethod<[market: AddressLike, caseId: BytesLike], [DocketStructOutput], "view">;

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

  isSigner: TypedContractMethod<[account: AddressLike], [boolean], "view">;

  openCase: TypedContractMethod<[openedCase: CaseStruct], [void], "nonpayable">;

  returnFee: TypedContractMethod<[market: AddressLike, caseId: BytesLike], [void], "nonpayable">;

  rule: TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, providerRight: boolean, attestations: AttestationStruct[]],
    [void],
    "nonpayable"
  >;

  rulingOf: TypedContractMethod<[market: AddressLike, caseId: BytesLike], [bigint], "view">;

  threshold: TypedContractMethod<[], [bigint], "view">;

  vault: TypedContractMethod<[], [string], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(nameOrSignature: "closeCase"): TypedContractMethod<[caseId: BytesLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "docketOf",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike], [DocketStructOutput], "view">;
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
  getFunction(nameOrSignature: "isSigner"): TypedContractMethod<[account: AddressLike], [boolean], "view">;
  getFunction(
    nameOrSignature: "openCase",
  ): TypedContractMethod<[openedCase: CaseStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "returnFee",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "rule",
  ): TypedContractMethod<
    [market: AddressLike, caseId: BytesLike, providerRight: boolean, attestations: AttestationStruct[]],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "rulingOf",
  ): TypedContractMethod<[market: AddressLike, caseId: BytesLike], [bigint], "view">;
  getFunction(nameOrSignature: "threshold"): TypedContractMethod<[], [bigint], "view">;
  getFunction(nameOrSignature: "vault"): TypedContractMethod<[], [string], "view">;

  getEvent(
    key: "CaseClosed",
  ): TypedContractEvent<
    CaseClosedEvent.InputTuple,
    CaseClosedEvent.OutputTuple,
    CaseClosedEvent.OutputObject
  >;
  getEvent(
    key: "CaseConceded",
  ): TypedContractEvent<
    CaseConcededEvent.InputTuple,
    CaseConcededEvent.OutputTuple,
    CaseConcededEvent.OutputObject
  >;
  getEvent(
    key: "CaseOpened",
  ): TypedContractEvent<
    CaseOpenedEvent.InputTuple,
    CaseOpenedEvent.OutputTuple,
    CaseOpenedEvent.OutputObject
  >;
  getEvent(
    key: "CaseRuled",
  ): TypedContractEvent<CaseRuledEvent.InputTuple, CaseRuledEvent.OutputTuple, CaseRuledEvent.OutputObject>;
  getEvent(
    key: "EIP712DomainChanged",
  ): TypedContractEvent<
    EIP712DomainChangedEvent.InputTuple,
    EIP712DomainChangedEvent.OutputTuple,
    EIP712DomainChangedEvent.OutputObject
  >;

  filters: {
    "CaseClosed(address,bytes32,address,uint256)": TypedContractEvent<
      CaseClosedEvent.InputTuple,
      CaseClosedEvent.OutputTuple,
      CaseClosedEvent.OutputObject
    >;
    CaseClosed: TypedContractEvent<
      CaseClosedEvent.InputTuple,
      CaseClosedEvent.OutputTuple,
      CaseClosedEvent.OutputObject
    >;

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

    "CaseOpened(address,bytes32,tuple)": TypedContractEvent<
      CaseOpenedEvent.InputTuple,
      CaseOpenedEvent.OutputTuple,
      CaseOpenedEvent.OutputObject
    >;
    CaseOpened: TypedContractEvent<
      CaseOpenedEvent.InputTuple,
      CaseOpenedEvent.OutputTuple,
      CaseOpenedEvent.OutputObject
    >;

    "CaseRuled(address,bytes32,uint8,address[])": TypedContractEvent<
      CaseRuledEvent.InputTuple,
      CaseRuledEvent.OutputTuple,
      CaseRuledEvent.OutputObject
    >;
    CaseRuled: TypedContractEvent<
      CaseRuledEvent.InputTuple,
      CaseRuledEvent.OutputTuple,
      CaseRuledEvent.OutputObject
    >;

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
  };
}
