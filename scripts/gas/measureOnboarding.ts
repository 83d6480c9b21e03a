import { Signature, type Signer } from "ethers";
import { MACHINE, type Market } from "./market.ts";
import type { GasStep } from "./measureSteps.ts";

const STAKE = 1000n * 10n ** 18n;

/** Measures how a newcomer becomes a provider: three transactions, the stake by a signed permit. */
export async function measureOnboarding(market: Market): Promise<readonly GasStep[]> {
  const { ethers, token, tokenAddress, registry, staking, escrow, escrowAddress, payout, stranger } = market;
  const newcomer = stranger;
  await market.gasOf(token.mint(newcomer.address, STAKE));
  const enter = await market.gasOf(
    registry.connect(newcomer as Signer).multicall([
      registry.interface.encodeFunctionData("register", [
        {
          payout: payout.address,
          encryptionKey: `0x${"ab".repeat(32)}`,
          endpoint: "https://gpu.example.org",
        },
      ]),
      registry.interface.encodeFunctionData("addMachine", [newcomer.address, MACHINE]),
    ]),
  );

  const spender = await staking.getAddress();
  const { name, version, chainId } = await token.eip712Domain();
  const deadline = ethers.MaxUint256;
  const permit = await newcomer.signTypedData(
    { name, version, chainId, verifyingContract: tokenAddress },
    {
      Permit: [
        { name: "owner", type: "address" },
        { name: "spender", type: "address" },
        { name: "value", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    { owner: newcomer.address, spender, value: STAKE, nonce: 0, deadline },
  );
  const { v, r, s } = Signature.from(permit);
  const stake = await market.gasOf(
    staking
      .connect(newcomer as Signer)
      .multicall([
        staking.interface.encodeFunctionData("depositWithPermit", [
          newcomer.address,
          STAKE,
          deadline,
          v,
          r,
          s,
        ]),
        staking.interface.encodeFunctionData("authorize", [
          newcomer.address,
          escrowAddress,
          STAKE / 2n,
          STAKE / 10n,
        ]),
      ]),
  );

  const publish = await market.gasOf(
    escrow.connect(newcomer as Signer).publishOffer(market.offer({ provider: newcomer.address })),
  );
  return [
    { name: "onboarding 1 of 3: register and add a machine", gas: enter },
    { name: "onboarding 2 of 3: stake by permit and authorize", gas: stake },
    { name: "onboarding 3 of 3: publish an offer", gas: publish },
    { name: "onboarding, all told", gas: enter + stake + publish, budget: 380_000n },
  ];
}
