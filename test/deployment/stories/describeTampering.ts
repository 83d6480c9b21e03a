import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { getBytes, hexlify } from "ethers";
import { deployContracts } from "../../../scripts/deployment/deployContracts.ts";
import { describeDeployment } from "../../../scripts/deployment/describeDeployment.ts";
import { planSuite } from "../../../scripts/deployment/planSuite.ts";
import type { DeployedContract, DeploymentRecord } from "../../../scripts/deployment/record.ts";
import { rehearse } from "../../../scripts/deployment/rehearse.ts";
import { verifyDeployment } from "../../../scripts/deployment/verify/verifyDeployment.ts";
import type { RehearsalChain } from "../support/rehearsalChain.ts";

/** A byte of every contract's code that no immutable is in. */
const PLACE = 4;

/** A deployment that somebody changed behind our back, on the chain or in the record: it is found, and named. */
export function describeTampering(chainOf: () => RehearsalChain): void {
  describe("a deployment that was tampered with", () => {
    let revert: () => Promise<void>;
    let revertTampering: () => Promise<void>;
    let record: DeploymentRecord;

    before(async () => {
      const { snapshot, account, suite, provider, network } = chainOf();
      revert = await snapshot();
      await deployContracts(account(0), suite.contracts);
      record = await describeDeployment(provider, { network, suite, commit: "0".repeat(40) });
      revertTampering = await snapshot();
    });
    afterEach(() => revertTampering());
    after(() => revert());

    const wrongIn = async (changed: DeploymentRecord): Promise<readonly string[]> => {
      const { provider, network, parameters } = chainOf();
      const findings = await verifyDeployment(provider, { network, parameters, record: changed });
      return findings
        .filter(({ ok }) => !ok)
        .map(({ subject, check, detail }) => `${subject}: ${check}: ${detail}`);
    };
    const setCode = async (name: DeployedContract, code: string): Promise<void> => {
      await chainOf().provider.send("hardhat_setCode", [record.contracts[name]?.address, code]);
    };
    const requireNamed = (wrong: readonly string[], ...patterns: readonly RegExp[]): void => {
      for (const pattern of patterns) {
        assert.ok(
          wrong.some((line) => pattern.test(line)),
          `nothing matches ${String(pattern)} in:\n${wrong.join("\n")}`,
        );
      }
    };

    it("has nothing wrong before", async () => {
      assert.deepEqual(await wrongIn(record), []);
    });

    it("by one byte of code, in every contract: which byte, and what it should be", async () => {
      const { provider } = chainOf();
      const patterns: RegExp[] = [];
      for (const [name, { address }] of Object.entries(record.contracts)) {
        const code = getBytes(await provider.getCode(address));
        const was = code[PLACE] ?? 0;
        code[PLACE] = was ^ 1;
        await setCode(name as DeployedContract, hexlify(code));
        const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`;
        const what = `1 byte differs: byte ${String(PLACE)} is ${hex(was ^ 1)} instead of ${hex(was)}`;
        patterns.push(
          new RegExp(`^${name}: code .*: ${what}$`),
          new RegExp(`^${name}: recorded code hash: `),
        );
      }
      requireNamed(await wrongIn(record), ...patterns);
    });

    it("by a contract that was created with another value: which one, and what it should be", async () => {
      const { parameters, network } = chainOf();
      const other = await planSuite({ ...parameters, thawSeconds: parameters.thawSeconds + 1 });
      const codes = await rehearse(network.chainId, other.contracts);
      await setCode("ProviderStaking", codes.get("ProviderStaking")?.code ?? "");
      requireNamed(
        await wrongIn(record),
        /^ProviderStaking: code .*: the constructor was told something else: thawSeconds is 3601 instead of 3600/,
        /^ProviderStaking: thawSeconds\(\): 3601 instead of 3600$/,
      );
    });

    it("by a whole deployment with another value, recorded as it is", async () => {
      const { provider, account, network, parameters } = chainOf();
      const suite = await planSuite({ ...parameters, thawSeconds: parameters.thawSeconds + 1 });
      await deployContracts(account(0), suite.contracts);
      const wrong = await wrongIn(
        await describeDeployment(provider, { network, suite, commit: "0".repeat(40) }),
      );
      requireNamed(
        wrong,
        /^ProviderStaking: recorded constructor arguments: .*3601\] instead of .*3600\]$/,
        /^ProviderStaking: recorded address: /,
        /^JobEscrow: staking\(\): /,
      );
    });

    it("by an address in the record that is another contract's", async () => {
      const { ProviderStaking, PaymentVault } = record.contracts;
      const contracts = {
        ...record.contracts,
        ProviderStaking: { ...ProviderStaking, address: PaymentVault.address },
        PaymentVault: { ...PaymentVault, address: ProviderStaking.address },
      };
      requireNamed(
        await wrongIn({ ...record, contracts }),
        new RegExp(
          `^ProviderStaking: recorded address: ${PaymentVault.address}, which is PaymentVault's instead of`,
        ),
        new RegExp(
          `^PaymentVault: recorded address: ${ProviderStaking.address}, which is ProviderStaking's instead of`,
        ),
        /^ProviderStaking: code .*: the code has \d+ bytes instead of \d+$/,
      );
    });

    it("by a market that is wired to another vault", async () => {
      const { provider, account, suite } = chainOf();
      const { JobEscrow, PaymentVault } = record.contracts;
      const code = await provider.getCode(JobEscrow.address);
      const stranger = account(5).address.slice(2).toLowerCase();
      await setCode("JobEscrow", code.replaceAll(PaymentVault.address.slice(2).toLowerCase(), stranger));
      requireNamed(
        await wrongIn(record),
        /^JobEscrow: code .*: the constructor was told something else: vault is 0x/,
        new RegExp(`^JobEscrow: vault\\(\\): 0x${stranger} instead of ${PaymentVault.address}`, "i"),
      );
      assert.equal(suite.contracts.length, Object.keys(record.contracts).length);
    });

    it("by fields of the record: block, transaction, hash, argument, token, compiler", async () => {
      const { FaucetToken, ProviderRegistry, PaymentVault, LeaseEscrow } = record.contracts;
      assert.ok(FaucetToken);
      const contracts = {
        ...record.contracts,
        FaucetToken: { ...FaucetToken, arguments: ["Wattle Test Dollar", "WTX"] },
        ProviderRegistry: { ...ProviderRegistry, block: ProviderRegistry.block + 1 },
        PaymentVault: { ...PaymentVault, transaction: FaucetToken.transaction },
        LeaseEscrow: { ...LeaseEscrow, bytecodeHash: FaucetToken.bytecodeHash },
      };
      const compiler = { ...record.compiler, version: "0.8.36" };
      const tokens = { ...record.tokens, stake: PaymentVault.address };
      requireNamed(
        await wrongIn({ ...record, contracts, compiler, tokens, startBlock: 0 }),
        /^FaucetToken: recorded constructor arguments: .*WTX/,
        /^ProviderRegistry: recorded block: /,
        /^PaymentVault: recorded transaction: /,
        /^LeaseEscrow: recorded code hash: /,
        /^record: compiler: /,
        /^record: stake token: /,
        /^record: start block: 0 instead of/,
      );
    });

    it("by a proxy or an owner in a contract's place", async () => {
      const { provider } = chainOf();
      const { PaymentVault } = record.contracts;
      const slot = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";
      await provider.send("hardhat_setStorageAt", [PaymentVault.address, slot, `0x${"11".repeat(32)}`]);
      // Answers every call with a word.
      await setCode("SessionEscrow", "0x60205ff3");
      requireNamed(
        await wrongIn(record),
        /^PaymentVault: no privileged role: has a proxy's slot/,
        /^SessionEscrow: no privileged role: answers to owner\(\)/,
      );
    });
  });
}
