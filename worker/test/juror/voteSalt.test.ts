import assert from "node:assert/strict";
import { test } from "node:test";
import { Wallet } from "ethers";
import { voteSalt } from "../../src/juror/voteSalt.ts";
import { address, bytes32 } from "../support/jobs.ts";

const operator = new Wallet(bytes32(1));
const name = { chainId: 31337, court: address(2), market: address(3), caseId: bytes32(4), seat: 5 };

test("a salt follows from the key and the vote alone", () => {
  const salt = voteSalt(operator, name);
  assert.match(salt, /^0x[0-9a-f]{64}$/);
  assert.equal(
    voteSalt(new Wallet(bytes32(1)), { ...name, court: name.court.toUpperCase().replace("0X", "0x") }),
    salt,
  );
});

test("no two votes and no two keys share a salt", () => {
  const others = [
    { chainId: 1 },
    { court: address(9) },
    { market: address(9) },
    { caseId: bytes32(9) },
    { seat: 6 },
  ].map((change) => voteSalt(operator, { ...name, ...change }));
  const salts = [voteSalt(operator, name), voteSalt(new Wallet(bytes32(2)), name), ...others];
  assert.equal(new Set(salts).size, salts.length);
});
