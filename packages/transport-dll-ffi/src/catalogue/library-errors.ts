import type { ErrorCatalogue } from '@nationec/errors'

/** What is wrong with the library file, found before a call. */
export const libraryErrors = {
  LIBRARY_NOT_FOUND: {
    layer: 'library',
    delivery: 'not-sent',
    summary: { en: 'There is no library at this path.', zh: '该路径下没有动态库文件。' },
    advice: {
      en: 'Correct `library`: give the absolute path of NationECCode.dll, file name included.',
      zh: '请更正 library：填写 NationECCode.dll 的绝对路径，包含文件名。',
    },
  },
  LIBRARY_NOT_READABLE: {
    layer: 'library',
    delivery: 'not-sent',
    summary: { en: 'The library file may not be read, or is a folder.', zh: '动态库文件无法读取，或该路径是文件夹。' },
    advice: {
      en: 'Give the path of the file itself, and let this user read and run it.',
      zh: '请填写文件本身的路径，并授予当前用户读取和执行权限。',
    },
  },
  LIBRARY_NOT_A_LIBRARY: {
    layer: 'library',
    delivery: 'not-sent',
    summary: { en: 'The file is no library, or is cut short.', zh: '该文件不是动态库，或文件不完整。' },
    advice: {
      en: 'Copy the file again from its source, and compare its size.',
      zh: '请从来源处重新复制该文件，并核对文件大小。',
    },
  },
  LIBRARY_WRONG_PLATFORM: {
    layer: 'library',
    delivery: 'not-sent',
    summary: {
      en: 'The library belongs to another operating system.',
      zh: '该动态库属于其他操作系统。',
    },
    advice: {
      en: 'A DLL needs Windows; on Linux and macOS use the stand-in library, or the simulator.',
      zh: 'DLL 须在 Windows 上使用；在 Linux 和 macOS 上请使用模拟动态库或模拟器。',
    },
  },
  LIBRARY_WRONG_BITNESS: {
    layer: 'library',
    delivery: 'not-sent',
    summary: {
      en: 'The library and the process that should load it differ in bitness or processor.',
      zh: '动态库与加载它的进程位数或处理器类型不一致。',
    },
    advice: {
      en: 'Leave `isolation` at `process`: a host of the library’s own bitness is then chosen, also when this program differs.',
      zh: '请将 isolation 保持为 process：程序会自动选用与动态库位数一致的宿主，与本程序位数无关。',
    },
  },
  LIBRARY_DEPENDENCY_MISSING: {
    layer: 'library',
    delivery: 'not-sent',
    summary: {
      en: 'A library that this one needs is missing or of a wrong version.',
      zh: '该动态库所依赖的其他库缺失或版本不符。',
    },
    advice: {
      en: 'Put the vendor’s whole folder in place, and install the Visual C++ runtime of the library’s own bitness.',
      zh: '请将厂商提供的整个文件夹放到位，并安装与动态库位数一致的 Visual C++ 运行库。',
    },
  },
  LIBRARY_EXPORT_MISSING: {
    layer: 'library',
    delivery: 'not-sent',
    summary: { en: 'The library does not export NationEcTrans.', zh: '该动态库没有导出 NationEcTrans 函数。' },
    advice: {
      en: 'Check that this is NationECCode.dll itself (clause 3.2) and no helper of it; name another export in `functionName`.',
      zh: '请确认该文件就是 NationECCode.dll（规范 3.2）而非其辅助库；若函数名不同，请设置 functionName。',
    },
  },
  LIBRARY_LOAD_FAILED: {
    layer: 'library',
    delivery: 'not-sent',
    summary: { en: 'The library could not be loaded.', zh: '动态库加载失败。' },
    advice: {
      en: 'Look at the system’s own words in `cause`; the library’s own start-up code may have refused.',
      zh: '请查看 cause 中系统给出的原因；也可能是动态库自身的初始化代码拒绝加载。',
    },
  },
} as const satisfies ErrorCatalogue
