import { execFile } from 'node:child_process'
import process from 'node:process'
import { encodeGbk } from '../../../output/gbk.ts'
import { type Check, type Checker, found, ok, skipped } from './check.ts'

/** Common words of a bill, and a name with a character that old code pages lack. */
const SAMPLE = '医保业务综合服务终端：患者姓名、诊断、费用明细，金额 128.50 元。'

/** Whether Chinese text survives the way to bytes and back, and which code page the console has. */
export const checkCharset: Checker = async ({ settings: { charset } }) => [roundTrip(), await consoleOf(charset)]

function roundTrip(): Check {
  const id = 'charset.round-trip'
  const utf8 = new TextDecoder().decode(new TextEncoder().encode(SAMPLE))
  const gb18030 = new TextDecoder('gb18030').decode(encodeGbk(SAMPLE))
  if (utf8 === SAMPLE && gb18030 === SAMPLE) {
    return ok(id, 'UTF-8 and GB18030 give the text back unchanged.', 'UTF-8 与 GB18030 往返转换一致。')
  }
  const why = { en: 'This runtime does not decode GB18030.', zh: '该运行环境不能解码 GB18030。' }
  return found('problem', id, why, {
    en: 'Use a runtime with full Unicode data (Node from nodejs.org has it).',
    zh: '请使用带完整 Unicode 数据的运行环境（nodejs.org 的 Node 即是）。',
  })
}

async function consoleOf(charset: string): Promise<Check> {
  const id = 'charset.console'
  if (process.platform !== 'win32') return skipped(id, 'Consoles here are UTF-8.', '该系统的控制台为 UTF-8。')
  const page = await codePage()
  const what = `code page ${page ?? '?'}, output ${charset}`
  if (page !== '936' || charset === 'gbk') return ok(id, `${what}.`, `${what}。`)
  const why = {
    en: `${what}: Chinese is right in the window and wrong in files and pipes that expect GBK.`,
    zh: `${what}：窗口中的中文正常，但按 GBK 读取的文件和管道会出现乱码。`,
  }
  return found('warning', id, why, { en: 'Set NATIONEC_CHARSET=gbk for those.', zh: '请设置 NATIONEC_CHARSET=gbk。' })
}

function codePage(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('cmd', ['/c', 'chcp'], { windowsHide: true, timeout: 5_000 }, (_, stdout) => {
      resolve(/(\d{3,5})\s*$/.exec(String(stdout))?.[1])
    })
  })
}
