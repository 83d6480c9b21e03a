import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { openNetwork } from "../../scripts/deployment/openNetwork.ts";

const given = ["BASE_SEPOLIA_RPC_URL", "SEPOLIA_RPC_URL", "WATTLE_DEPLOYER_KEY"] as const;
const before = given.map((name) => [name, process.env[name]] as const);

describe("a network that is opened by URL and key", () => {
  after(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });

  it("error: a key that is none is not repeated", async () => {
    process.env["SEPOLIA_RPC_URL"] = "https://rpc.example/v2/secret";
    process.env["WATTLE_DEPLOYER_KEY"] = "hunter2";
    const { host, signer } = await openNetwork("sepolia");
    assert.equal(host, "rpc.example");
    await assert.rejects(signer(), (error: Error) => {
      assert.equal(error.name, "VariableInvalidError");
      assert.match(error.message, /WATTLE_DEPLOYER_KEY is no private key/);
      assert.ok(!JSON.stringify(error, Object.getOwnPropertyNames(error)).includes("hunter2"));
      return true;
    });
  });

  it("error: a URL that is none is not repeated", async () => {
    process.env["BASE_SEPOLIA_RPC_URL"] = "rpc.example/v2/secret";
    await assert.rejects(openNetwork("base-sepolia"), (error: Error) => {
      assert.match(error.message, /BASE_SEPOLIA_RPC_URL is no http\(s\) URL/);
      assert.ok(!error.message.includes("secret"));
      return true;
    });
  });
});
