import { id, isCallException, type JsonFragment, type Provider } from "ethers";
import { readArtifact } from "../../artifacts.ts";
import type { DeployedContract, DeploymentRecord } from "../record.ts";
import type { Finding } from "./finding.ts";

/** What contracts with a privileged account answer. */
const ROLE_GETTERS = [
  ..."owner() admin() getOwner() pendingOwner() governance() governor() guardian() authority() paused()".split(
    " ",
  ),
  ..."defaultAdmin() implementation() proxiableUUID() upgradeTo(address) getRoleAdmin(bytes32)".split(" "),
  ..."hasRole(bytes32,address) feeRecipient() treasury()".split(" "),
];

/** How functions are called that only such an account may call. */
const ROLE_NAMES =
  /^(?:pause|unpause|upgrade|initialize|transferOwnership|renounce|grantRole|revokeRole|setOwner|setAdmin|setFee|rescue|sweep)/i;

/** Where proxies keep the code that they run and the account that may change it: EIP-1967, and the one before it. */
const PROXY_SLOTS = [
  "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc",
  "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103",
  "0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50",
  "0xc5f16f0fcc639fa48a6947836d9850f504798523bf8c9a3a87d5876cf622bcf7",
];
const ZERO_WORD = `0x${"00".repeat(32)}`;

/**
 * Looks for anything by which some account could do more than others. That the code is the one of the sources says the
 * same; this says it of the chain, to somebody who has not read them.
 */
export async function checkRoles(provider: Provider, record: DeploymentRecord): Promise<readonly Finding[]> {
  return Promise.all(
    Object.entries(record.contracts).map(async ([name, { address }]) => {
      const { abi } = await readArtifact(name as DeployedContract);
      const signs = [
        ...(await Promise.all(ROLE_GETTERS.map((getter) => answersTo(provider, address, getter)))),
        ...(await Promise.all(PROXY_SLOTS.map((slot) => holds(provider, address, slot)))),
        ...abi.map((entry) => (isRoleFunction(entry) ? `has ${String(entry.name)}` : null)),
      ].filter((sign) => sign !== null);
      const ok = signs.length === 0;
      return { subject: name, check: "no privileged role", ok, detail: ok ? "none" : signs.join(", ") };
    }),
  );
}

async function answersTo(provider: Provider, address: string, getter: string): Promise<string | null> {
  const data = `${id(getter).slice(0, 10)}${"00".repeat(64)}`;
  try {
    return (await provider.call({ to: address, data })) === "0x" ? null : `answers to ${getter}`;
  } catch (error) {
    if (isCallException(error)) return null;
    throw error;
  }
}

async function holds(provider: Provider, address: string, slot: string): Promise<string | null> {
  return (await provider.getStorage(address, slot)) === ZERO_WORD ? null : `has a proxy's slot ${slot}`;
}

const isRoleFunction = ({ type, name = "" }: JsonFragment): boolean =>
  type === "function" && ROLE_NAMES.test(name);
