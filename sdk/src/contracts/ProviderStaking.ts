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

export interface ProviderStakingInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "authorizationOf"
      | "authorize"
      | "burn"
      | "cancelThaw"
      | "claimOf"
      | "committedOf"
      | "deposit"
      | "depositWithPermit"
      | "freeOf"
      | "lock"
      | "multicall"
      | "registry"
      | "release"
      | "slash"
      | "startThaw"
      | "thawOf"
      | "thawSeconds"
      | "token"
      | "unburned"
      | "withdraw"
      | "withdrawClaim",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "ClaimWithdrawn"
      | "ServiceAuthorized"
      | "SlashCredited"
      | "StakeBurned"
      | "StakeDeposited"
      | "StakeLocked"
      | "StakeReleased"
      | "StakeSlashed"
      | "StakeWithdrawn"
      | "ThawCanceled"
      | "ThawStarted",
  ): EventFragment;

  encodeFunctionData(functionFragment: "authorizationOf", values: [AddressLike, AddressLike]): string;
  encodeFunctionData(
    functionFragment: "authorize",
    values: [AddressLike, AddressLike, BigNumberish, BigNumberish],
  ): string;
  encodeFunctionData(functionFragment: "burn", values?: undefined): string;
  encodeFunctionData(functionFragment: "cancelThaw", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "claimOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "committedOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "deposit", values: [AddressLike, BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "depositWithPermit",
    values: [AddressLike, BigNumberish, BigNumberish, BigNumberish, BytesLike, BytesLike],
  ): string;
  encodeFunctionData(functionFragment: "freeOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "lock", values: [AddressLike, BigNumberish]): string;
  encodeFunctionData(functionFragment: "multicall", values: [BytesLike[]]): string;
  encodeFunctionData(functionFragment: "registry", values?: undefined): string;
  encodeFunctionData(functionFragment: "release", values: [AddressLike, BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "slash",
    values: [AddressLike, BigNumberish, AddressLike[], BigNumberish[]],
  ): string;
  encodeFunctionData(functionFragment: "startThaw", values: [AddressLike, BigNumberish]): string;
  encodeFunctionData(functionFragment: "thawOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "thawSeconds", values?: undefined): string;
  encodeFunctionData(functionFragment: "token", values?: undefined): string;
  encodeFunctionData(functionFragment: "unburned", values?: undefined): string;
  encodeFunctionData(functionFragment: "withdraw", values: [AddressLike, AddressLike]): string;
  encodeFunctionData(functionFragment: "withdrawClaim", values: [AddressLike]): string;

  decodeFunctionResult(functionFragment: "authorizationOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "authorize", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "burn", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "cancelThaw", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "claimOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "committedOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "deposit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "depositWithPermit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "freeOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "lock", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "multicall", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "registry", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "release", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "slash", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "startThaw", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "thawOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "thawSeconds", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "token", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "unburned", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "withdraw", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "withdrawClaim", data: BytesLike): Result;
}

export namespace ClaimWithdrawnEvent {
  export type InputTuple = [account: AddressLike, to: AddressLike, amount: BigNumberish];
  export type OutputTuple = [account: string, to: string, amount: bigint];
  export interface OutputObject {
    account: string;
    to: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ServiceAuthorizedEvent {
  export type InputTuple = [
    provider: AddressLike,
    service: AddressLike,
    limit: BigNumberish,
    maxPerLock: BigNumberish,
  ];
  export type OutputTuple = [provider: string, service: string, limit: bigint, maxPerLock: bigint];
  export interface OutputObject {
    provider: string;
    service: string;
    limit: bigint;
    maxPerLock: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SlashCreditedEvent {
  export type InputTuple = [recipient: AddressLike, provider: AddressLike, amount: BigNumberish];
  export type OutputTuple = [recipient: string, provider: string, amount: bigint];
  export interface OutputObject {
    recipient: string;
    provider: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace StakeBurnedEvent {
  export type InputTuple = [amount: BigNumberish];
  export type OutputTuple = [amount: bigint];
  export interface OutputObject {
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace StakeDepositedEvent {
  export type InputTuple = [provider: AddressLike, payer: AddressLike, amount: BigNumberish];
  export type OutputTuple = [provider: string, payer: string, amount: bigint];
  export interface OutputObject {
    provider: string;
    payer: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace StakeLockedEvent {
  export type InputTuple = [provider: AddressLike, service: AddressLike, amount: BigNumberish];
  export type OutputTuple = [provider: string, service: string, amount: bigint];
  export interface OutputObject {
    provider: string;
    service: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace StakeReleasedEvent {
  export type InputTuple = [provider: AddressLike, service: AddressLike, amount: BigNumberish];
  export type OutputTuple = [provider: string, service: string, amount: bigint];
  export interface OutputObject {
    provider: string;
    service: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace StakeSlashedEvent {
  export type InputTuple = [
    provider: AddressLike,
    service: AddressLike,
    amount: BigNumberish,
    burned: BigNumberish,
  ];
  export type OutputTuple = [provider: string, service: string, amount: bigint, burned: bigint];
  export interface OutputObject {
    provider: string;
    service: string;
    amount: bigint;
    burned: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace StakeWithdrawnEvent {
  export type InputTuple = [provider: AddressLike, to: AddressLike, amount: BigNumberish];
  export type OutputTuple = [provider: string, to: string, amount: bigint];
  export interface OutputObject {
    provider: string;
    to: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ThawCanceledEvent {
  export type InputTuple = [provider: AddressLike, amount: BigNumberish];
  export type OutputTuple = [provider: string, amount: bigint];
  export interface OutputObject {
    provider: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ThawStartedEvent {
  export type InputTuple = [
    provider: AddressLike,
    amount: BigNumberish,
    thawing: BigNumberish,
    thawedAt: BigNumberish,
  ];
  export type OutputTuple = [provider: string, amount: bigint, thawing: bigint, thawedAt: bigint];
  export interface OutputObject {
    provider: string;
    amount: bigint;
    thawing: bigint;
    thawedAt: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface ProviderStaking extends BaseContract {
  connect(runner?: ContractRunner | null): ProviderStaking;
  waitForDeployment(): Promise<this>;

  interface: ProviderStakingInterface;

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

  authorizationOf: TypedContractMethod<
    [provider: AddressLike, service: AddressLike],
    [
      [bigint, bigint, bigint] & {
        limit: bigint;
        maxPerLock: bigint;
        locked: bigint;
      },
    ],
    "view"
  >;

  authorize: TypedContractMethod<
    [provider: AddressLike, service: AddressLike, limit: BigNumberish, maxPerLock: BigNumberish],
    [void],
    "nonpayable"
  >;

  burn: TypedContractMethod<[], [void], "nonpayable">;

  cancelThaw: TypedContractMethod<[provider: AddressLike], [void], "nonpayable">;

  claimOf: TypedContractMethod<[account: AddressLike], [bigint], "view">;

  committedOf: TypedContractMethod<[provider: AddressLike], [bigint], "view">;

  deposit: TypedContractMethod<[provider: AddressLike, amount: BigNumberish], [void], "nonpayable">;

  depositWithPermit: TypedContractMethod<
    [
      provider: AddressLike,
      amount: BigNumberish,
      deadlineAt: BigNumberish,
      v: BigNumberish,
      r: BytesLike,
      s: BytesLike,
    ],
    [void],
    "nonpayable"
  >;

  freeOf: TypedContractMethod<[provider: AddressLike], [bigint], "view">;

  lock: TypedContractMethod<[provider: AddressLike, amount: BigNumberish], [void], "nonpayable">;

  multicall: TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;

  registry: TypedContractMethod<[], [string], "view">;

  release: TypedContractMethod<[provider: AddressLike, amount: BigNumberish], [void], "nonpayable">;

  slash: TypedContractMethod<
    [provider: AddressLike, amount: BigNumberish, recipients: AddressLike[], amounts: BigNumberish[]],
    [void],
    "nonpayable"
  >;

  startThaw: TypedContractMethod<[provider: AddressLike, amount: BigNumberish], [void], "nonpayable">;

  thawOf: TypedContractMethod<
    [provider: AddressLike],
    [[bigint, bigint] & { thawing: bigint; thawedAt: bigint }],
    "view"
  >;

  thawSeconds: TypedContractMethod<[], [bigint], "view">;

  token: TypedContractMethod<[], [string], "view">;

  unburned: TypedContractMethod<[], [bigint], "view">;

  withdraw: TypedContractMethod<[provider: AddressLike, to: AddressLike], [void], "nonpayable">;

  withdrawClaim: TypedContractMethod<[to: AddressLike], [void], "nonpayable">;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(nameOrSignature: "authorizationOf"): TypedContractMethod<
    [provider: AddressLike, service: AddressLike],
    [
      [bigint, bigint, bigint] & {
        limit: bigint;
        maxPerLock: bigint;
        locked: bigint;
      },
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "authorize",
  ): TypedContractMethod<
    [provider: AddressLike, service: AddressLike, limit: BigNumberish, maxPerLock: BigNumberish],
    [void],
    "nonpayable"
  >;
  getFunction(nameOrSignature: "burn"): TypedContractMethod<[], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "cancelThaw",
  ): TypedContractMethod<[provider: AddressLike], [void], "nonpayable">;
  getFunction(nameOrSignature: "claimOf"): TypedContractMethod<[account: AddressLike], [bigint], "view">;
  getFunction(nameOrSignature: "committedOf"): TypedContractMethod<[provider: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "deposit",
  ): TypedContractMethod<[provider: AddressLike, amount: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "depositWithPermit",
  ): TypedContractMethod<
    [
      provider: AddressLike,
      amount: BigNumberish,
      deadlineAt: BigNumberish,
      v: BigNumberish,
      r: BytesLike,
      s: BytesLike,
    ],
    [void],
    "nonpayable"
  >;
  getFunction(nameOrSignature: "freeOf"): TypedContractMethod<[provider: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "lock",
  ): TypedContractMethod<[provider: AddressLike, amount: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "multicall",
  ): TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;
  getFunction(nameOrSignature: "registry"): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "release",
  ): TypedContractMethod<[provider: AddressLike, amount: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "slash",
  ): TypedContractMethod<
    [provider: AddressLike, amount: BigNumberish, recipients: AddressLike[], amounts: BigNumberish[]],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "startThaw",
  ): TypedContractMethod<[provider: AddressLike, amount: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "thawOf",
  ): TypedContractMethod<
    [provider: AddressLike],
    [[bigint, bigint] & { thawing: bigint; thawedAt: bigint }],
    "view"
  >;
  getFunction(nameOrSignature: "thawSeconds"): TypedContractMethod<[], [bigint], "view">;
  getFunction(nameOrSignature: "token"): TypedContractMethod<[], [string], "view">;
  getFunction(nameOrSignature: "unburned"): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "withdraw",
  ): TypedContractMethod<[provider: AddressLike, to: AddressLike], [void], "nonpayable">;
  getFunction(nameOrSignature: "withdrawClaim"): TypedContractMethod<[to: AddressLike], [void], "nonpayable">;

  getEvent(
    key: "ClaimWithdrawn",
  ): TypedContractEvent<
    ClaimWithdrawnEvent.InputTuple,
    ClaimWithdrawnEvent.OutputTuple,
    ClaimWithdrawnEvent.OutputObject
  >;
  getEvent(
    key: "ServiceAuthorized",
  ): TypedContractEvent<
    ServiceAuthorizedEvent.InputTuple,
    ServiceAuthorizedEvent.OutputTuple,
    ServiceAuthorizedEvent.OutputObject
  >;
  getEvent(
    key: "SlashCredited",
  ): TypedContractEvent<
    SlashCreditedEvent.InputTuple,
    SlashCreditedEvent.OutputTuple,
    SlashCreditedEvent.OutputObject
  >;
  getEvent(
    key: "StakeBurned",
  ): TypedContractEvent<
    StakeBurnedEvent.InputTuple,
    StakeBurnedEvent.OutputTuple,
    StakeBurnedEvent.OutputObject
  >;
  getEvent(
    key: "StakeDeposited",
  ): TypedContractEvent<
    StakeDepositedEvent.InputTuple,
    StakeDepositedEvent.OutputTuple,
    StakeDepositedEvent.OutputObject
  >;
  getEvent(
    key: "StakeLocked",
  ): TypedContractEvent<
    StakeLockedEvent.InputTuple,
    StakeLockedEvent.OutputTuple,
    StakeLockedEvent.OutputObject
  >;
  getEvent(
    key: "StakeReleased",
  ): TypedContractEvent<
    StakeReleasedEvent.InputTuple,
    StakeReleasedEvent.OutputTuple,
    StakeReleasedEvent.OutputObject
  >;
  getEvent(
    key: "StakeSlashed",
  ): TypedContractEvent<
    StakeSlashedEvent.InputTuple,
    StakeSlashedEvent.OutputTuple,
    StakeSlashedEvent.OutputObject
  >;
  getEvent(
    key: "StakeWithdrawn",
  ): TypedContractEvent<
    StakeWithdrawnEvent.InputTuple,
    StakeWithdrawnEvent.OutputTuple,
    StakeWithdrawnEvent.OutputObject
  >;
  getEvent(
    key: "ThawCanceled",
  ): TypedContractEvent<
    ThawCanceledEvent.InputTuple,
    ThawCanceledEvent.OutputTuple,
    ThawCanceledEvent.OutputObject
  >;
  getEvent(
    key: "ThawStarted",
  ): TypedContractEvent<
    ThawStartedEvent.InputTuple,
    ThawStartedEvent.OutputTuple,
    ThawStartedEvent.OutputObject
  >;

  filters: {
    "ClaimWithdrawn(address,address,uint128)": TypedContractEvent<
      ClaimWithdrawnEvent.InputTuple,
      ClaimWithdrawnEvent.OutputTuple,
      ClaimWithdrawnEvent.OutputObject
    >;
    ClaimWithdrawn: TypedContractEvent<
      ClaimWithdrawnEvent.InputTuple,
      ClaimWithdrawnEvent.OutputTuple,
      ClaimWithdrawnEvent.OutputObject
    >;

    "ServiceAuthorized(address,address,uint128,uint128)": TypedContractEvent<
      ServiceAuthorizedEvent.InputTuple,
      ServiceAuthorizedEvent.OutputTuple,
      ServiceAuthorizedEvent.OutputObject
    >;
    ServiceAuthorized: TypedContractEvent<
      ServiceAuthorizedEvent.InputTuple,
      ServiceAuthorizedEvent.OutputTuple,
      ServiceAuthorizedEvent.OutputObject
    >;

    "SlashCredited(address,address,uint128)": TypedContractEvent<
      SlashCreditedEvent.InputTuple,
      SlashCreditedEvent.OutputTuple,
      SlashCreditedEvent.OutputObject
    >;
    SlashCredited: TypedContractEvent<
      SlashCreditedEvent.InputTuple,
      SlashCreditedEvent.OutputTuple,
      SlashCreditedEvent.OutputObject
    >;

    "StakeBurned(uint128)": TypedContractEvent<
      StakeBurnedEvent.InputTuple,
      StakeBurnedEvent.OutputTuple,
      StakeBurnedEvent.OutputObject
    >;
    StakeBurned: TypedContractEvent<
      StakeBurnedEvent.InputTuple,
      StakeBurnedEvent.OutputTuple,
      StakeBurnedEvent.OutputObject
    >;

    "StakeDeposited(address,address,uint128)": TypedContractEvent<
      StakeDepositedEvent.InputTuple,
      StakeDepositedEvent.OutputTuple,
      StakeDepositedEvent.OutputObject
    >;
    StakeDeposited: TypedContractEvent<
      StakeDepositedEvent.InputTuple,
      StakeDepositedEvent.OutputTuple,
      StakeDepositedEvent.OutputObject
    >;

    "StakeLocked(address,address,uint128)": TypedContractEvent<
      StakeLockedEvent.InputTuple,
      StakeLockedEvent.OutputTuple,
      StakeLockedEvent.OutputObject
    >;
    StakeLocked: TypedContractEvent<
      StakeLockedEvent.InputTuple,
      StakeLockedEvent.OutputTuple,
      StakeLockedEvent.OutputObject
    >;

    "StakeReleased(address,address,uint128)": TypedContractEvent<
      StakeReleasedEvent.InputTuple,
      StakeReleasedEvent.OutputTuple,
      StakeReleasedEvent.OutputObject
    >;
    StakeReleased: TypedContractEvent<
      StakeReleasedEvent.InputTuple,
      StakeReleasedEvent.OutputTuple,
      StakeReleasedEvent.OutputObject
    >;

    "StakeSlashed(address,address,uint128,uint128)": TypedContractEvent<
      StakeSlashedEvent.InputTuple,
      StakeSlashedEvent.OutputTuple,
      StakeSlashedEvent.OutputObject
    >;
    StakeSlashed: TypedContractEvent<
      StakeSlashedEvent.InputTuple,
      StakeSlashedEvent.OutputTuple,
      StakeSlashedEvent.OutputObject
    >;

    "StakeWithdrawn(address,address,uint128)": TypedContractEvent<
      StakeWithdrawnEvent.InputTuple,
      StakeWithdrawnEvent.OutputTuple,
      StakeWithdrawnEvent.OutputObject
    >;
    StakeWithdrawn: TypedContractEvent<
      StakeWithdrawnEvent.InputTuple,
      StakeWithdrawnEvent.OutputTuple,
      StakeWithdrawnEvent.OutputObject
    >;

    "ThawCanceled(address,uint128)": TypedContractEvent<
      ThawCanceledEvent.InputTuple,
      ThawCanceledEvent.OutputTuple,
      ThawCanceledEvent.OutputObject
    >;
    ThawCanceled: TypedContractEvent<
      ThawCanceledEvent.InputTuple,
      ThawCanceledEvent.OutputTuple,
      ThawCanceledEvent.OutputObject
    >;

    "ThawStarted(address,uint128,uint128,uint40)": TypedContractEvent<
      ThawStartedEvent.InputTuple,
      ThawStartedEvent.OutputTuple,
      ThawStartedEvent.OutputObject
    >;
    ThawStarted: TypedContractEvent<
      ThawStartedEvent.InputTuple,
      ThawStartedEvent.OutputTuple,
      ThawStartedEvent.OutputObject
    >;
  };
}
