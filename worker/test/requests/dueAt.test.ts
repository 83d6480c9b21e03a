import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rateOfRequest } from "@wattle/sdk";
import { dueAt } from "../../src/requests/dueAt.ts";

describe("the moment when a request pays enough", () => {
  const request = { startRatePerSecond: 100n, maxRatePerSecond: 1000n, startsAt: 5000, riseSeconds: 70 };

  it("is the first second at which the contract's rate is that high", () => {
    for (let rate = 100n; rate <= 1000n; rate++) {
      const at = dueAt(request, rate);
      assert.ok(rateOfRequest(request, at) >= rate, `${rate} is paid at ${at}`);
      if (at > 0) assert.ok(rateOfRequest(request, at - 1) < rate, `${rate} is not paid before ${at}`);
    }
  });

  it("is now where it pays that much from the beginning, and the start where it does not rise", () => {
    assert.equal(dueAt(request, 100n), 0);
    assert.equal(dueAt({ ...request, riseSeconds: 0 }, 101n), 5000);
  });
});
