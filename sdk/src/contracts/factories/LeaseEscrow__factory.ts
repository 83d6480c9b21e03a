// Generated from the contracts by `npm run generate`; do not edit.

import { Contract, Interface, type ContractRunner } from "ethers";
import type { LeaseEscrow, LeaseEscrowInterface } from "../LeaseEscrow.ts";

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
        name: "leaseId",
        type: "bytes32",
      },
      {
        internalType: "uint32",
        name: "servedSeconds",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "fundedSeconds",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "graceSeconds",
        type: "uint32",
      },
    ],
    name: "LeaseEscrow_Exhausted",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "fundedSeconds",
        type: "uint256",
      },
      {
        internalType: "uint32",
        name: "minimum",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "maximum",
        type: "uint32",
      },
    ],
    name: "LeaseEscrow_FundedSecondsOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint32",
        name: "leaseSeconds",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "minFundedSeconds",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "maxLeaseSeconds",
        type: "uint32",
      },
    ],
    name: "LeaseEscrow_LeaseSecondsOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "leaseId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "LeaseEscrow_NotClient",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "leaseId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "LeaseEscrow_NotOperator",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "leaseId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "LeaseEscrow_NotOver",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "leaseId",
        type: "bytes32",
      },
      {
        internalType: "uint32",
        name: "servedSeconds",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "paidSeconds",
        type: "uint32",
      },
    ],
    name: "LeaseEscrow_NothingToWithdraw",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "leaseId",
        type: "bytes32",
      },
      {
        internalType: "uint40",
        name: "nowAt",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "endsAt",
        type: "uint40",
      },
    ],
    name: "LeaseEscrow_TooLate",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "leaseId",
        type: "bytes32",
      },
      {
        internalType: "enum LeaseState",
        name: "current",
        type: "uint8",
      },
      {
        internalType: "uint256",
        name: "allowed",
        type: "uint256",
      },
    ],
    name: "LeaseEscrow_UnexpectedState",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
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
    name: "OfferBook_CannotPromise",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
      {
        internalType: "uint32",
        name: "maxFills",
        type: "uint32",
      },
    ],
    name: "OfferBook_FullyTaken",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
      {
        internalType: "uint32",
        name: "slots",
        type: "uint32",
      },
    ],
    name: "OfferBook_NoFreeSlot",
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
    name: "OfferBook_NotOperator",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
    ],
    name: "OrderBook_Canceled",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
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
    name: "OrderBook_Expired",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
      {
        internalType: "address",
        name: "taker",
        type: "address",
      },
    ],
    name: "OrderBook_NotTaker",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
    ],
    name: "OrderBook_Unchanged",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
      {
        internalType: "uint32",
        name: "epoch",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "currentEpoch",
        type: "uint32",
      },
    ],
    name: "OrderBook_WrongEpoch",
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
        name: "leaseId",
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
        internalType: "uint32",
        name: "servedSeconds",
        type: "uint32",
      },
    ],
    name: "LeaseCheckedIn",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "leaseId",
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
        name: "client",
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
        name: "amount",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "rest",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint32",
        name: "servedSeconds",
        type: "uint32",
      },
    ],
    name: "LeaseClosed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "leaseId",
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
        name: "client",
        type: "address",
      },
      {
        components: [
          {
            internalType: "bytes32",
            name: "orderHash",
            type: "bytes32",
          },
          {
            internalType: "uint32",
            name: "fill",
            type: "uint32",
          },
          {
            internalType: "address",
            name: "client",
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
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "leaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
        ],
        indexed: false,
        internalType: "struct LeaseTerms",
        name: "terms",
        type: "tuple",
      },
      {
        indexed: false,
        internalType: "uint32",
        name: "fundedSeconds",
        type: "uint32",
      },
      {
        indexed: false,
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
    ],
    name: "LeaseOpened",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "tag",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "leaseId",
        type: "bytes32",
      },
    ],
    name: "LeaseTagged",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "leaseId",
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
        name: "client",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint32",
        name: "extraSeconds",
        type: "uint32",
      },
      {
        indexed: false,
        internalType: "uint32",
        name: "fundedSeconds",
        type: "uint32",
      },
    ],
    name: "LeaseToppedUp",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "leaseId",
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
        internalType: "uint32",
        name: "paidSeconds",
        type: "uint32",
      },
    ],
    name: "LeaseWithdrawn",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "provider",
        type: "address",
      },
    ],
    name: "OfferCanceled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "orderHash",
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
        internalType: "bytes32",
        name: "tag",
        type: "bytes32",
      },
      {
        components: [
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "taker",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minFundedSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxLeaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slots",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxFills",
            type: "uint32",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "authEpoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "machineId",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "tag",
            type: "bytes32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        indexed: false,
        internalType: "struct LeaseOffer",
        name: "offer",
        type: "tuple",
      },
    ],
    name: "OfferPublished",
    type: "event",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "bytes32",
            name: "orderHash",
            type: "bytes32",
          },
          {
            internalType: "uint32",
            name: "fill",
            type: "uint32",
          },
          {
            internalType: "address",
            name: "client",
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
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "leaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
        ],
        internalType: "struct LeaseTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "accruedOf",
    outputs: [
      {
        internalType: "uint32",
        name: "servedSeconds",
        type: "uint32",
      },
      {
        internalType: "uint256",
        name: "earnedAmount",
        type: "uint256",
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
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "taker",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minFundedSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxLeaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slots",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxFills",
            type: "uint32",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "authEpoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "machineId",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "tag",
            type: "bytes32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct LeaseOffer",
        name: "offer",
        type: "tuple",
      },
    ],
    name: "cancelOffer",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "bytes32",
            name: "orderHash",
            type: "bytes32",
          },
          {
            internalType: "uint32",
            name: "fill",
            type: "uint32",
          },
          {
            internalType: "address",
            name: "client",
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
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "leaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
        ],
        internalType: "struct LeaseTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "checkIn",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "bytes32",
            name: "orderHash",
            type: "bytes32",
          },
          {
            internalType: "uint32",
            name: "fill",
            type: "uint32",
          },
          {
            internalType: "address",
            name: "client",
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
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "leaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
        ],
        internalType: "struct LeaseTerms[]",
        name: "leases",
        type: "tuple[]",
      },
    ],
    name: "checkInMany",
    outputs: [
      {
        internalType: "uint256",
        name: "checkedIn",
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
            internalType: "bytes32",
            name: "orderHash",
            type: "bytes32",
          },
          {
            internalType: "uint32",
            name: "fill",
            type: "uint32",
          },
          {
            internalType: "address",
            name: "client",
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
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "leaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
        ],
        internalType: "struct LeaseTerms",
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
        components: [
          {
            internalType: "address",
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "taker",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minFundedSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxLeaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slots",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxFills",
            type: "uint32",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "authEpoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "machineId",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "tag",
            type: "bytes32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct LeaseOffer",
        name: "offer",
        type: "tuple",
      },
    ],
    name: "hashOffer",
    outputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
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
            internalType: "bytes32",
            name: "orderHash",
            type: "bytes32",
          },
          {
            internalType: "uint32",
            name: "fill",
            type: "uint32",
          },
          {
            internalType: "address",
            name: "client",
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
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "leaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
        ],
        internalType: "struct LeaseTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "leaseIdOf",
    outputs: [
      {
        internalType: "bytes32",
        name: "leaseId",
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
        name: "leaseId",
        type: "bytes32",
      },
    ],
    name: "leaseOf",
    outputs: [
      {
        components: [
          {
            internalType: "enum LeaseState",
            name: "state",
            type: "uint8",
          },
          {
            internalType: "uint40",
            name: "openedBlock",
            type: "uint40",
          },
          {
            internalType: "uint40",
            name: "seenAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "fundedSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "servedSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "paidSeconds",
            type: "uint32",
          },
        ],
        internalType: "struct Lease",
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
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "taker",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minFundedSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxLeaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slots",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxFills",
            type: "uint32",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "authEpoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "machineId",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "tag",
            type: "bytes32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct LeaseOffer",
        name: "offer",
        type: "tuple",
      },
      {
        internalType: "bytes",
        name: "signature",
        type: "bytes",
      },
      {
        internalType: "uint32",
        name: "leaseSeconds",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "fundedSeconds",
        type: "uint32",
      },
    ],
    name: "open",
    outputs: [
      {
        internalType: "bytes32",
        name: "leaseId",
        type: "bytes32",
      },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
      },
    ],
    name: "orderStateOf",
    outputs: [
      {
        components: [
          {
            internalType: "bool",
            name: "approved",
            type: "bool",
          },
          {
            internalType: "bool",
            name: "canceled",
            type: "bool",
          },
          {
            internalType: "bool",
            name: "fillsOnce",
            type: "bool",
          },
          {
            internalType: "uint32",
            name: "filled",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "active",
            type: "uint32",
          },
        ],
        internalType: "struct OrderState",
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
            name: "provider",
            type: "address",
          },
          {
            internalType: "address",
            name: "taker",
            type: "address",
          },
          {
            internalType: "address",
            name: "token",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minFundedSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxLeaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slots",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxFills",
            type: "uint32",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "authEpoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "machineId",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "tag",
            type: "bytes32",
          },
          {
            internalType: "uint256",
            name: "salt",
            type: "uint256",
          },
        ],
        internalType: "struct LeaseOffer",
        name: "offer",
        type: "tuple",
      },
    ],
    name: "publishOffer",
    outputs: [
      {
        internalType: "bytes32",
        name: "orderHash",
        type: "bytes32",
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
            internalType: "bytes32",
            name: "orderHash",
            type: "bytes32",
          },
          {
            internalType: "uint32",
            name: "fill",
            type: "uint32",
          },
          {
            internalType: "address",
            name: "client",
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
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "leaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
        ],
        internalType: "struct LeaseTerms",
        name: "terms",
        type: "tuple",
      },
      {
        internalType: "uint32",
        name: "extraSeconds",
        type: "uint32",
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
  {
    inputs: [
      {
        components: [
          {
            internalType: "bytes32",
            name: "orderHash",
            type: "bytes32",
          },
          {
            internalType: "uint32",
            name: "fill",
            type: "uint32",
          },
          {
            internalType: "address",
            name: "client",
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
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "leaseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "graceSeconds",
            type: "uint32",
          },
        ],
        internalType: "struct LeaseTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "withdraw",
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
] as const;

export class LeaseEscrow__factory {
  static readonly abi = _abi;
  static createInterface(): LeaseEscrowInterface {
    return new Interface(_abi) as LeaseEscrowInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): LeaseEscrow {
    return new Contract(address, _abi, runner) as unknown as LeaseEscrow;
  }
}
