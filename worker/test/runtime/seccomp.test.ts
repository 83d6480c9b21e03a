import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { seccompFilter } from "../../src/runtime/seccomp.ts";

const ALLOW = 0x7fff0000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;
const KILL = 0x80000000;

const CLONE_VM = 0x100;
const CLONE_THREAD = 0x10000;
const CLONE_NEWUSER = 0x10000000;

const NUMBERS = {
  read: 0,
  mmap: 9,
  ioctl: 16,
  socket: 41,
  clone: 56,
  fork: 57,
  vfork: 58,
  execve: 59,
  ptrace: 101,
  mount: 165,
  futex: 202,
  unshare: 272,
  setns: 308,
  memfd_create: 319,
  bpf: 321,
  clone3: 435,
} as const;

/** Runs the filter as the kernel does, over the call's number, architecture and first argument. */
const verdict = ({ number = 0, arch = 0xc000003e, argument = 0 }): number => {
  const filter = Buffer.from(seccompFilter("x64") ?? []);
  const data = new Map([
    [0, number],
    [4, arch],
    [16, argument],
  ]);
  let accumulator = 0;
  for (let at = 0; ; at++) {
    const operand = filter.readUInt32LE(at * 8 + 4);
    const jump = (isTaken: boolean): void => {
      at += filter.readUInt8(at * 8 + (isTaken ? 2 : 3));
    };
    switch (filter.readUInt16LE(at * 8)) {
      case 0x20:
        accumulator = data.get(operand) ?? assert.fail(`reads offset ${operand}`);
        break;
      case 0x15:
        jump(accumulator === operand);
        break;
      case 0x35:
        jump(accumulator >= operand);
        break;
      case 0x45:
        jump((accumulator & operand) !== 0);
        break;
      case 0x06:
        return operand;
      default:
        assert.fail("not an instruction of this filter");
    }
  }
};

describe("seccompFilter", () => {
  test("allows what jobs need", () => {
    for (const name of ["read", "mmap", "futex", "ioctl", "execve", "memfd_create"] as const) {
      assert.equal(verdict({ number: NUMBERS[name] }), ALLOW, name);
    }
  });

  test("denies sockets, further processes, namespaces and mounts", () => {
    for (const name of ["socket", "fork", "vfork", "unshare", "setns", "mount", "ptrace", "bpf"] as const) {
      assert.equal(verdict({ number: NUMBERS[name] }), EPERM, name);
    }
  });

  test("lets clone make a thread and nothing else, and hides clone3, whose flags it cannot see", () => {
    assert.equal(verdict({ number: NUMBERS.clone, argument: CLONE_VM | CLONE_THREAD }), ALLOW);
    assert.equal(verdict({ number: NUMBERS.clone, argument: CLONE_VM }), EPERM);
    assert.equal(verdict({ number: NUMBERS.clone, argument: CLONE_NEWUSER }), EPERM);
    assert.equal(verdict({ number: NUMBERS.clone3 }), ENOSYS);
  });

  test("kills what calls by another architecture's numbers", () => {
    assert.equal(verdict({ number: NUMBERS.read, arch: 0x40000003 }), KILL);
    assert.equal(verdict({ number: NUMBERS.read + 0x40000000 }), KILL);
  });

  test("is absent where none is written for the processor", () => {
    assert.equal(seccompFilter("arm64"), null);
  });

  test("denies the numbers that this machine's headers give to those names", async () => {
    const headers = "/usr/include/x86_64-linux-gnu/asm/unistd_64.h";
    const text = await readFile(headers, "utf8").catch(() => "");
    if (text === "") return console.log(`not run: the kernel's headers are not installed`);
    const source = await readFile(new URL("../../src/runtime/seccomp.ts", import.meta.url), "utf8");
    const denied = [...source.matchAll(/^ {2}([a-z0-9_]+): (\d+),$/gm)];
    assert.ok(denied.length > 40);
    for (const [, name, number] of denied) {
      const known = new RegExp(`#define __NR_${name} (\\d+)`).exec(text)?.[1];
      assert.ok(known === undefined || known === number, `${name} is ${known}`);
    }
  });
});
