// Generated from the contracts by `npm run generate`; do not edit.

import { Contract, Interface, type ContractRunner } from "ethers";
import type { JobEscrow, JobEscrowInterface } from "../JobEscrow.ts";

const _abi = [
  {
    inputs: [
      {
        internalType: "contract IProviderRegistry",
        name: "providerRegistry",
        type: "address",
      },
      {
        internalType: "contract IProviderStaking",
        name: "providerStaking",
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
        name: "jobId",
        type: "bytes32",
      },
    ],
    name: "JobDisputes_CaseOpen",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
    ],
    name: "JobDisputes_NoAdjudicator",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "adjudicator",
        type: "address",
      },
    ],
    name: "JobDisputes_NoRuling",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "uint256",
        name: "gasLeft",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "gasNeeded",
        type: "uint256",
      },
    ],
    name: "JobDisputes_TooLittleGas",
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
        name: "key",
        type: "address",
      },
      {
        internalType: "uint128",
        name: "ratePerSecond",
        type: "uint128",
      },
    ],
    name: "JobEscrow_CannotPromise",
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
    name: "JobEscrow_MachineUnsuitable",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "JobEscrow_NotClient",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "JobEscrow_NotOperator",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "bytes32",
        name: "resultDigest",
        type: "bytes32",
      },
    ],
    name: "JobEscrow_ResultDigestInvalid",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint32",
        name: "runLimitSeconds",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "minRunSeconds",
        type: "uint32",
      },
      {
        internalType: "uint32",
        name: "maxRunSeconds",
        type: "uint32",
      },
    ],
    name: "JobEscrow_RunLimitOutOfBounds",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "client",
        type: "address",
      },
    ],
    name: "JobEscrow_SignatureInvalid",
    type: "error",
  },
  {
    inputs: [],
    name: "JobEscrow_SpecDigestZero",
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
        internalType: "uint128",
        name: "committed",
        type: "uint128",
      },
      {
        internalType: "uint128",
        name: "minStake",
        type: "uint128",
      },
    ],
    name: "JobEscrow_StakeTooSmall",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "uint40",
        name: "nowAt",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "lastAt",
        type: "uint40",
      },
    ],
    name: "JobEscrow_TooEarly",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "uint40",
        name: "nowAt",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "lastAt",
        type: "uint40",
      },
    ],
    name: "JobEscrow_TooLate",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        internalType: "enum JobState",
        name: "current",
        type: "uint8",
      },
      {
        internalType: "uint256",
        name: "allowed",
        type: "uint256",
      },
    ],
    name: "JobEscrow_UnexpectedState",
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
        internalType: "address",
        name: "client",
        type: "address",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "RequestBook_NotClient",
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
        name: "client",
        type: "address",
      },
    ],
    name: "RequestBook_SignatureInvalid",
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
        name: "fill",
        type: "uint32",
      },
    ],
    name: "RequestBook_Taken",
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
        name: "jobId",
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
        internalType: "uint256",
        name: "price",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobCanceled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "adjudicator",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "fee",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobCaseOpened",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
        name: "price",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "bool",
        name: "accepted",
        type: "bool",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobCompleted",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
        name: "price",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "feeReturned",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobConceded",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
        internalType: "string",
        name: "reason",
        type: "string",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobDeclined",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
        name: "adjudicator",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "fee",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "rulingUntil",
        type: "uint40",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobDisputed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
        internalType: "uint256",
        name: "price",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint128",
        name: "slashed",
        type: "uint128",
      },
      {
        indexed: false,
        internalType: "bool",
        name: "forfeited",
        type: "bool",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobExpired",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        indexed: false,
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
      {
        indexed: false,
        internalType: "bytes32",
        name: "specRoot",
        type: "bytes32",
      },
    ],
    name: "JobOpened",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
        internalType: "bool",
        name: "providerRight",
        type: "bool",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "price",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint128",
        name: "slashed",
        type: "uint128",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "feeReturned",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobRuled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
        internalType: "uint256",
        name: "providerPart",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "clientPart",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "feeReturned",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobSplit",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "jobId",
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
        internalType: "bytes32",
        name: "resultDigest",
        type: "bytes32",
      },
      {
        indexed: false,
        internalType: "bytes32",
        name: "resultRoot",
        type: "bytes32",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "previousBlock",
        type: "uint40",
      },
    ],
    name: "JobSubmitted",
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
        name: "jobId",
        type: "bytes32",
      },
    ],
    name: "JobTagged",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
        internalType: "struct Offer",
        name: "offer",
        type: "tuple",
      },
    ],
    name: "OfferPublished",
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
        name: "client",
        type: "address",
      },
    ],
    name: "RequestCanceled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "client",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint32",
        name: "epoch",
        type: "uint32",
      },
    ],
    name: "RequestEpochRaised",
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
        name: "client",
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
            name: "client",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "startRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "maxRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "startsAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "riseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "uint128",
            name: "minStake",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "epoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "specRoot",
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
        internalType: "struct Request",
        name: "request",
        type: "tuple",
      },
      {
        indexed: false,
        internalType: "string",
        name: "store",
        type: "string",
      },
    ],
    name: "RequestPublished",
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
        indexed: false,
        internalType: "bytes32",
        name: "machineId",
        type: "bytes32",
      },
    ],
    name: "RequestTaken",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "accept",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "applyRuling",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
      {
        internalType: "uint40",
        name: "expiresAt",
        type: "uint40",
      },
      {
        internalType: "bytes",
        name: "signature",
        type: "bytes",
      },
    ],
    name: "cancel",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
        internalType: "struct Offer",
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
            internalType: "address",
            name: "client",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "startRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "maxRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "startsAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "riseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "uint128",
            name: "minStake",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "epoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "specRoot",
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
        internalType: "struct Request",
        name: "request",
        type: "tuple",
      },
    ],
    name: "cancelRequest",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
      {
        internalType: "bytes32",
        name: "resultDigest",
        type: "bytes32",
      },
    ],
    name: "checkResult",
    outputs: [
      {
        internalType: "enum JobState",
        name: "state",
        type: "uint8",
      },
      {
        internalType: "bool",
        name: "submitted",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "concede",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
      {
        internalType: "string",
        name: "reason",
        type: "string",
      },
    ],
    name: "decline",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "dispute",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "expire",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms[]",
        name: "jobs",
        type: "tuple[]",
      },
    ],
    name: "expireMany",
    outputs: [
      {
        internalType: "uint256",
        name: "expired",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "forfeit",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
        internalType: "struct Offer",
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
            internalType: "address",
            name: "client",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "startRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "maxRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "startsAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "riseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "uint128",
            name: "minStake",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "epoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "specRoot",
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
        internalType: "struct Request",
        name: "request",
        type: "tuple",
      },
    ],
    name: "hashRequest",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "jobIdOf",
    outputs: [
      {
        internalType: "bytes32",
        name: "jobId",
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
        name: "jobId",
        type: "bytes32",
      },
    ],
    name: "jobOf",
    outputs: [
      {
        components: [
          {
            internalType: "enum JobState",
            name: "state",
            type: "uint8",
          },
          {
            internalType: "bool",
            name: "caseOpened",
            type: "bool",
          },
          {
            internalType: "uint40",
            name: "steppedAt",
            type: "uint40",
          },
          {
            internalType: "uint40",
            name: "steppedBlock",
            type: "uint40",
          },
          {
            internalType: "bytes20",
            name: "resultMark",
            type: "bytes20",
          },
        ],
        internalType: "struct Job",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "noRuling",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
        internalType: "struct Offer",
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
    inputs: [
      {
        components: [
          {
            internalType: "address",
            name: "client",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "startRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "maxRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "startsAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "riseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "uint128",
            name: "minStake",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "epoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "specRoot",
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
        internalType: "struct Request",
        name: "request",
        type: "tuple",
      },
      {
        internalType: "string",
        name: "store",
        type: "string",
      },
    ],
    name: "publishRequest",
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
    name: "raiseRequestEpoch",
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
            name: "client",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "startRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "maxRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "startsAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "riseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "uint128",
            name: "minStake",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "epoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "specRoot",
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
        internalType: "struct Request",
        name: "request",
        type: "tuple",
      },
    ],
    name: "rateOf",
    outputs: [
      {
        internalType: "uint128",
        name: "ratePerSecond",
        type: "uint128",
      },
    ],
    stateMutability: "view",
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
        internalType: "address",
        name: "client",
        type: "address",
      },
    ],
    name: "requestEpochOf",
    outputs: [
      {
        internalType: "uint32",
        name: "epoch",
        type: "uint32",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
    ],
    name: "settle",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms[]",
        name: "jobs",
        type: "tuple[]",
      },
    ],
    name: "settleMany",
    outputs: [
      {
        internalType: "uint256",
        name: "settled",
        type: "uint256",
      },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "staking",
    outputs: [
      {
        internalType: "contract IProviderStaking",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
        ],
        internalType: "struct JobTerms",
        name: "terms",
        type: "tuple",
      },
      {
        internalType: "bytes32",
        name: "resultDigest",
        type: "bytes32",
      },
      {
        internalType: "bytes32",
        name: "resultRoot",
        type: "bytes32",
      },
    ],
    name: "submit",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "ratePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "minRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "maxRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
        internalType: "struct Offer",
        name: "offer",
        type: "tuple",
      },
      {
        internalType: "bytes",
        name: "signature",
        type: "bytes",
      },
      {
        components: [
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
            internalType: "bytes32",
            name: "specRoot",
            type: "bytes32",
          },
        ],
        internalType: "struct Take",
        name: "take",
        type: "tuple",
      },
    ],
    name: "takeOffer",
    outputs: [
      {
        internalType: "bytes32",
        name: "jobId",
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
            name: "client",
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
            internalType: "address",
            name: "adjudicator",
            type: "address",
          },
          {
            internalType: "uint128",
            name: "startRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "maxRatePerSecond",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "startsAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "riseSeconds",
            type: "uint32",
          },
          {
            internalType: "uint128",
            name: "collateral",
            type: "uint128",
          },
          {
            internalType: "uint128",
            name: "disputeFee",
            type: "uint128",
          },
          {
            internalType: "uint32",
            name: "runLimitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "declineSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "slackSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "reviewSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "rulingSeconds",
            type: "uint32",
          },
          {
            internalType: "uint16",
            name: "noRulingBps",
            type: "uint16",
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
            internalType: "bytes32",
            name: "gpuModel",
            type: "bytes32",
          },
          {
            internalType: "bytes8",
            name: "region",
            type: "bytes8",
          },
          {
            internalType: "uint128",
            name: "minStake",
            type: "uint128",
          },
          {
            internalType: "uint40",
            name: "expiresAt",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "epoch",
            type: "uint32",
          },
          {
            internalType: "bytes32",
            name: "specDigest",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "specRoot",
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
        internalType: "struct Request",
        name: "request",
        type: "tuple",
      },
      {
        internalType: "bytes",
        name: "signature",
        type: "bytes",
      },
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
    name: "takeRequest",
    outputs: [
      {
        internalType: "bytes32",
        name: "jobId",
        type: "bytes32",
      },
    ],
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

export class JobEscrow__factory {
  static readonly abi = _abi;
  static createInterface(): JobEscrowInterface {
    return new Interface(_abi) as JobEscrowInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): JobEscrow {
    return new Contract(address, _abi, runner) as unknown as JobEscrow;
  }
}
