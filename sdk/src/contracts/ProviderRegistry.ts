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

export type MachineClaimStruct = {
  gpuModel: BytesLike;
  gpuCount: BigNumberish;
  vramMib: BigNumberish;
  region: BytesLike;
  reportDigest: BytesLike;
};

export type MachineClaimStructOutput = [
  gpuModel: string,
  gpuCount: bigint,
  vramMib: bigint,
  region: string,
  reportDigest: string,
] & {
  gpuModel: string;
  gpuCount: bigint;
  vramMib: bigint;
  region: string;
  reportDigest: string;
};

export type MachineStruct = {
  gpuModel: BytesLike;
  gpuCount: BigNumberish;
  vramMib: BigNumberish;
  region: BytesLike;
  addedBlock: BigNumberish;
  retiredAt: BigNumberish;
};

export type MachineStructOutput = [
  gpuModel: string,
  gpuCount: bigint,
  vramMib: bigint,
  region: string,
  addedBlock: bigint,
  retiredAt: bigint,
] & {
  gpuModel: string;
  gpuCount: bigint;
  vramMib: bigint;
  region: string;
  addedBlock: bigint;
  retiredAt: bigint;
};

export type ProfileStruct = {
  payout: AddressLike;
  encryptionKey: BytesLike;
  endpoint: string;
};

export type ProfileStructOutput = [payout: string, encryptionKey: string, endpoint: string] & {
  payout: string;
  encryptionKey: string;
  endpoint: string;
};

