import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canBuild } from './compilers.mjs'

/**
 * Why programs for a target cannot be built and started here. For `skip` of a test: `false` when they can.
 *
 * @param {string} targetName
 * @returns {string | false}
 */
export function unableToRun(targetName) {
  if (!canBuild(targetName)) return `no compiler for ${targetName} 缺少 ${targetName} 的编译器`
  if (targetName.endsWith('-ia32') && !runs32()) return NO_32_BITS
  return false
}

/** What to say where the kernel is the reason: nothing that can be installed changes it. */
export const NO_32_BITS = 'this kernel runs no 32-bit programs 此内核不支持运行 32 位程序'

/** @type {boolean | undefined} */
let known

/** Whether the kernel starts 32-bit x86 programs: some are built without, and a compiler does not tell. Linux only. */
export function runs32() {
  known ??= process.platform !== 'linux' || tryProgram()
  return known
}

function tryProgram() {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-runs32-'))
  try {
    const program = join(folder, 'exit')
    writeFileSync(program, leastProgram(), { mode: 0o700 })
    return spawnSync(program).status === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An ELF file for i386 that ends with 0: header, one segment, `mov eax, 1; xor ebx, ebx; int 0x80`. */
function leastProgram() {
  const [base, code] = [0x08048000, [0xb8, 1, 0, 0, 0, 0x31, 0xdb, 0xcd, 0x80]]
  const [header, segment] = [52, 32]
  const size = header + segment + code.length
  const file = Buffer.alloc(size)
  file.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]) // 32 bits, little-endian
  const halves = [2, 3] // executable, i386
  for (const [index, half] of halves.entries()) file.writeUInt16LE(half, 16 + index * 2)
  for (const [index, word] of [1, base + header + segment, header].entries()) file.writeUInt32LE(word, 20 + index * 4)
  file.writeUInt16LE(header, 40)
  file.writeUInt16LE(segment, 42)
  file.writeUInt16LE(1, 44) // segments
  const load = [1, 0, base, base, size, size, 5, 0x1000] // loaded whole, readable and executable
  for (const [index, word] of load.entries()) file.writeUInt32LE(word, header + index * 4)
  file.set(code, header + segment)
  return file
}
