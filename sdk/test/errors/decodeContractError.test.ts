import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Interface, makeError } from "ethers";
import { jobEscrowAbi } from "../../src/abis/jobEscrow.ts";
import {
  ContractMissingError,
  decodeContractError,
  InsufficientGasFundsError,
  InvalidArgumentError,
  JobEscrowSpecDigestZeroError,
  MissingSignerError,
  NonceConflictError,
  RpcError,
  RpcRateLimitError,
  RpcTimeoutError,
  RpcUnreachableError,
  UserRejectedError,
  type WattleError,
} from "../../src/index.ts";

const DATA = new Interface(jobEscrowAbi).encodeErrorResult("JobEscrow_SpecDigestZero");
/** Calldata that would decode as that error too, to catch whoever looks into requests. */
const CALLDATA = DATA;

type ErrorClass = abstract new (...args: never[]) => WattleError;

function expectClass(error: unknown, Class: ErrorClass, retryable: boolean): void {
  const decoded = decodeContractError(error);
  assert.ok(decoded instanceof Class, `${decoded.name} instead of ${Class.name}`);
  assert.equal(decoded.retryable, retryable);
}

describe("decodeContractError", () => {
  it("finds a revert wherever nodes and wallets put it", () => {
    const shapes: readonly unknown[] = [
      { code: 3, message: "execution reverted", data: DATA },
      { code: -32603, message: "Internal error", data: { message: "reverted", txHash: "0x12", data: DATA } },
      { code: -32015, message: "VM execution error.", data: `Reverted ${DATA}` },
      { code: -32603, message: "Internal JSON-RPC error.", data: { originalError: { code: 3, data: DATA } } },
      { code: "UNKNOWN_ERROR", message: "could not coalesce error", error: { code: 3, data: DATA } },
      { code: "CALL_EXCEPTION", data: null, info: { error: { data: { data: DATA } } } },
      new Error("outer", { cause: { data: DATA } }),
    ];
    for (const shape of shapes) expectClass(shape, JobEscrowSpecDigestZeroError, false);
  });

  it("never takes a request's calldata for a revert", () => {
    const request = { method: "eth_call", params: [{ data: CALLDATA }] };
    expectClass(
      { code: -32000, message: "no answer", payload: request, request, transaction: { data: CALLDATA } },
      RpcError,
      false,
    );
    expectClass(makeError("missing response", "UNKNOWN_ERROR", { payload: request }), RpcError, false);
  });

  it("names what wallets say", () => {
    expectClass({ code: 4001, message: "User rejected the request." }, UserRejectedError, false);
    expectClass(
      { code: "UNKNOWN_ERROR", message: "could not coalesce error", error: { code: 4001, message: "no" } },
      UserRejectedError,
      false,
    );
    const rejected = { action: "sendTransaction", reason: "rejected" } as const;
    expectClass(makeError("user rejected action", "ACTION_REJECTED", rejected), UserRejectedError, false);
  });

  it("names what nodes say about transactions", () => {
    const transaction = { to: null, from: "", data: CALLDATA } as never;
    expectClass(
      makeError("no money", "INSUFFICIENT_FUNDS", { transaction }),
      InsufficientGasFundsError,
      false,
    );
    expectClass(makeError("nonce", "NONCE_EXPIRED", { transaction }), NonceConflictError, true);
    expectClass(makeError("fee", "REPLACEMENT_UNDERPRICED", { transaction }), NonceConflictError, true);
    expectClass(
      { code: -32000, message: "insufficient funds for gas * price + value" },
      InsufficientGasFundsError,
      false,
    );
    expectClass({ code: -32000, message: "already known" }, NonceConflictError, true);
  });

  it("names what goes wrong on the way", () => {
    expectClass(
      makeError("timeout", "TIMEOUT", { operation: "request", reason: "timeout" }),
      RpcTimeoutError,
      true,
    );
    expectClass(new DOMException("too long", "TimeoutError"), RpcTimeoutError, true);
    expectClass(new TypeError("fetch failed"), RpcUnreachableError, true);
    expectClass(makeError("server", "SERVER_ERROR", { request: "", info: {} }), RpcUnreachableError, true);
    expectClass({ code: -32005, message: "daily request count exceeded" }, RpcRateLimitError, true);
    expectClass(makeError("exceeded: 429", "SERVER_ERROR", { request: "" }), RpcRateLimitError, true);
    expectClass({ code: -32000, message: "header not found" }, RpcError, true);
    expectClass({ code: -32603, message: "Internal error" }, RpcError, true);
    expectClass({ code: -32601, message: "the method does not exist" }, RpcError, false);
    expectClass("thrown text", RpcError, false);
    expectClass(undefined, RpcError, false);
  });

  it("tells a wrong value from a wrong address of a contract", () => {
    expectClass(
      makeError("bad", "INVALID_ARGUMENT", { argument: "address", value: "0x12" }),
      InvalidArgumentError,
      false,
    );
    expectClass(
      makeError("no ENS", "UNSUPPORTED_OPERATION", { operation: "getEnsAddress" }),
      InvalidArgumentError,
      false,
    );
    expectClass(
      makeError("could not decode result data", "BAD_DATA", { value: "0x" }),
      ContractMissingError,
      false,
    );
  });

  it("keeps an error that has a name already, and the cause of one that gets it", () => {
    const error = new MissingSignerError();
    assert.equal(decodeContractError(error), error);
    const cause = { code: 3, data: DATA };
    assert.equal(decodeContractError(cause).cause, cause);
  });

  it("repeats no address of an endpoint", () => {
    const { message } = decodeContractError(
      new Error("no answer of https://user:key@rpc.example/v2/key?k=1, again"),
    );
    assert.doesNotMatch(message, /key|rpc\.example/);
  });
});
