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

export interface PaymentVaultInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "allowance"
      | "approve"
      | "approveBySignature"
      | "balanceOf"
      | "deposit"
      | "depositWithPermit"
      | "eip712Domain"
      | "idOf"
      | "isOperator"
      | "isWithdrawer"
      | "multicall"
      | "nonces"
      | "setOperator"
      | "setWithdrawer"
      | "supportsInterface"
      | "transfer"
      | "transferFrom"
      | "withdraw"
      | "withdrawFor",
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "Approval"
      | "Deposited"
      | "EIP712DomainChanged"
      | "OperatorSet"
      | "Transfer"
      | "WithdrawerSet"
      | "Withdrawn",
  ): EventFragment;

  encodeFunctionData(functionFragment: "allowance", values: [AddressLike, AddressLike, BigNumberish]): string;
  encodeFunctionData(functionFragment: "approve", values: [AddressLike, BigNumberish, BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "approveBySignature",
    values: [AddressLike, AddressLike, BigNumberish, BigNumberish, BigNumberish, BytesLike],
  ): string;
  encodeFunctionData(functionFragment: "balanceOf", values: [AddressLike, BigNumberish]): string;
  encodeFunctionData(functionFragment: "deposit", values: [AddressLike, BigNumberish, AddressLike]): string;
  encodeFunctionData(
    functionFragment: "depositWithPermit",
    values: [AddressLike, BigNumberish, AddressLike, BigNumberish, BigNumberish, BytesLike, BytesLike],
  ): string;
  encodeFunctionData(functionFragment: "eip712Domain", values?: undefined): string;
  encodeFunctionData(functionFragment: "idOf", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "isOperator", values: [AddressLike, AddressLike]): string;
  encodeFunctionData(functionFragment: "isWithdrawer", values: [AddressLike, AddressLike]): string;
  encodeFunctionData(functionFragment: "multicall", values: [BytesLike[]]): string;
  encodeFunctionData(functionFragment: "nonces", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "setOperator", values: [AddressLike, boolean]): string;
  encodeFunctionData(functionFragment: "setWithdrawer", values: [AddressLike, boolean]): string;
  encodeFunctionData(functionFragment: "supportsInterface", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "transfer", values: [AddressLike, BigNumberish, BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "transferFrom",
    values: [AddressLike, AddressLike, BigNumberish, BigNumberish],
  ): string;
  encodeFunctionData(functionFragment: "withdraw", values: [AddressLike, BigNumberish, AddressLike]): string;
  encodeFunctionData(
    functionFragment: "withdrawFor",
    values: [AddressLike, BigNumberish, AddressLike],
  ): string;

  decodeFunctionResult(functionFragment: "allowance", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "approve", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "approveBySignature", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "balanceOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "deposit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "depositWithPermit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "eip712Domain", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "idOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isOperator", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isWithdrawer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "multicall", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "nonces", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "setOperator", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "setWithdrawer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "supportsInterface", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "transfer", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "transferFrom", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "withdraw", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "withdrawFor", data: BytesLike): Result;
}

export namespace ApprovalEvent {
  export type InputTuple = [owner: AddressLike, spender: AddressLike, id: BigNumberish, amount: BigNumberish];
  export type OutputTuple = [owner: string, spender: string, id: bigint, amount: bigint];
  export interface OutputObject {
    owner: string;
    spender: string;
    id: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace DepositedEvent {
  export type InputTuple = [token: AddressLike, payer: AddressLike, to: AddressLike, received: BigNumberish];
  export type OutputTuple = [token: string, payer: string, to: string, received: bigint];
  export interface OutputObject {
    token: string;
    payer: string;
    to: string;
    received: bigint;
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

export namespace OperatorSetEvent {
  export type InputTuple = [owner: AddressLike, spender: AddressLike, approved: boolean];
  export type OutputTuple = [owner: string, spender: string, approved: boolean];
  export interface OutputObject {
    owner: string;
    spender: string;
    approved: boolean;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace TransferEvent {
  export type InputTuple = [
    caller: AddressLike,
    sender: AddressLike,
    receiver: AddressLike,
    id: BigNumberish,
    amount: BigNumberish,
  ];
  export type OutputTuple = [caller: string, sender: string, receiver: string, id: bigint, amount: bigint];
  export interface OutputObject {
    caller: string;
    sender: string;
    receiver: string;
    id: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace WithdrawerSetEvent {
  export type InputTuple = [account: AddressLike, key: AddressLike, allowed: boolean];
  export type OutputTuple = [account: string, key: string, allowed: boolean];
  export interface OutputObject {
    account: string;
    key: string;
    allowed: boolean;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace WithdrawnEvent {
  export type InputTuple = [token: AddressLike, account: AddressLike, to: AddressLike, amount: BigNumberish];
  export type OutputTuple = [token: string, account: string, to: string, amount: bigint];
  export interface OutputObject {
    token: string;
    account: string;
    to: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface PaymentVault extends BaseContract {
  connect(runner?: ContractRunner | null): PaymentVault;
  waitForDeployment(): Promise<this>;

  interface: PaymentVaultInterface;

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

  allowance: TypedContractMethod<
    [owner: AddressLike, spender: AddressLike, id: BigNumberish],
    [bigint],
    "view"
  >;

  approve: TypedContractMethod<
    [spender: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;

  approveBySignature: TypedContractMethod<
    [
      owner: AddressLike,
      spender: AddressLike,
      id: BigNumberish,
      amount: BigNumberish,
      deadlineAt: BigNumberish,
      signature: BytesLike,
    ],
    [void],
    "nonpayable"
  >;

  balanceOf: TypedContractMethod<[owner: AddressLike, id: BigNumberish], [bigint], "view">;

  deposit: TypedContractMethod<
    [token: AddressLike, amount: BigNumberish, to: AddressLike],
    [bigint],
    "nonpayable"
  >;

  depositWithPermit: TypedContractMethod<
    [
      token: AddressLike,
      amount: BigNumberish,
      to: AddressLike,
      deadlineAt: BigNumberish,
      v: BigNumberish,
      r: BytesLike,
      s: BytesLike,
    ],
    [bigint],
    "nonpayable"
  >;

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

  idOf: TypedContractMethod<[token: AddressLike], [bigint], "view">;

  isOperator: TypedContractMethod<[owner: AddressLike, spender: AddressLike], [boolean], "view">;

  isWithdrawer: TypedContractMethod<[account: AddressLike, key: AddressLike], [boolean], "view">;

  multicall: TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;

  nonces: TypedContractMethod<[owner: AddressLike], [bigint], "view">;

  setOperator: TypedContractMethod<[spender: AddressLike, approved: boolean], [boolean], "nonpayable">;

  setWithdrawer: TypedContractMethod<[key: AddressLike, allowed: boolean], [void], "nonpayable">;

  supportsInterface: TypedContractMethod<[interfaceId: BytesLike], [boolean], "view">;

  transfer: TypedContractMethod<
    [receiver: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;

  transferFrom: TypedContractMethod<
    [sender: AddressLike, receiver: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;

  withdraw: TypedContractMethod<
    [token: AddressLike, amount: BigNumberish, to: AddressLike],
    [void],
    "nonpayable"
  >;

  withdrawFor: TypedContractMethod<
    [token: AddressLike, amount: BigNumberish, account: AddressLike],
    [void],
    "nonpayable"
  >;

  getFunction<T extends ContractMethod = ContractMethod>(key: string | FunctionFragment): T;

  getFunction(
    nameOrSignature: "allowance",
  ): TypedContractMethod<[owner: AddressLike, spender: AddressLike, id: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "approve",
  ): TypedContractMethod<
    [spender: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "approveBySignature",
  ): TypedContractMethod<
    [
      owner: AddressLike,
      spender: AddressLike,
      id: BigNumberish,
      amount: BigNumberish,
      deadlineAt: BigNumberish,
      signature: BytesLike,
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "balanceOf",
  ): TypedContractMethod<[owner: AddressLike, id: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "deposit",
  ): TypedContractMethod<[token: AddressLike, amount: BigNumberish, to: AddressLike], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "depositWithPermit",
  ): TypedContractMethod<
    [
      token: AddressLike,
      amount: BigNumberish,
      to: AddressLike,
      deadlineAt: BigNumberish,
      v: BigNumberish,
      r: BytesLike,
      s: BytesLike,
    ],
    [bigint],
    "nonpayable"
  >;
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
  getFunction(nameOrSignature: "idOf"): TypedContractMethod<[token: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "isOperator",
  ): TypedContractMethod<[owner: AddressLike, spender: AddressLike], [boolean], "view">;
  getFunction(
    nameOrSignature: "isWithdrawer",
  ): TypedContractMethod<[account: AddressLike, key: AddressLike], [boolean], "view">;
  getFunction(
    nameOrSignature: "multicall",
  ): TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;
  getFunction(nameOrSignature: "nonces"): TypedContractMethod<[owner: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "setOperator",
  ): TypedContractMethod<[spender: AddressLike, approved: boolean], [boolean], "nonpayable">;
  getFunction(
    nameOrSignature: "setWithdrawer",
  ): TypedContractMethod<[key: AddressLike, allowed: boolean], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "supportsInterface",
  ): TypedContractMethod<[interfaceId: BytesLike], [boolean], "view">;
  getFunction(
    nameOrSignature: "transfer",
  ): TypedContractMethod<
    [receiver: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "transferFrom",
  ): TypedContractMethod<
    [sender: AddressLike, receiver: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "withdraw",
  ): TypedContractMethod<[token: AddressLike, amount: BigNumberish, to: AddressLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "withdrawFor",
  ): TypedContractMethod<
    [token: AddressLike, amount: BigNumberish, account: AddressLike],
    [void],
    "nonpayable"
  >;

  getEvent(
    key: "Approval",
  ): TypedContractEvent<ApprovalEvent.InputTuple, ApprovalEvent.OutputTuple, ApprovalEvent.OutputObject>;
  getEvent(
    key: "Deposited",
  ): TypedContractEvent<DepositedEvent.InputTuple, DepositedEvent.OutputTuple, DepositedEvent.OutputObject>;
  getEvent(
    key: "EIP712DomainChanged",
  ): TypedContractEvent<
    EIP712DomainChangedEvent.InputTuple,
    EIP712DomainChangedEvent.OutputTuple,
    EIP712DomainChangedEvent.OutputObject
  >;
  getEvent(
    key: "OperatorSet",
  ): TypedContractEvent<
    OperatorSetEvent.InputTuple,
    OperatorSetEvent.OutputTuple,
    OperatorSetEvent.OutputObject
  >;
  getEvent(
    key: "Transfer",
  ): TypedContractEvent<TransferEvent.InputTuple, TransferEvent.OutputTuple, TransferEvent.OutputObject>;
  getEvent(
    key: "WithdrawerSet",
  ): TypedContractEvent<
    WithdrawerSetEvent.InputTuple,
    WithdrawerSetEvent.OutputTuple,
    WithdrawerSetEvent.OutputObject
  >;
  getEvent(
    key: "Withdrawn",
  ): TypedContractEvent<WithdrawnEvent.InputTuple, WithdrawnEvent.OutputTuple, WithdrawnEvent.OutputObject>;

  filters: {
    "Approval(address,address,uint256,uint256)": TypedContractEvent<
      ApprovalEvent.InputTuple,
      ApprovalEvent.OutputTuple,
      ApprovalEvent.OutputObject
    >;
    Approval: TypedContractEvent<
      ApprovalEvent.InputTuple,
      ApprovalEvent.OutputTuple,
      ApprovalEvent.OutputObject
    >;

    "Deposited(address,address,address,uint256)": TypedContractEvent<
      DepositedEvent.InputTuple,
      DepositedEvent.OutputTuple,
      DepositedEvent.OutputObject
    >;
    Deposited: TypedContractEvent<
      DepositedEvent.InputTuple,
      DepositedEvent.OutputTuple,
      DepositedEvent.OutputObject
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

    "Transfer(address,address,address,uint256,uint256)": TypedContractEvent<
      TransferEvent.InputTuple,
      TransferEvent.OutputTuple,
      TransferEvent.OutputObject
    >;
    Transfer: TypedContractEvent<
      TransferEvent.InputTuple,
      TransferEvent.OutputTuple,
      TransferEvent.OutputObject
    >;

    "WithdrawerSet(address,address,bool)": TypedContractEvent<
      WithdrawerSetEvent.InputTuple,
      WithdrawerSetEvent.OutputTuple,
      WithdrawerSetEvent.OutputObject
    >;
    WithdrawerSet: TypedContractEvent<
      WithdrawerSetEvent.InputTuple,
      WithdrawerSetEvent.OutputTuple,
      WithdrawerSetEvent.OutputObject
    >;

    "Withdrawn(address,address,address,uint256)": TypedContractEvent<
      WithdrawnEvent.InputTuple,
      WithdrawnEvent.OutputTuple,
      WithdrawnEvent.OutputObject
    >;
    Withdrawn: TypedContractEvent<
      WithdrawnEvent.InputTuple,
      WithdrawnEvent.OutputTuple,
      WithdrawnEvent.OutputObject
    >;
  };
}
