/** What a job's process has no use for, by x86-64 system call number. Everything else stays allowed. */
const DENIED_X64 = {
  socket: 41,
  fork: 57,
  vfork: 58,
  ptrace: 101,
  syslog: 103,
  personality: 135,
  pivot_root: 155,
  adjtimex: 159,
  chroot: 161,
  acct: 163,
  settimeofday: 164,
  mount: 165,
  umount2: 166,
  swapon: 167,
  reboot: 169,
  iopl: 172,
  ioperm: 173,
  init_module: 175,
  delete_module: 176,
  clock_settime: 227,
  kexec_load: 246,
  add_key: 248,
  request_key: 249,
  keyctl: 250,
  unshare: 272,
  perf_event_open: 298,
  fanotify_init: 300,
  name_to_handle_at: 303,
  open_by_handle_at: 304,
  setns: 308,
  process_vm_readv: 310,
  process_vm_writev: 311,
  finit_module: 313,
  kexec_file_load: 320,
  bpf: 321,
  userfaultfd: 323,
  io_uring_setup: 425,
  io_uring_enter: 426,
  io_uring_register: 427,
  open_tree: 428,
  move_mount: 429,
  fsopen: 430,
  fsconfig: 431,
  fsmount: 432,
  pidfd_getfd: 438,
  mount_setattr: 442,
} as const;

const CLONE_X64 = 56;
const CLONE3_X64 = 435;
const CLONE_THREAD = 0x10000;
const AUDIT_ARCH_X64 = 0xc000003e;
/** Numbers from here on are the x32 calls, which would slip past a list of x86-64 numbers. */
const X32_BIT = 0x40000000;

const LOAD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const JUMP_IF_AT_LEAST = 0x35;
const JUMP_IF_ANY_BIT = 0x45;
const RETURN = 0x06;

const NUMBER_OFFSET = 0;
const ARCH_OFFSET = 4;
const FIRST_ARGUMENT_OFFSET = 16;

const KILL = 0x80000000;
const ALLOW = 0x7fff0000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;

/** One classic BPF instruction: jumps skip so many instructions when the test holds, or when it does not. */
type Instruction = readonly [code: number, skipIfTrue: number, skipIfFalse: number, operand: number];

const encode = (instructions: readonly Instruction[]): Uint8Array => {
  const bytes = Buffer.alloc(instructions.length * 8);
  for (const [index, [code, skipIfTrue, skipIfFalse, operand]] of instructions.entries()) {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(skipIfTrue, index * 8 + 2);
    bytes.writeUInt8(skipIfFalse, index * 8 + 3);
    bytes.writeUInt32LE(operand, index * 8 + 4);
  }
  return bytes;
};

/**
 * Makes the system call filter of a job's process: threads, but no further process, no socket, no namespace, no
 * mount, no tracing, no kernel key, module or program.
 *
 * @returns The filter as the bytes of a classic BPF program, or null where none has been written for the processor.
 *
 * @example
 * ```ts
 * const filter = seccompFilter(process.arch);
 * console.log(filter === null ? "no system call filter on this processor" : `${filter.length / 8} instructions`);
 * ```
 */
export function seccompFilter(arch: NodeJS.Architecture): Uint8Array | null {
  if (arch !== "x64") return null;
  const denied = Object.values(DENIED_X64).flatMap((number): Instruction[] => [
    [JUMP_IF_EQUAL, 0, 1, number],
    [RETURN, 0, 0, EPERM],
  ]);
  return encode([
    [LOAD, 0, 0, ARCH_OFFSET],
    [JUMP_IF_EQUAL, 1, 0, AUDIT_ARCH_X64],
    [RETURN, 0, 0, KILL],
    [LOAD, 0, 0, NUMBER_OFFSET],
    [JUMP_IF_AT_LEAST, 0, 1, X32_BIT],
    [RETURN, 0, 0, KILL],
    ...denied,
    // The flags of clone3 lie behind a pointer, where no filter sees them; without clone3, libc takes clone.
    [JUMP_IF_EQUAL, 0, 1, CLONE3_X64],
    [RETURN, 0, 0, ENOSYS],
    [JUMP_IF_EQUAL, 0, 3, CLONE_X64],
    [LOAD, 0, 0, FIRST_ARGUMENT_OFFSET],
    [JUMP_IF_ANY_BIT, 1, 0, CLONE_THREAD],
    [RETURN, 0, 0, EPERM],
    [RETURN, 0, 0, ALLOW],
  ]);
}
