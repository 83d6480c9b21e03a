// Generated from the contracts by `npm run generate`; do not edit.

import { Contract, Interface, type ContractRunner } from "ethers";
import type { ProviderRegistry, ProviderRegistryInterface } from "../ProviderRegistry.ts";

const _abi = [
  {
    inputs: [
      {
        internalType: "address",
        name: "target",
        type: "address",
      },
    ],
    name: "AddressEmptyCode",
    type: "error",
  },
  {
    inputs: [],
    name: "FailedCall",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "ProviderRegistry_AlreadyRegistered",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "ProviderRegistry_EncryptionKeyZero",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "gpuModel",
        type: "bytes32",
      },
      {
        internalType: "uint16",
        name: "gpuCount",
        type: "uint16",
      },
      {
        internalType: "uint32",
        name: "vramMib",
        type: "uint32",
      },
    ],
    name: "ProviderRegistry_MachineClaimInvalid",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
    ],
    name: "ProviderRegistry_MachineExists",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
    ],
    name: "ProviderRegistry_MachineNotActive",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "ProviderRegistry_NotOperator",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "ProviderRegistry_NotOwner",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "ProviderRegistry_NotPendingOwner",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "ProviderRegistry_NotRegistered",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        internalType: "bool",
        name: "allowed",
        type: "bool",
      },
    ],
    name: "ProviderRegistry_OperatorUnchanged",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "ProviderRegistry_PayoutZero",
    type: "error",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint32",
        name: "authEpoch",
        type: "uint32",
      },
    ],
    name: "AuthEpochRaised",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
      {
        components: [
          {
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "uint16",
            name: "gpuCount",
            type: "uint16",
          },
          {
            internalType: "uint32",
            name: "vramMib",
            type: "uint32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "bytes32",
            name: "reportDigest",
            type: "bytes32",
          },
        ],
        indexed: false,
        internalType: "struct MachineClaim",
        name: "claim",
        type: "tuple",
      },
    ],
    name: "MachineAdded",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
    ],
    name: "MachineRetired",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "token",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "adjudicator",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint128",
        name: "minRatePerSecond",
        type: "uint128",
      },
    ],
    name: "OperatorBoundSet",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        indexed: false,
        internalType: "bool",
        name: "allowed",
        type: "bool",
      },
    ],
    name: "OperatorSet",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "owner",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "pendingOwner",
        type: "address",
      },
    ],
    name: "OwnershipOffered",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "previousOwner",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "owner",
        type: "address",
      },
    ],
    name: "OwnershipTransferred",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "payout",
        type: "address",
      },
      {
        indexed: false,
        internalType: "bytes32",
        name: "encryptionKey",
        type: "bytes32",
      },
      {
        indexed: false,
        internalType: "string",
        name: "endpoint",
        type: "string",
      },
    ],
    name: "ProfileUpdated",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "ProviderRegistered",
    type: "event",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "acceptOwnership",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        components: [
          {
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "uint16",
            name: "gpuCount",
            type: "uint16",
          },
          {
            internalType: "uint32",
            name: "vramMib",
            type: "uint32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "bytes32",
            name: "reportDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct MachineClaim",
        name: "claim",
        type: "tuple",
      },
    ],
    name: "addMachine",
    outputs: [
      {
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "authEpochOf",
    outputs: [
      {
        internalType: "uint32",
        name: "authEpoch",
        type: "uint32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "key",
        type: "address",
      },
    ],
    name: "canOperate",
    outputs: [
      {
        internalType: "bool",
        name: "",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "key",
        type: "address",
      },
      {
        internalType: "address",
        name: "token",
        type: "address",
      },
      {
        internalType: "address",
        name: "adjudicator",
        type: "address",
      },
      {
        internalType: "uint128",
        name: "ratePerSecond",
        type: "uint128",
      },
    ],
    name: "canPromise",
    outputs: [
      {
        internalType: "bool",
        name: "",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "encryptionKeyOf",
    outputs: [
      {
        internalType: "bytes32",
        name: "encryptionKey",
        type: "bytes32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "key",
        type: "address",
      },
    ],
    name: "isOperator",
    outputs: [
      {
        internalType: "bool",
        name: "",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
      {
        internalType: "bytes32",
        name: "gpuModel",
        type: "bytes32",
      },
      {
        internalType: "uint16",
        name: "minGpuCount",
        type: "uint16",
      },
      {
        internalType: "uint32",
        name: "minVramMib",
        type: "uint32",
      },
      {
        internalType: "bytes8",
        name: "region",
        type: "bytes8",
      },
    ],
    name: "machineMeets",
    outputs: [
      {
        internalType: "bool",
        name: "",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
    ],
    name: "machineOf",
    outputs: [
      {
        components: [
          {
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "uint16",
            name: "gpuCount",
            type: "uint16",
          },
          {
            internalType: "uint32",
            name: "vramMib",
            type: "uint32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "uint40",
            name: "addedBlock",
            type: "uint40",
          },
          {
            internalType: "uint40",
            name: "retiredAt",
            type: "uint40",
          },
        ],
        internalType: "struct Machine",
        name: "machine",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes[]",
        name: "data",
        type: "bytes[]",
      },
    ],
    name: "multicall",
    outputs: [
      {
        internalType: "bytes[]",
        name: "results",
        type: "bytes[]",
      },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "pendingOwner",
        type: "address",
      },
    ],
    name: "offerOwnership",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "token",
        type: "address",
      },
      {
        internalType: "address",
        name: "adjudicator",
        type: "address",
      },
    ],
    name: "operatorBoundOf",
    outputs: [
      {
        internalType: "uint128",
        name: "minRatePerSecond",
        type: "uint128",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "ownerOf",
    outputs: [
      {
        internalType: "address",
        name: "owner",
        type: "address",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "payoutOf",
    outputs: [
      {
        internalType: "address",
        name: "payout",
        type: "address",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "pendingOwnerOf",
    outputs: [
      {
        internalType: "address",
        name: "pendingOwner",
        type: "address",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "profileBlockOf",
    outputs: [
      {
        internalType: "uint40",
        name: "profileBlock",
        type: "uint40",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "raiseAuthEpoch",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "bytes32",
            name: "encryptionKey",
            type: "bytes32",
          },
          {
            internalType: "string",
            name: "endpoint",
            type: "string",
          },
        ],
        internalType: "struct Profile",
        name: "profile",
        type: "tuple",
      },
    ],
    name: "register",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
    ],
    name: "retireMachine",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        internalType: "bool",
        name: "allowed",
        type: "bool",
      },
    ],
    name: "setOperator",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        internalType: "address",
        name: "token",
        type: "address",
      },
      {
        internalType: "address",
        name: "adjudicator",
        type: "address",
      },
      {
        internalType: "uint128",
        name: "minRatePerSecond",
        type: "uint128",
      },
    ],
    name: "setOperatorBound",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "standingOf",
    outputs: [
      {
        internalType: "uint32",
        name: "authEpoch",
        type: "uint32",
      },
      {
        internalType: "address",
        name: "payout",
        type: "address",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        components: [
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "bytes32",
            name: "encryptionKey",
            type: "bytes32",
          },
          {
            internalType: "string",
            name: "endpoint",
            type: "string",
          },
        ],
        internalType: "struct Profile",
        name: "profile",
        type: "tuple",
      },
    ],
    name: "updateProfile",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
] as const;

export class ProviderRegistry__factory {
  static readonly abi = _abi;
  static createInterface(): ProviderRegistryInterface {
    return new Interface(_abi) as ProviderRegistryInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): ProviderRegistry {
    return new Contract(address, _abi, runner) as unknown as ProviderRegistry;
  }
}
