import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  dataSlice,
  AbiCoder,
  concat,
  encodeBytes32String,
  id,
  Interface,
  type ParamType,
  ZeroAddress,
  ZeroHash,
} from "ethers";
import * as abis from "../../src/abis/index.ts";
import { contractErrorTable } from "../../src/errors/contract/contractErrorOf.ts";
import * as sdk from "../../src/index.ts";
import { CallRevertedError, ContractError, decodeContractError } from "../../src/index.ts";

const ACCOUNT = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const interfaces = Object.values(abis).map((abi) => new Interface(abi));
const fragments = interfaces.flatMap((abi) => {
  const found: { abi: Interface; name: string; inputs: readonly ParamType[] }[] = [];
  abi.forEachError(({ name, inputs }) => found.push({ abi, name, inputs }));
  return found;
});

function sample({ type }: ParamType): unknown {
  if (type === "address") return ACCOUNT;
  if (type === "string") return "text";
  const [, bytes] = /^bytes(\d+)$/.exec(type) ?? [];
  if (bytes !== undefined) return dataSlice(id("sample"), 0, Number(bytes));
  return 5;
}

/** As ethers reports a reverted call. */
function reverted(data: string): unknown {
  const call = { to: ACCOUNT, data: "0xdeadbeef00" };
  return Object.assign(new Error("execution reverted"), { code: "CALL_EXCEPTION", data, transaction: call });
}

function decoded(name: keyof typeof contractErrorTable, values: readonly unknown[]): ContractError {
  const abi = interfaces.find((candidate) => candidate.getError(name) !== null);
  const error = decodeContractError(reverted(abi?.encodeErrorResult(name, values) ?? "0x"));
  assert.ok(error instanceof ContractError);
  return error;
}

