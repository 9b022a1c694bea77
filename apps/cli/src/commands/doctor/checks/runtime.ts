import process from 'node:process'
import { type Checker, found, ok } from './check.ts'

/** The oldest versions on which the tests run. */
const OLDEST = { Node: 20, Bun: 1, Deno: 2 } as const

/** Which runtime this is, and whether it is new enough. */
export const checkRuntime: Checker = async () => {
  const { bun, deno, node } = process.versions as Readonly<Record<string, string | undefined>>
  const [name, version] = deno
    ? (['Deno', deno] as const)
    : bun
      ? (['Bun', bun] as const)
      : (['Node', node ?? '0'] as const)
  const bits = ['ia32', 'arm', 'mips', 'mipsel', 'ppc', 's390'].includes(process.arch) ? 32 : 64
  const what = `${name} ${version}, ${process.platform} ${process.arch}`
  if (Number(version.split('.')[0]) < OLDEST[name]) {
    const why = { en: `${what} is too old.`, zh: `${what} 版本过旧。` }
    const fix = { en: `Install ${name} ${OLDEST[name]} or newer.`, zh: `请安装 ${name} ${OLDEST[name]} 或更高版本。` }
    return [found('problem', 'runtime.version', why, fix)]
  }
  return [ok('runtime.version', `${what}, ${bits} bits.`, `${what}，${bits} 位。`)]
}
