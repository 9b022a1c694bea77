/**
 * The WebAssembly modules of this package.
 *
 * @typedef {object} WasmModule
 * @property {string} name of the generated file: `sm4-simd` becomes `src/providers/fast/generated/sm4-simd.ts`
 * @property {string} entry the AssemblyScript file whose exports are the module's, relative to this folder
 * @property {readonly string[]} [options] further options of the AssemblyScript compiler
 */

/** @type {readonly WasmModule[]} */
export const modules = [
  { name: 'sm4-relaxed', entry: 'sm4/sm4.ts', options: ['--enable', 'simd', '--enable', 'relaxed-simd'] },
  { name: 'sm4-simd', entry: 'sm4/sm4.ts', options: ['--enable', 'simd'] },
  { name: 'sm4-scalar', entry: 'sm4/sm4.ts' },
  { name: 'sm2', entry: 'sm2/sm2.ts' },
]
