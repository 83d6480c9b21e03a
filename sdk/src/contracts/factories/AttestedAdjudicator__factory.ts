// Generated from the contracts by `npm run generate`; do not edit.

import { Contract, Interface, type ContractRunner } from "ethers";
import type { AttestedAdjudicator, AttestedAdjudicatorInterface } from "../AttestedAdjudicator.ts";

const _abi = [
  {
    inputs: [
      {
        internalType: "contract IPaymentVault",
        name: "paymentVault",
        type: "address",
      },
      {
        internalType: "address[]",
        name: "signers",
        type: "address[]",
      },
      {
        internalType: "uint256",
        name: "needed",
        type: "uint256",
      },
    ],
    stateMutability: "nonpayable",
    type: "constructor",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "attestations",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "threshold",
        type: "uint256",
      },
    ],
    name: "AttestedAdjudicator_AttestationsMismatch",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        internalType: "uint256",
        name: "fee",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "received",
        type: "uint256",
      },
    ],
    name: "AttestedAdjudicator_FeeMissing",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "account",
        type: "address",
      },
    ],
    name: "AttestedAdjudicator_NotSigner",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "signer",
        type: "address",
      },
    ],
    name: "AttestedAdjudicator_SignatureInvalid",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "previous",
        type: "address",
      },
      {
        internalType: "address",
        name: "signer",
        type: "address",
      },
    ],
    name: "AttestedAdjudicator_SignersUnordered",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "threshold",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "signers",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "maximum",
        type: "uint256",
      },
    ],
    name: "AttestedAdjudicator_ThresholdInvalid",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        internalType: "uint40",
        name: "nowAt",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "rulingUntil",
        type: "uint40",
      },
    ],
    name: "AttestedAdjudicator_TooEarly",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        internalType: "uint40",
        name: "nowAt",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "rulingUntil",
        type: "uint40",
      },
    ],
    name: "AttestedAdjudicator_TooLate",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        internalType: "enum CaseState",
        name: "current",
        type: "uint8",
      },
      {
        internalType: "uint256",
        name: "allowed",
        type: "uint256",
      },
    ],
    name: "AttestedAdjudicator_UnexpectedState",
    type: "error",
  },
  {
    inputs: [],
    name: "InvalidShortString",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "string",
        name: "str",
        type: "string",
      },
    ],
    name: "StringTooLong",
    type: "error",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "client",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "fee",
        type: "uint256",
      },
    ],
    name: "CaseClosed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
    ],
    name: "CaseConceded",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        components: [
          {
            internalType: "bytes32",
            name: "caseId",
            type: "bytes32",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "client",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint256",
            name: "fee",
            type: "uint256",
          },
          {
            internalType: "uint40",
            name: "rulingUntil",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
          {
            internalType: "bytes20",
            name: "resultMark",
            type: "bytes20",
          },
        ],
        indexed: false,
        internalType: "struct Case",
        name: "openedCase",
        type: "tuple",
      },
    ],
    name: "CaseOpened",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        indexed: false,
        internalType: "enum Ruling",
        name: "ruling",
        type: "uint8",
      },
      {
        indexed: false,
        internalType: "address[]",
        name: "signers",
        type: "address[]",
      },
    ],
    name: "CaseRuled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [],
    name: "EIP712DomainChanged",
    type: "event",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
    ],
    name: "closeCase",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
    ],
    name: "docketOf",
    outputs: [
      {
        components: [
          {
            internalType: "address",
            name: "client",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "rulingUntil",
            type: "uint40",
          },
          {
            internalType: "enum CaseState",
            name: "state",
            type: "uint8",
          },
          {
            internalType: "enum Ruling",
            name: "ruling",
            type: "uint8",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint96",
            name: "fee",
            type: "uint96",
          },
        ],
        internalType: "struct Docket",
        name: "",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "eip712Domain",
    outputs: [
      {
        internalType: "bytes1",
        name: "fields",
        type: "bytes1",
      },
      {
        internalType: "string",
        name: "name",
        type: "string",
      },
      {
        internalType: "string",
        name: "version",
        type: "string",
      },
      {
        internalType: "uint256",
        name: "chainId",
        type: "uint256",
      },
      {
        internalType: "address",
        name: "verifyingContract",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "salt",
        type: "bytes32",
      },
      {
        internalType: "uint256[]",
        name: "extensions",
        type: "uint256[]",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "account",
        type: "address",
      },
    ],
    name: "isSigner",
    outputs: [
      {
        internalType: "bool",
        name: "named",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "bytes32",
            name: "caseId",
            type: "bytes32",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "client",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint256",
            name: "fee",
            type: "uint256",
          },
          {
            internalType: "uint40",
            name: "rulingUntil",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
          {
            internalType: "bytes20",
            name: "resultMark",
            type: "bytes20",
          },
        ],
        internalType: "struct Case",
        name: "openedCase",
        type: "tuple",
      },
    ],
    name: "openCase",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
    ],
    name: "returnFee",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        internalType: "bool",
        name: "providerRight",
        type: "bool",
      },
      {
        components: [
          {
            internalType: "address",
            name: "signer",
            type: "address",
          },
          {
            internalType: "bytes",
            name: "signature",
            type: "bytes",
          },
        ],
        internalType: "struct Attestation[]",
        name: "attestations",
        type: "tuple[]",
      },
    ],
    name: "rule",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
    ],
    name: "rulingOf",
    outputs: [
      {
        internalType: "enum Ruling",
        name: "ruling",
        type: "uint8",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "threshold",
    outputs: [
      {
        internalType: "uint256",
        name: "",
        type: "uint256",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "vault",
    outputs: [
      {
        internalType: "contract IPaymentVault",
        name: "",
        type: "address",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
] as const;

export class AttestedAdjudicator__factory {
  static readonly abi = _abi;
  static createInterface(): AttestedAdjudicatorInterface {
    return new Interface(_abi) as AttestedAdjudicatorInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): AttestedAdjudicator {
    return new Contract(address, _abi, runner) as unknown as AttestedAdjudicator;
  }
}
