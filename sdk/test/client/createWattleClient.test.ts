import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { id, Wallet } from "ethers";
import {
  createWattleClient,
  type Deployment,
  MissingProviderError,
  UnknownChainError,
} from "../../src/index.ts";

const address = (digit: number): string => `0x${String(digit).repeat(40)}`;
const deployment: Deployment = {
  chainId: 31_337,
  name: "local",
  startBlock: 0,
  contracts: {
    providerRegistry: address(1),
    providerStaking: address(2),
    paymentVault: address(3),
    jobEscrow: address(4),
    leaseEscrow: address(6),
    sessionEscrow: address(7),
  },
  tokens: { stake: address(5) },
};
const rpcUrls = "http://127.0.0.1:1";

describe("createWattleClient", () => {
  it("asks nothing of the network", () => {
    const client = createWattleClient({ rpcUrls, deployment });
    assert.equal(client.chainId, 31_337);
    assert.equal(client.signer, null);
    assert.equal(client.contracts.escrow.target, address(4));
    assert.equal(client.contracts.staking.target, address(2));
  });

  it("connects a signer that has no provider of its own", () => {
    const signer = new Wallet(id("a key without money"));
    const client = createWattleClient({ rpcUrls, deployment, signer });
    assert.equal(client.signer?.provider, client.provider);
    assert.equal(signer.provider, null);
  });

  it("reads through the signer's provider where there is no other", () => {
    const { provider } = createWattleClient({ rpcUrls, deployment });
    const signer = new Wallet(id("a key without money")).connect(provider);
    assert.equal(createWattleClient({ deployment, signer }).provider, provider);
  });

  it("error: UnknownChainError", () => {
    assert.throws(() => createWattleClient({ rpcUrls, chainId: 999_999 }), UnknownChainError);
    assert.throws(() => createWattleClient({ rpcUrls }), UnknownChainError);
    assert.throws(() => createWattleClient({ rpcUrls, deployment, chainId: 1 }), UnknownChainError);
  });

  it("error: MissingProviderError", () => {
    assert.throws(() => createWattleClient({ deployment }), MissingProviderError);
    assert.throws(
      () => createWattleClient({ deployment, signer: new Wallet(id("a key without money")) }),
      MissingProviderError,
    );
  });
});
