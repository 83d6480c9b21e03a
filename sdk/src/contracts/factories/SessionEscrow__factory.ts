// Generated from the contracts by `npm run generate`; do not edit.

import { Contract, Interface, type ContractRunner } from "ethers";
import type { SessionEscrow, SessionEscrowInterface } from "../SessionEscrow.ts";

const _abi = [
  {
    inputs: [
      {
        internalType: "contract IProviderRegistry",
        name: "providerRegistry",
        type: "address",
      },
      {
        internalType: "contract IPaymentVault",
        name: "paymentVault",
        type: "address",
      },
    ],
    stateMutability: "nonpayable",
    type: "constructor",
  },
  {
    inputs: [],
    name: "InvalidShortString",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "field",
        type: "bytes32",
      },
      {
        internalType: "uint256",
        name: "value",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "minimum",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "maximum",
        type: "uint256",
      },
    ],
    name: "Order_OutOfBounds",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "uint256",
        name: "amount",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "maximum",
        type: "uint256",
      },
    ],
    name: "SessionEscrow_AmountOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "uint40",
        name: "nowAt",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "expiresAt",
        type: "uint40",
      },
    ],
    name: "SessionEscrow_Expired",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "SessionEscrow_NotPayer",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
    ],
    name: "SessionEscrow_PayerKeyZero",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "payout",
        type: "address",
      },
      {
        internalType: "address",
        name: "currentPayout",
        type: "address",
      },
    ],
    name: "SessionEscrow_PayoutMismatch",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "uint128",
        name: "cumulativeAmount",
        type: "uint128",
      },
      {
        internalType: "uint256",
        name: "redeemed",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "deposited",
        type: "uint256",
      },
    ],
    name: "SessionEscrow_ReceiptStale",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "uint128",
        name: "cumulativeAmount",
        type: "uint128",
      },
      {
        internalType: "address",
        name: "payerKey",
        type: "address",
      },
    ],
    name: "SessionEscrow_SignatureInvalid",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "uint40",
        name: "nowAt",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "graceUntil",
        type: "uint40",
      },
    ],
    name: "SessionEscrow_TooEarly",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "enum SessionState",
        name: "current",
        type: "uint8",
      },
      {
        internalType: "uint256",
        name: "allowed",
        type: "uint256",
      },
    ],
    name: "SessionEscrow_UnexpectedState",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "SessionEscrow_UnknownProvider",
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
    inputs: [],
    name: "EIP712DomainChanged",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "amount",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "cumulativeAmount",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "redeemed",
        type: "uint256",
      },
    ],
    name: "ReceiptRedeemed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "payer",
        type: "address",
      },
      {
        indexed: false,
        internalType: "address",
        name: "caller",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "rest",
        type: "uint256",
      },
    ],
    name: "SessionClosed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "payer",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "graceUntil",
        type: "uint40",
      },
    ],
    name: "SessionClosing",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "payer",
        type: "address",
      },
      {
        components: [
          {
            internalType: "address",
            name: "payer",
            type: "address",
          },
          {
            internalType: "address",
            name: "payerKey",
            type: "address",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        indexed: false,
        internalType: "struct SessionTerms",
        name: "terms",
        type: "tuple",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "amount",
        type: "uint256",
      },
    ],
    name: "SessionOpened",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "payer",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "amount",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "deposited",
        type: "uint256",
      },
    ],
    name: "SessionToppedUp",
    type: "event",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "address",
            name: "payer",
            type: "address",
          },
          {
            internalType: "address",
            name: "payerKey",
            type: "address",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct SessionTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "close",
    outputs: [],
    stateMutability: "nonpayable",
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
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
      {
        internalType: "uint128",
        name: "cumulativeAmount",
        type: "uint128",
      },
    ],
    name: "hashReceipt",
    outputs: [
      {
        internalType: "bytes32",
        name: "digest",
        type: "bytes32",
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
            internalType: "address",
            name: "payer",
            type: "address",
          },
          {
            internalType: "address",
            name: "payerKey",
            type: "address",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct SessionTerms",
        name: "terms",
        type: "tuple",
      },
      {
        internalType: "uint128",
        name: "amount",
        type: "uint128",
      },
    ],
    name: "open",
    outputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "address",
            name: "payer",
            type: "address",
          },
          {
            internalType: "address",
            name: "payerKey",
            type: "address",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct SessionTerms",
        name: "terms",
        type: "tuple",
      },
      {
        internalType: "uint128",
        name: "cumulativeAmount",
        type: "uint128",
      },
      {
        internalType: "bytes",
        name: "signature",
        type: "bytes",
      },
    ],
    name: "redeem",
    outputs: [
      {
        internalType: "uint256",
        name: "amount",
        type: "uint256",
      },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            components: [
              {
                internalType: "address",
                name: "payer",
                type: "address",
              },
              {
                internalType: "address",
                name: "payerKey",
                type: "address",
              },
              {
                internalType: "address",
                name: "provider",
                type: "address",
              },
              {
                internalType: "address",
                name: "payout",
                type: "address",
              },
              {
                internalType: "address",
                name: "token",
                type: "address",
              },
              {
                internalType: "uint40",
                name: "expiresAt",
                type: "uint40",
              },
              {
                internalType: "uint32",
                name: "graceSeconds",
                type: "uint32",
              },
              {
                internalType: "uint256",
                name: "salt",
                type: "uint256",
              },
            ],
            internalType: "struct SessionTerms",
            name: "terms",
            type: "tuple",
          },
          {
            internalType: "uint128",
            name: "cumulativeAmount",
            type: "uint128",
          },
          {
            internalType: "bytes",
            name: "signature",
            type: "bytes",
          },
        ],
        internalType: "struct Redemption[]",
        name: "receipts",
        type: "tuple[]",
      },
    ],
    name: "redeemMany",
    outputs: [
      {
        internalType: "uint256",
        name: "redeemed",
        type: "uint256",
      },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "registry",
    outputs: [
      {
        internalType: "contract IProviderRegistry",
        name: "",
        type: "address",
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
            internalType: "address",
            name: "payer",
            type: "address",
          },
          {
            internalType: "address",
            name: "payerKey",
            type: "address",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct SessionTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "sessionIdOf",
    outputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
    ],
    stateMutability: "pure",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "sessionId",
        type: "bytes32",
      },
    ],
    name: "sessionOf",
    outputs: [
      {
        components: [
          {
            internalType: "enum SessionState",
            name: "state",
            type: "uint8",
          },
          {
            internalType: "uint88",
            name: "deposited",
            type: "uint88",
          },
          {
            internalType: "uint88",
            name: "redeemed",
            type: "uint88",
          },
          {
            internalType: "uint32",
            name: "openedBlock",
            type: "uint32",
          },
          {
            internalType: "uint40",
            name: "graceUntil",
            type: "uint40",
          },
        ],
        internalType: "struct Session",
        name: "",
        type: "tuple",
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
            internalType: "address",
            name: "payer",
            type: "address",
          },
          {
            internalType: "address",
            name: "payerKey",
            type: "address",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct SessionTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "startClose",
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
            name: "payer",
            type: "address",
          },
          {
            internalType: "address",
            name: "payerKey",
            type: "address",
          },
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "payout",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct SessionTerms",
        name: "terms",
        type: "tuple",
      },
      {
        internalType: "uint128",
        name: "amount",
        type: "uint128",
      },
    ],
    name: "topUp",
    outputs: [],
    stateMutability: "nonpayable",
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

export class SessionEscrow__factory {
  static readonly abi = _abi;
  static createInterface(): SessionEscrowInterface {
    return new Interface(_abi) as SessionEscrowInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): SessionEscrow {
    return new Contract(address, _abi, runner) as unknown as SessionEscrow;
  }
}
