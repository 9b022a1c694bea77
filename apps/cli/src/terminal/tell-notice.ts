import type { TerminalNotice } from '@nationec/terminal'
import { tell } from '../output/say.ts'

/** Tells on stderr what a person at the command line must know: keys of requests, earlier requests, files that lie open. */
export function tellNotice(notice: TerminalNotice): void {
  if ('key' in notice) tell(`Idempotency-Key: ${String(notice.key)}`)
  if ('requestId' in notice && 'outcome' in notice)
    tell(`earlier request 先前的请求 ${String(notice.requestId)}: ${String(notice.outcome)}`)
  if ('files' in notice)
    tell(`other users can read 其他用户可读取: ${String(notice.files)} (serialKeys); chmod 600 请收紧文件权限`)
}