describe("the custom errors of the contracts", () => {
  it("each have a class of their own, named after them and exported", () => {
    const classes = new Set<unknown>();
    for (const { name } of fragments) {
      const entry = contractErrorTable[name as keyof typeof contractErrorTable];
      assert.ok(entry !== undefined, `${name} has no entry`);
      const className = `${name.replace("_", "")}Error`;
      assert.equal(entry.Class.name, className);
      assert.equal((sdk as Record<string, unknown>)[className], entry.Class, `${className} is not exported`);
      classes.add(entry.Class);
    }
    assert.equal(classes.size, new Set(fragments.map(({ name }) => name)).size);
    assert.equal(Object.keys(contractErrorTable).length, classes.size, "an entry of no error");
  });

  it("each say what happened, with their values, and what to do", () => {
    for (const { abi, name, inputs } of fragments) {
      const error = decodeContractError(reverted(abi.encodeErrorResult(name, inputs.map(sample))));
      assert.ok(error instanceof ContractError, name);
      assert.equal(error.errorName, name);
      assert.equal(error.name, error.constructor.name);
      assert.deepEqual(
        Object.keys(error.args),
        inputs.map((input) => input.name),
      );
      assert.doesNotMatch(error.message, /undefined|NaN|\[object/, name);
      assert.match(error.message, /^[A-Z0"].*[^.]\. [A-Z].*[^.]\.$/s, name);
      assert.ok(error.message.endsWith(error.action));
      assert.equal(typeof error.retryable, "boolean");
    }
  });

  it("tell times as dates and states by name", () => {
    const late = decoded("JobEscrow_TooLate", [id("job"), 1_800_000_060, 1_800_000_000]);
    assert.match(late.message, /closed at 2027-01-15T08:00:00Z, 60 seconds ago/);
    const early = decoded("JobEscrow_TooEarly", [id("job"), 1_800_000_000, 1_800_000_000]);
    assert.match(early.message, /for 1 second more/);
    const state = decoded("JobEscrow_UnexpectedState", [id("job"), 2, 1n << 1n]);
    assert.match(state.message, /is submitted; this call needs it to be active\./);
    const missing = decoded("JobEscrow_UnexpectedState", [id("job"), 0, (1n << 1n) | (1n << 2n)]);
    assert.match(missing.message, /is unknown to the market; this call needs it to be active or submitted\./);
    const lease = decoded("LeaseEscrow_UnexpectedState", [id("lease"), 3, (1n << 1n) | (1n << 2n)]);
    assert.match(lease.message, /is closed; this call needs it to be open or running\./);
    const ended = decoded("LeaseEscrow_TooLate", [id("lease"), 1_800_000_060, 1_800_000_000]);
    assert.match(ended.message, /ended at 2027-01-15T08:00:00Z, 60 seconds ago/);
    const stage = decoded("CourtVotes_UnexpectedStage", [ACCOUNT, id("case"), 2, (1n << 3n) | (1n << 7n)]);
    assert.match(stage.message, /is committing; this call needs it to be revealing or appeal-revealing\./);
    const seat = decoded("CourtSeats_TooEarly", [ACCOUNT, 7, 1_799_999_940, 1_800_000_000]);
    assert.match(seat.message, /Seat 7 .* until 2027-01-15T08:00:00Z, for 60 seconds more/);
    assert.match(decoded("CourtSeats_TooEarly", [ACCOUNT, 7, 5, 0]).message, /was not left/);
    assert.match(
      decoded("CourtSeats_ListFull", [ACCOUNT, 9]).message,
      /has all its 9 places, and none is free/,
    );
    const rule = decoded("CourtSeats_RuleInvalid", [encodeBytes32String("drawBlocks"), 129, 1, 128]);
    assert.match(rule.message, /The court's drawBlocks is 129; it must lie between 1 and 128\./);
    const vote = (committed: string): string =>
      decoded("CourtVotes_VoteMismatch", [7, id("vote"), committed]).message;
    assert.match(vote(ZeroHash), /has committed to nothing/);
    assert.match(vote(`0x${"2".padStart(64, "0")}`), /has revealed its vote already/);
    assert.match(vote(id("other")), /hashes to .*, but it committed to /);
  });

  it("tell whether a retry can help", () => {
    const retryable = (current: number, allowed: number): boolean =>
      decoded("JobEscrow_UnexpectedState", [id("job"), current, 1n << BigInt(allowed)]).retryable;
    assert.equal(retryable(1, 2), true, "an active job may be submitted later");
    assert.equal(retryable(0, 1), true, "an endpoint may lag behind the take");
    assert.equal(retryable(2, 1), false, "a submitted job is never active again");
    assert.equal(retryable(5, 2), false, "a declined job is final");
    assert.equal(decoded("JobEscrow_TooEarly", [id("job"), 1, 2]).retryable, true);
    assert.equal(decoded("JobEscrow_TooLate", [id("job"), 2, 1]).retryable, false);
    assert.equal(decoded("OfferBook_NoFreeSlot", [id("order"), 1]).retryable, true);
    const lease = (current: number, allowed: bigint): boolean =>
      decoded("LeaseEscrow_UnexpectedState", [id("lease"), current, allowed]).retryable;
    assert.equal(lease(1, 1n << 2n), true, "an open lease may run later");
    assert.equal(lease(0, 6n), true, "an endpoint may lag behind the opening");
    assert.equal(lease(3, 6n), false, "a closed lease is final");
    const stage = (current: number, allowed: bigint): boolean =>
      decoded("CourtVotes_UnexpectedStage", [ACCOUNT, id("case"), current, allowed]).retryable;
    assert.equal(stage(2, (1n << 3n) | (1n << 7n)), true, "what is committed can be revealed later");
    assert.equal(stage(3, (1n << 2n) | (1n << 6n)), false, "the time to commit is over");
    assert.equal(stage(5, (1n << 2n) | (1n << 6n)), true, "an appeal's panel is drawn before it commits");
    assert.equal(
      stage(6, (1n << 3n) | (1n << 7n)),
      true,
      "what is committed in an appeal can be revealed later",
    );
    assert.equal(stage(7, (1n << 2n) | (1n << 6n)), false, "the time to commit in an appeal is over");
    assert.equal(stage(8, (1n << 3n) | (1n << 7n)), false, "a decided case is never revealed again");
    assert.equal(decoded("SlashingCourt_NoSeed", [10, 10]).retryable, true, "the block has yet to come");
    assert.equal(decoded("SlashingCourt_NoSeed", [10, 8_202]).retryable, false, "it is forgotten");
    assert.equal(decoded("CourtSeats_TooEarly", [ACCOUNT, 7, 5, 0]).retryable, false, "nobody left");
  });

  it("tell which contract refused", () => {
    assert.equal(decoded("ProviderStaking_NothingThawing", [ACCOUNT]).contract, "ProviderStaking");
    assert.equal(decoded("RequestBook_Taken", [id("order"), 1]).contract, "JobEscrow");
    assert.equal(decoded("LeaseEscrow_NotClient", [id("lease"), ACCOUNT]).contract, "LeaseEscrow");
    assert.equal(decoded("CourtSeats_NoSeat", [ACCOUNT, 7]).contract, "SlashingCourt");
    assert.equal(decoded("CourtVotes_NotJuror", [ACCOUNT, ACCOUNT]).contract, "SlashingCourt");
    assert.equal(decoded("OfferBook_NoFreeSlot", [id("order"), 1]).contract, null, "several markets have it");
    assert.equal(decoded("OrderBook_Canceled", [id("order")]).contract, null);
    assert.equal(decoded("Order_OutOfBounds", [encodeBytes32String("slots"), 0, 1, 2]).contract, null);
    assert.equal(decoded("ERC6909InsufficientBalance", [ACCOUNT, 1, 2, 3]).contract, "PaymentVault");
    assert.equal(decoded("ERC20InsufficientBalance", [ACCOUNT, 1, 2]).contract, "token");
    assert.equal(decoded("FailedCall", []).contract, null);
  });

  it("come with small values as numbers and large ones as bigints", () => {
    const error = decoded("ProviderRegistry_MachineClaimInvalid", [ACCOUNT, id("model"), 2, 24_564]);
    assert.deepEqual(error.args, { provider: ACCOUNT, gpuModel: id("model"), gpuCount: 2, vramMib: 24_564 });
    const stake = decoded("ProviderStaking_InsufficientFree", [ACCOUNT, 2n ** 100n, 5n]);
    assert.deepEqual(stake.args, { provider: ACCOUNT, free: 2n ** 100n, needed: 5n });
  });
});

describe("a revert with something else", () => {
  it("error: CallRevertedError", () => {
    const coder = AbiCoder.defaultAbiCoder();
    const text = concat(["0x08c379a0", coder.encode(["string"], ["paused"])]);
    const panic = concat(["0x4e487b71", coder.encode(["uint256"], [0x11])]);
    for (const [data, message] of [
      [text, /^The call reverted with "paused"\./],
      [panic, /^The call reverted with panic 17\./],
      ["0x12345678", /^The call reverted with unknown data 0x12345678\./],
      ["0x", /^The call reverted without a reason\./],
    ] as const) {
      const error = decodeContractError(reverted(data));
      assert.ok(error instanceof CallRevertedError);
      assert.match(error.message, message);
      assert.equal(error.data, data);
      assert.equal(error.retryable, false);
    }
  });

  it("is not mistaken for one when its data is cut short", () => {
    const data = id("JobEscrow_NotClient(bytes32,address)").slice(0, 10) + "00".repeat(20);
    assert.ok(decodeContractError(reverted(data)) instanceof CallRevertedError);
    assert.ok(decodeContractError(reverted(`${data}${ZeroAddress.slice(2)}`)) instanceof CallRevertedError);
  });
});
