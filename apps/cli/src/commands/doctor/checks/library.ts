import process from 'node:process'
import { isNationEcError } from '@nationec/errors'
import { type InspectedLibrary, inspectLibrary, missingImports } from '@nationec/transport-dll-ffi'
import { type Check, type Checker, found, ok, skipped } from './check.ts'

/** Reads the library's own header; nothing of it is loaded. */
export const checkLibrary: Checker = async ({ settings: { library, transport } }) => {
  if (library === undefined) {
    if (transport !== 'dll') return [skipped('library.file', 'No library is configured.', '未配置动态库。')]
    const why = { en: 'The transport is dll and no library is named.', zh: '连接方式为 dll，但未指定动态库。' }
    return [found('problem', 'library.file', why, { en: 'Name it with --library.', zh: '请用 --library 指定。' })]
  }
  try {
    const image = await inspectLibrary(library)
    return [fileOf(image), bitnessOf(image), await dependenciesOf(image), exportOf(image), versionOf(image)]
  } catch (error) {
    if (!isNationEcError(error)) throw error
    return [found('problem', 'library.file', error.summary, error.advice)]
  }
}

const NATIVE = { win32: 'pe', linux: 'elf', darwin: 'macho' } as const
function native(): string | undefined {
  return NATIVE[process.platform as keyof typeof NATIVE]
}

const NAMES = { pe: 'Windows', elf: 'Linux', macho: 'macOS' } as const

function fileOf({ format, path }: InspectedLibrary): Check {
  if (format === native())
    return ok('library.file', `${path} is a library of this system.`, `${path} 为本系统的动态库。`)
  const why = {
    en: `${path} is a library of ${NAMES[format]}, and this is ${process.platform}.`,
    zh: `${path} 为 ${NAMES[format]} 动态库，而本机为 ${process.platform}。`,
  }
  return found('problem', 'library.file', why, {
    en: 'Run on the system that the library is for, or name its stand-in: nationec simulate dll.',
    zh: '请在该动态库对应的系统上运行，或使用模拟动态库：nationec simulate dll。',
  })
}

/** Another bitness is no problem: the library lives in a host process of its own. */
function bitnessOf({ bits, machine }: InspectedLibrary): Check {
  const same = bits === 0 || (bits === 64) === ['x64', 'arm64'].includes(process.arch)
  const en = same ? 'like this program' : 'unlike this program, so the host of its own bitness is used'
  const zh = same ? '与本程序一致' : '与本程序不同，将使用相应位数的宿主进程'
  return ok('library.bitness', `${bits} bits, ${machine}; ${en}.`, `${bits} 位，${machine}；${zh}。`)
}

async function dependenciesOf(image: InspectedLibrary): Promise<Check> {
  const { imports, format } = image
  const id = 'library.dependencies'
  if (imports.length === 0) {
    return skipped(id, 'The table of imports cannot be read, as in packed files.', '无法读取导入表（如加壳文件）。')
  }
  const missing = await missingImports(image)
  const all = imports.join(', ')
  if (missing.length === 0) return ok(id, `All are there: ${all}.`, `依赖齐全：${all}。`)
  const names = missing.join(', ')
  if (format !== native()) {
    return skipped(
      id,
      `Not beside it: ${names}. Whether its own system has them cannot be told here.`,
      `所在文件夹中没有：${names}。其所属系统中是否具备，在本机无法判断。`,
    )
  }
  const why = {
    en: `Neither beside it nor in the system: ${names}. It needs: ${all}.`,
    zh: `所在文件夹及系统中均未找到：${names}。全部依赖：${all}。`,
  }
  return found('warning', id, why, {
    en: 'Put them beside the library, or install the runtime of its compiler (Visual C++ of the same bitness).',
    zh: '请将其放在动态库旁，或安装其编译器运行库（相同位数的 Visual C++ 运行库）。',
  })
}

function exportOf({ exportFound, exports }: InspectedLibrary): Check {
  const id = 'library.export'
  if (exportFound !== undefined) return ok(id, `It exports ${exportFound}.`, `已导出 ${exportFound}。`)
  if (exports.length === 0) return skipped(id, 'The table of exports cannot be read.', '无法读取导出表。')
  const why = { en: 'It does not export NationEcTrans.', zh: '未导出 NationEcTrans。' }
  return found('problem', id, why, {
    en: 'This is another library, or its function has another name: dll.functionName in the configuration file.',
    zh: '可能不是该动态库；若函数另有名称，请在配置文件的 dll.functionName 中指定。',
  })
}

function versionOf({ fileVersion }: InspectedLibrary): Check {
  const id = 'library.version'
  if (fileVersion === undefined) return skipped(id, 'The file states no version.', '文件未标明版本。')
  return ok(id, `File version ${fileVersion}.`, `文件版本 ${fileVersion}。`)
}
