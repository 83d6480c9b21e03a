// Generated from the contracts by `npm run generate`; do not edit.

import { Contract, Interface, type ContractRunner } from "ethers";
import type { SlashingCourt, SlashingCourtInterface } from "../SlashingCourt.ts";

const _abi = [
  {
    inputs: [
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
      {
        components: [
          {
            internalType: "bytes32",
            name: "machineClass",
            type: "bytes32",
          },
          {
            internalType: "address",
            name: "feeToken",
            type: "address",
          },
          {
            internalType: "uint96",
            name: "seatFee",
            type: "uint96",
          },
          {
            internalType: "uint96",
            name: "penaltyUnit",
            type: "uint96",
          },
          {
            internalType: "uint32",
            name: "longestRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint8",
            name: "panelSeats",
            type: "uint8",
          },
          {
            internalType: "uint8",
            name: "drawBlocks",
            type: "uint8",
          },
          {
            internalType: "uint32",
            name: "drawSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "commitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "revealSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "appealSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "applySeconds",
            type: "uint32",
          },
        ],
        internalType: "struct CourtRules",
        name: "courtRules",
        type: "tuple",
      },
    ],
    stateMutability: "nonpayable",
    type: "constructor",
  },
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
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        internalType: "uint40",
        name: "leftAt",
        type: "uint40",
      },
    ],
    name: "CourtSeats_AlreadyLeft",
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
        internalType: "uint256",
        name: "maximum",
        type: "uint256",
      },
    ],
    name: "CourtSeats_ListFull",
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
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
    ],
    name: "CourtSeats_NoSeat",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
    ],
    name: "CourtSeats_NotMarket",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "juror",
        type: "address",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "CourtSeats_NotOwner",
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
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        internalType: "uint8",
        name: "unitsAtRisk",
        type: "uint8",
      },
    ],
    name: "CourtSeats_OnPanel",
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
    name: "CourtSeats_RuleInvalid",
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
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        internalType: "uint40",
        name: "nowAt",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "closableAt",
        type: "uint40",
      },
    ],
    name: "CourtSeats_TooEarly",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        internalType: "bytes32",
        name: "commitment",
        type: "bytes32",
      },
    ],
    name: "CourtVotes_AlreadyCommitted",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "commitment",
        type: "bytes32",
      },
    ],
    name: "CourtVotes_CommitmentInvalid",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "place",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "panelSeats",
        type: "uint256",
      },
    ],
    name: "CourtVotes_NoPlace",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "juror",
        type: "address",
      },
      {
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "CourtVotes_NotJuror",
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
        internalType: "enum Stage",
        name: "current",
        type: "uint8",
      },
      {
        internalType: "uint256",
        name: "allowed",
        type: "uint256",
      },
    ],
    name: "CourtVotes_UnexpectedStage",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        internalType: "bytes32",
        name: "hash",
        type: "bytes32",
      },
      {
        internalType: "bytes32",
        name: "committed",
        type: "bytes32",
      },
    ],
    name: "CourtVotes_VoteMismatch",
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
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
      {
        internalType: "bytes20",
        name: "mark",
        type: "bytes20",
      },
      {
        internalType: "bytes20",
        name: "opened",
        type: "bytes20",
      },
    ],
    name: "SlashingCourt_CaseMismatch",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "fee",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "panelFee",
        type: "uint256",
      },
    ],
    name: "SlashingCourt_FeeMismatch",
    type: "error",
  },
  {
    inputs: [
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
    name: "SlashingCourt_FeeMissing",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
    ],
    name: "SlashingCourt_NoClient",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "seedBlock",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "blockNumber",
        type: "uint256",
      },
    ],
    name: "SlashingCourt_NoSeed",
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
        internalType: "address",
        name: "caller",
        type: "address",
      },
    ],
    name: "SlashingCourt_NotParty",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint40",
        name: "rulingUntil",
        type: "uint40",
      },
      {
        internalType: "uint40",
        name: "neededUntil",
        type: "uint40",
      },
    ],
    name: "SlashingCourt_RulingTooLate",
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
        name: "longestRunSeconds",
        type: "uint32",
      },
    ],
    name: "SlashingCourt_RunTooLong",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "token",
        type: "address",
      },
      {
        internalType: "address",
        name: "feeToken",
        type: "address",
      },
    ],
    name: "SlashingCourt_TokenMismatch",
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
        internalType: "uint256",
        name: "found",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "needed",
        type: "uint256",
      },
    ],
    name: "SlashingCourt_TooFewSeats",
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
        indexed: false,
        internalType: "enum Ruling",
        name: "ruling",
        type: "uint8",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "clientFee",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "appellantFee",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "burnedFee",
        type: "uint256",
      },
    ],
    name: "CaseFinished",
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
      {
        indexed: false,
        internalType: "uint256",
        name: "seatCount",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "seedBlock",
        type: "uint40",
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
        indexed: true,
        internalType: "address",
        name: "appellant",
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
        name: "seedBlock",
        type: "uint40",
      },
    ],
    name: "RulingAppealed",
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
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        indexed: true,
        internalType: "address",
        name: "juror",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint128",
        name: "released",
        type: "uint128",
      },
    ],
    name: "SeatClosed",
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
        indexed: true,
        internalType: "address",
        name: "juror",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "place",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "bool",
        name: "isAppeal",
        type: "bool",
      },
    ],
    name: "SeatDrawn",
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
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        indexed: true,
        internalType: "address",
        name: "juror",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint40",
        name: "closableAt",
        type: "uint40",
      },
    ],
    name: "SeatLeft",
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
        indexed: true,
        internalType: "address",
        name: "juror",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "address",
        name: "payout",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "fee",
        type: "uint256",
      },
    ],
    name: "SeatPaid",
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
        indexed: true,
        internalType: "address",
        name: "juror",
        type: "address",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "enum Fault",
        name: "fault",
        type: "uint8",
      },
      {
        indexed: false,
        internalType: "uint128",
        name: "slashed",
        type: "uint128",
      },
    ],
    name: "SeatPenalized",
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
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        indexed: true,
        internalType: "address",
        name: "juror",
        type: "address",
      },
    ],
    name: "SeatTaken",
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
        indexed: true,
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "bytes32",
        name: "commitment",
        type: "bytes32",
      },
    ],
    name: "VoteCommitted",
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
        indexed: true,
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "bool",
        name: "providerRight",
        type: "bool",
      },
    ],
    name: "VoteRevealed",
    type: "event",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
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
        internalType: "struct Case",
        name: "openedCase",
        type: "tuple",
      },
    ],
    name: "appeal",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
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
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
    ],
    name: "closeSeat",
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
        internalType: "uint256",
        name: "place",
        type: "uint256",
      },
      {
        internalType: "bytes32",
        name: "commitment",
        type: "bytes32",
      },
    ],
    name: "commit",
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
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
      {
        internalType: "bool",
        name: "providerRight",
        type: "bool",
      },
      {
        internalType: "bytes32",
        name: "salt",
        type: "bytes32",
      },
    ],
    name: "commitmentOf",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
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
        name: "market",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "caseId",
        type: "bytes32",
      },
    ],
    name: "deadlinesOf",
    outputs: [
      {
        internalType: "uint40[7]",
        name: "untils",
        type: "uint40[7]",
      },
    ],
    stateMutability: "view",
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
    name: "draw",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "exitSeconds",
    outputs: [
      {
        internalType: "uint40",
        name: "",
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
        name: "market",
        type: "address",
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
        internalType: "struct Case",
        name: "openedCase",
        type: "tuple",
      },
    ],
    name: "finish",
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
    name: "hearingOf",
    outputs: [
      {
        components: [
          {
            internalType: "uint40",
            name: "openedAt",
            type: "uint40",
          },
          {
            internalType: "uint40",
            name: "openedBlock",
            type: "uint40",
          },
          {
            internalType: "uint32",
            name: "seatCount",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "heldSeats",
            type: "uint32",
          },
          {
            internalType: "uint40",
            name: "appealedBlock",
            type: "uint40",
          },
          {
            internalType: "uint8",
            name: "rightVotes",
            type: "uint8",
          },
          {
            internalType: "uint8",
            name: "wrongVotes",
            type: "uint8",
          },
          {
            internalType: "uint8",
            name: "appealRightVotes",
            type: "uint8",
          },
          {
            internalType: "uint8",
            name: "appealWrongVotes",
            type: "uint8",
          },
          {
            internalType: "bool",
            name: "isConceded",
            type: "bool",
          },
          {
            internalType: "bool",
            name: "isFinished",
            type: "bool",
          },
          {
            internalType: "bytes20",
            name: "caseMark",
            type: "bytes20",
          },
          {
            internalType: "uint96",
            name: "panel",
            type: "uint96",
          },
          {
            internalType: "uint224",
            name: "appealPanel",
            type: "uint224",
          },
          {
            internalType: "address",
            name: "appellant",
            type: "address",
          },
        ],
        internalType: "struct Hearing",
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
        internalType: "address",
        name: "market",
        type: "address",
      },
    ],
    name: "heldSeatCountOf",
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
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
    ],
    name: "leaveSeat",
    outputs: [],
    stateMutability: "nonpayable",
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
      {
        internalType: "bool",
        name: "isAppeal",
        type: "bool",
      },
    ],
    name: "panelOf",
    outputs: [
      {
        internalType: "uint256[]",
        name: "seats",
        type: "uint256[]",
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
        name: "place",
        type: "uint256",
      },
      {
        internalType: "bool",
        name: "providerRight",
        type: "bool",
      },
      {
        internalType: "bytes32",
        name: "salt",
        type: "bytes32",
      },
    ],
    name: "reveal",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "rules",
    outputs: [
      {
        components: [
          {
            internalType: "bytes32",
            name: "machineClass",
            type: "bytes32",
          },
          {
            internalType: "address",
            name: "feeToken",
            type: "address",
          },
          {
            internalType: "uint96",
            name: "seatFee",
            type: "uint96",
          },
          {
            internalType: "uint96",
            name: "penaltyUnit",
            type: "uint96",
          },
          {
            internalType: "uint32",
            name: "longestRunSeconds",
            type: "uint32",
          },
          {
            internalType: "uint8",
            name: "panelSeats",
            type: "uint8",
          },
          {
            internalType: "uint8",
            name: "drawBlocks",
            type: "uint8",
          },
          {
            internalType: "uint32",
            name: "drawSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "commitSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "revealSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "appealSeconds",
            type: "uint32",
          },
          {
            internalType: "uint32",
            name: "applySeconds",
            type: "uint32",
          },
        ],
        internalType: "struct CourtRules",
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
    name: "seatCollateral",
    outputs: [
      {
        internalType: "uint128",
        name: "",
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
        name: "market",
        type: "address",
      },
    ],
    name: "seatCountOf",
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
    inputs: [
      {
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "seat",
        type: "uint256",
      },
    ],
    name: "seatOf",
    outputs: [
      {
        components: [
          {
            internalType: "address",
            name: "juror",
            type: "address",
          },
          {
            internalType: "uint40",
            name: "takenAt",
            type: "uint40",
          },
          {
            internalType: "uint40",
            name: "leftAt",
            type: "uint40",
          },
          {
            internalType: "uint8",
            name: "units",
            type: "uint8",
          },
          {
            internalType: "uint8",
            name: "unitsAtRisk",
            type: "uint8",
          },
        ],
        internalType: "struct Seat",
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
    name: "stageOf",
    outputs: [
      {
        internalType: "enum Stage",
        name: "",
        type: "uint8",
      },
    ],
    stateMutability: "view",
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
        internalType: "address",
        name: "market",
        type: "address",
      },
      {
        internalType: "address",
        name: "juror",
        type: "address",
      },
    ],
    name: "takeSeat",
    outputs: [
      {
        internalType: "uint256",
        name: "seat",
        type: "uint256",
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
        name: "seat",
        type: "uint256",
      },
    ],
    name: "voteOf",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
        type: "bytes32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
] as const;

export class SlashingCourt__factory {
  static readonly abi = _abi;
  static createInterface(): SlashingCourtInterface {
    return new Interface(_abi) as SlashingCourtInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): SlashingCourt {
    return new Contract(address, _abi, runner) as unknown as SlashingCourt;
  }
}