export interface ProviderRegistryInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "acceptOwnership"
      | "addMachine"
      | "authEpochOf"
      | "canOperate"
      | "canPromise"
      | "encryptionKeyOf"
      | "isOperator"
      | "machineMeets"
      | "machineOf"
      | "multicall"
      | "offerOwnership"
      | "operatorBoundOf"
      | "ownerOf"
      | "payoutOf"
      | "pendingOwnerOf"
      | "profileBlockOf"
      | "raiseAuthEpoch"
      | "register"
      | "retireMachine"
      | "setOperator"
      | "setOperatorBound"
      | "standingOf"
      | "updateProfile",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "AuthEpochRaised"
      | "MachineAdded"
      | "MachineRetired"
      | "OperatorBoundSet"
      | "OperatorSet"
      | "OwnershipOffered"
      | "OwnershipTransferred"
      | "ProfileUpdated"
      | "ProviderRegistered",
  ): EventFragment;

  encodeFunctionData(functionFragment: "acceptOwnership", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "addMachine", values: [AddressLike, MachineClaimStruct]): string;
  encodeFunctionData(functionFragment: "authEpochOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "canOperate", values: [AddressLike, AddressLike]): string;
  encodeFunctionData(
    functionFragment: "canPromise",
    values: [AddressLike, AddressLike, AddressLike, AddressLike, BigNumberish],
  ): string;
  encodeFunctionData(functionFragment: "encryptionKeyOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "isOperator", values: [AddressLike, AddressLike]): string;
  encodeFunctionData(
    functionFragment: "machineMeets",
    values: [AddressLike, BytesLike, BytesLike, BigNumberish, BigNumberish, BytesLike],
  ): string;
  encodeFunctionData(functionFragment: "machineOf", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "multicall", values: [BytesLike[]]): string;
  encodeFunctionData(functionFragment: "offerOwnership", values: [AddressLike, AddressLike]): string;
  encodeFunctionData(
    functionFragment: "operatorBoundOf",
    values: [AddressLike, AddressLike, AddressLike],
  ): string;
  encodeFunctionData(functionFragment: "ownerOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "payoutOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "pendingOwnerOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "profileBlockOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "raiseAuthEpoch", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "register", values: [ProfileStruct]): string;
  encodeFunctionData(functionFragment: "retireMachine", values: [AddressLike, BytesLike]): string;
  encodeFunctionData(functionFragment: "setOperator", values: [AddressLike, AddressLike, boolean]): string;
  encodeFunctionData(
    functionFragment: "setOperatorBound",
    values: [AddressLike, AddressLike, AddressLike, BigNumberish],
  ): string;
  encodeFunctionData(functionFragment: "standingOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "updateProfile", values: [AddressLike, ProfileStruct]): string;

  decodeFunctionResult(functionFragment: "acceptOwnership", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "addMachine", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "authEpochOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "canOperate", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "canPromise", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "encryptionKeyOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isOperator", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "machineMeets", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "machineOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "multicall", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "offerOwnership", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "operatorBoundOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "ownerOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "payoutOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "pendingOwnerOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "profileBlockOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "raiseAuthEpoch", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "register", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "retireMachine", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "setOperator", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "setOperatorBound", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "standingOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "updateProfile", data: BytesLike): Result;
}

export namespace AuthEpochRaisedEvent {
  export type InputTuple = [provider: AddressLike, authEpoch: BigNumberish];
  export type OutputTuple = [provider: string, authEpoch: bigint];
  export interface OutputObject {
    provider: string;
    authEpoch: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace MachineAddedEvent {
  export type InputTuple = [provider: AddressLike, machineId: BytesLike, claim: MachineClaimStruct];
  export type OutputTuple = [provider: string, machineId: string, claim: MachineClaimStructOutput];
  export interface OutputObject {
    provider: string;
    machineId: string;
    claim: MachineClaimStructOutput;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace MachineRetiredEvent {
  export type InputTuple = [provider: AddressLike, machineId: BytesLike];
  export type OutputTuple = [provider: string, machineId: string];
  export interface OutputObject {
    provider: string;
    machineId: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OperatorBoundSetEvent {
  export type InputTuple = [
    provider: AddressLike,
    token: AddressLike,
    adjudicator: AddressLike,
    minRatePerSecond: BigNumberish,
  ];
  export type OutputTuple = [provider: string, token: string, adjudicator: string, minRatePerSecond: bigint];
  export interface OutputObject {
    provider: string;
    token: string;
    adjudicator: string;
    minRatePerSecond: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OperatorSetEvent {
  export type InputTuple = [provider: AddressLike, operator: AddressLike, allowed: boolean];
  export type OutputTuple = [provider: string, operator: string, allowed: boolean];
  export interface OutputObject {
    provider: string;
    operator: string;
    allowed: boolean;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OwnershipOfferedEvent {
  export type InputTuple = [provider: AddressLike, owner: AddressLike, pendingOwner: AddressLike];
  export type OutputTuple = [provider: string, owner: string, pendingOwner: string];
  export interface OutputObject {
    provider: string;
    owner: string;
    pendingOwner: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OwnershipTransferredEvent {
  export type InputTuple = [provider: AddressLike, previousOwner: AddressLike, owner: AddressLike];
  export type OutputTuple = [provider: string, previousOwner: string, owner: string];
  export interface OutputObject {
    provider: string;
    previousOwner: string;
    owner: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ProfileUpdatedEvent {
  export type InputTuple = [
    provider: AddressLike,
    payout: AddressLike,
    encryptionKey: BytesLike,
    endpoint: string,
  ];
  export type OutputTuple = [provider: string, payout: string, encryptionKey: string, endpoint: string];
  export interface OutputObject {
    provider: string;
    payout: string;
    encryptionKey: string;
    endpoint: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ProviderRegisteredEvent {
  export type InputTuple = [provider: AddressLike];
  export type OutputTuple = [provider: string];
  export interface OutputObject {
    provider: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface ProviderRegistry extends BaseContract {
  connect(runner?: ContractRunner | null): ProviderRegistry;
  waitForDeployment(): Promise<this>;

  interface: ProviderRegistryInterface;

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

  acceptOwnership: TypedContractMethod<[provider: AddressLike], [void], "nonpayable">;

  addMachine: TypedContractMethod<[provider: AddressLike, claim: MachineClaimStruct], [string], "nonpayable">;

  authEpochOf: TypedContractMethod<[provider: AddressLike], [bigint], "view">;

  canOperate: TypedContractMethod<[provider: AddressLike, key: AddressLike], [boolean], "view">;

  canPromise: TypedContractMethod<
    [
      provider: AddressLike,
      key: AddressLike,
      token: AddressLike,
      adjudicator: AddressLike,
      ratePerSecond: BigNumberish,
    ],
    [boolean],
    "view"
  >;

  encryptionKeyOf: TypedContractMethod<[provider: AddressLike], [string], "view">;

  isOperator: TypedContractMethod<[provider: AddressLike, key: AddressLike], [boolean], "view">;

  machineMeets: TypedContractMethod<
    [
      provider: AddressLike,
      machineId: BytesLike,
      gpuModel: BytesLike,
      minGpuCount: BigNumberish,
      minVramMib: BigNumberish,
      region: BytesLike,
    ],
    [boolean],
    "view"
  >;

  machineOf: TypedContractMethod<
    [provider: AddressLike, machineId: BytesLike],
    [MachineStructOutput],
    "view"
  >;

  multicall: TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;

  offerOwnership: TypedContractMethod<
    [provider: AddressLike, pendingOwner: AddressLike],
    [void],
    "nonpayable"
  >;

  operatorBoundOf: TypedContractMethod<
    [provider: AddressLike, token: AddressLike, adjudicator: AddressLike],
    [bigint],
    "view"
  >;

  ownerOf: TypedContractMethod<[provider: AddressLike], [string], "view">;

  payoutOf: TypedContractMethod<[provider: AddressLike], [string], "view">;

  pendingOwnerOf: TypedContractMethod<[provider: AddressLike], [string], "view">;

  profileBlockOf: TypedContractMethod<[provider: AddressLike], [bigint], "view">;

  raiseAuthEpoch: TypedContractMethod<[provider: AddressLike], [void], "nonpayable">;

  register: TypedContractMethod<[profile: ProfileStruct], [void], "nonpayable">;

  retireMachine: TypedContractMethod<[provider: AddressLike, machineId: BytesLike], [void], "nonpayable">;

  setOperator: TypedContractMethod<
    [provider: AddressLike, operator: AddressLike, allowed: boolean],
    [void],
    "nonpayable"
  >;

  setOperatorBound: TypedContractMethod<
    [provider: AddressLike, token: AddressLike, adjudicator: AddressLike, minRatePerSecond: BigNumberish],
    [void],
    "nonpayable"
  >;

  standingOf: TypedContractMethod<
    [provider: AddressLike],
    [[bigint, string] & { authEpoch: bigint; payout: string }],
    "view"
  >;

  updateProfile: TypedContractMethod<[provider: AddressLike, profile: ProfileStruct], [void], "nonpayable">;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(
    nameOrSignature: "acceptOwnership",
  ): TypedContractMethod<[provider: AddressLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "addMachine",
  ): TypedContractMethod<[provider: AddressLike, claim: MachineClaimStruct], [string], "nonpayable">;
  getFunction(nameOrSignature: "authEpochOf"): TypedContractMethod<[provider: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "canOperate",
  ): TypedContractMethod<[provider: AddressLike, key: AddressLike], [boolean], "view">;
  getFunction(
    nameOrSignature: "canPromise",
  ): TypedContractMethod<
    [
      provider: AddressLike,
      key: AddressLike,
      token: AddressLike,
      adjudicator: AddressLike,
      ratePerSecond: BigNumberish,
    ],
    [boolean],
    "view"
  >;
  getFunction(
    nameOrSignature: "encryptionKeyOf",
  ): TypedContractMethod<[provider: AddressLike], [string], "view">;
  getFunction(
    nameOrSignature: "isOperator",
  ): TypedContractMethod<[provider: AddressLike, key: AddressLike], [boolean], "view">;
  getFunction(
    nameOrSignature: "machineMeets",
  ): TypedContractMethod<
    [
      provider: AddressLike,
      machineId: BytesLike,
      gpuModel: BytesLike,
      minGpuCount: BigNumberish,
      minVramMib: BigNumberish,
      region: BytesLike,
    ],
    [boolean],
    "view"
  >;
  getFunction(
    nameOrSignature: "machineOf",
  ): TypedContractMethod<[provider: AddressLike, machineId: BytesLike], [MachineStructOutput], "view">;
  getFunction(
    nameOrSignature: "multicall",
  ): TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;
  getFunction(
    nameOrSignature: "offerOwnership",
  ): TypedContractMethod<[provider: AddressLike, pendingOwner: AddressLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "operatorBoundOf",
  ): TypedContractMethod<
    [provider: AddressLike, token: AddressLike, adjudicator: AddressLike],
    [bigint],
    "view"
  >;
  getFunction(nameOrSignature: "ownerOf"): TypedContractMethod<[provider: AddressLike], [string], "view">;
  getFunction(nameOrSignature: "payoutOf"): TypedContractMethod<[provider: AddressLike], [string], "view">;
  getFunction(
    nameOrSignature: "pendingOwnerOf",
  ): TypedContractMethod<[provider: AddressLike], [string], "view">;
  getFunction(
    nameOrSignature: "profileBlockOf",
  ): TypedContractMethod<[provider: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "raiseAuthEpoch",
  ): TypedContractMethod<[provider: AddressLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "register",
  ): TypedContractMethod<[profile: ProfileStruct], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "retireMachine",
  ): TypedContractMethod<[provider: AddressLike, machineId: BytesLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "setOperator",
  ): TypedContractMethod<
    [provider: AddressLike, operator: AddressLike, allowed: boolean],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "setOperatorBound",
  ): TypedContractMethod<
    [provider: AddressLike, token: AddressLike, adjudicator: AddressLike, minRatePerSecond: BigNumberish],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "standingOf",
  ): TypedContractMethod<
    [provider: AddressLike],
    [[bigint, string] & { authEpoch: bigint; payout: string }],
    "view"
  >;
  getFunction(
    nameOrSignature: "updateProfile",
  ): TypedContractMethod<[provider: AddressLike, profile: ProfileStruct], [void], "nonpayable">;

  getEvent(
    key: "AuthEpochRaised",
  ): TypedContractEvent<
    AuthEpochRaisedEvent.InputTuple,
    AuthEpochRaisedEvent.OutputTuple,
    AuthEpochRaisedEvent.OutputObject
  >;
  getEvent(
    key: "MachineAdded",
  ): TypedContractEvent<
    MachineAddedEvent.InputTuple,
    MachineAddedEvent.OutputTuple,
    MachineAddedEvent.OutputObject
  >;
  getEvent(
    key: "MachineRetired",
  ): TypedContractEvent<
    MachineRetiredEvent.InputTuple,
    MachineRetiredEvent.OutputTuple,
    MachineRetiredEvent.OutputObject
  >;
  getEvent(
    key: "OperatorBoundSet",
  ): TypedContractEvent<
    OperatorBoundSetEvent.InputTuple,
    OperatorBoundSetEvent.OutputTuple,
    OperatorBoundSetEvent.OutputObject
  >;
  getEvent(
    key: "OperatorSet",
  ): TypedContractEvent<
    OperatorSetEvent.InputTuple,
    OperatorSetEvent.OutputTuple,
    OperatorSetEvent.OutputObject
  >;
  getEvent(
    key: "OwnershipOffered",
  ): TypedContractEvent<
    OwnershipOfferedEvent.InputTuple,
    OwnershipOfferedEvent.OutputTuple,
    OwnershipOfferedEvent.OutputObject
  >;
  getEvent(
    key: "OwnershipTransferred",
  ): TypedContractEvent<
    OwnershipTransferredEvent.InputTuple,
    OwnershipTransferredEvent.OutputTuple,
    OwnershipTransferredEvent.OutputObject
  >;
  getEvent(
    key: "ProfileUpdated",
  ): TypedContractEvent<
    ProfileUpdatedEvent.InputTuple,
    ProfileUpdatedEvent.OutputTuple,
    ProfileUpdatedEvent.OutputObject
  >;
  getEvent(
    key: "ProviderRegistered",
  ): TypedContractEvent<
    ProviderRegisteredEvent.InputTuple,
    ProviderRegisteredEvent.OutputTuple,
    ProviderRegisteredEvent.OutputObject
  >;

  filters: {
    "AuthEpochRaised(address,uint32)": TypedContractEvent<
      AuthEpochRaisedEvent.InputTuple,
      AuthEpochRaisedEvent.OutputTuple,
      AuthEpochRaisedEvent.OutputObject
    >;
    AuthEpochRaised: TypedContractEvent<
      AuthEpochRaisedEvent.InputTuple,
      AuthEpochRaisedEvent.OutputTuple,
      AuthEpochRaisedEvent.OutputObject
    >;

    "MachineAdded(address,bytes32,tuple)": TypedContractEvent<
      MachineAddedEvent.InputTuple,
      MachineAddedEvent.OutputTuple,
      MachineAddedEvent.OutputObject
    >;
    MachineAdded: TypedContractEvent<
      MachineAddedEvent.InputTuple,
      MachineAddedEvent.OutputTuple,
      MachineAddedEvent.OutputObject
    >;

    "MachineRetired(address,bytes32)": TypedContractEvent<
      MachineRetiredEvent.InputTuple,
      MachineRetiredEvent.OutputTuple,
      MachineRetiredEvent.OutputObject
    >;
    MachineRetired: TypedContractEvent<
      MachineRetiredEvent.InputTuple,
      MachineRetiredEvent.OutputTuple,
      MachineRetiredEvent.OutputObject
    >;

    "OperatorBoundSet(address,address,address,uint128)": TypedContractEvent<
      OperatorBoundSetEvent.InputTuple,
      OperatorBoundSetEvent.OutputTuple,
      OperatorBoundSetEvent.OutputObject
    >;
    OperatorBoundSet: TypedContractEvent<
      OperatorBoundSetEvent.InputTuple,
      OperatorBoundSetEvent.OutputTuple,
      OperatorBoundSetEvent.OutputObject
    >;

    "OperatorSet(address,address,bool)": TypedContractEvent<
      OperatorSetEvent.InputTuple,
      OperatorSetEvent.OutputTuple,
      OperatorSetEvent.OutputObject
    >;
    OperatorSet: TypedContractEvent<
      OperatorSetEvent.InputTuple,
      OperatorSetEvent.OutputTuple,
      OperatorSetEvent.OutputObject
    >;

    "OwnershipOffered(address,address,address)": TypedContractEvent<
      OwnershipOfferedEvent.InputTuple,
      OwnershipOfferedEvent.OutputTuple,
      OwnershipOfferedEvent.OutputObject
    >;
    OwnershipOffered: TypedContractEvent<
      OwnershipOfferedEvent.InputTuple,
      OwnershipOfferedEvent.OutputTuple,
      OwnershipOfferedEvent.OutputObject
    >;

    "OwnershipTransferred(address,address,address)": TypedContractEvent<
      OwnershipTransferredEvent.InputTuple,
      OwnershipTransferredEvent.OutputTuple,
      OwnershipTransferredEvent.OutputObject
    >;
    OwnershipTransferred: TypedContractEvent<
      OwnershipTransferredEvent.InputTuple,
      OwnershipTransferredEvent.OutputTuple,
      OwnershipTransferredEvent.OutputObject
    >;

    "ProfileUpdated(address,address,bytes32,string)": TypedContractEvent<
      ProfileUpdatedEvent.InputTuple,
      ProfileUpdatedEvent.OutputTuple,
      ProfileUpdatedEvent.OutputObject
    >;
    ProfileUpdated: TypedContractEvent<
      ProfileUpdatedEvent.InputTuple,
      ProfileUpdatedEvent.OutputTuple,
      ProfileUpdatedEvent.OutputObject
    >;

    "ProviderRegistered(address)": TypedContractEvent<
      ProviderRegisteredEvent.InputTuple,
      ProviderRegisteredEvent.OutputTuple,
      ProviderRegisteredEvent.OutputObject
    >;
    ProviderRegistered: TypedContractEvent<
      ProviderRegisteredEvent.InputTuple,
      ProviderRegisteredEvent.OutputTuple,
      ProviderRegisteredEvent.OutputObject
    >;
  };
}
