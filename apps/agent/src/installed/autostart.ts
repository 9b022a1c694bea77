import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { agentError } from '../errors/agent-error.ts'
import { textAt } from './installation.ts'
import type { Places } from './places.ts'

const run = promisify(execFile)

/** Starts at logon, in the session of the user: the vendor's library may show windows, and those of a service are never seen. */
export interface Autostart {
  enable(): Promise<void>
  disable(): Promise<void>
  isEnabled(): Promise<boolean>
}

/** The value in the registry of this user, or the file of this user's desktop (XDG autostart). */
export function autostartOf(places: Places): Autostart {
  return process.platform === 'win32' ? inRegistry(places) : inDesktop(places)
}

const RUN_KEY = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'
const NAME = 'nationec-agent'

function inRegistry({ launcher }: Places): Autostart {
  const reg = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe')
  const call = (...args: string[]) => run(reg, args, { windowsHide: true })
  return {
    async enable() {
      await call('add', RUN_KEY, '/v', NAME, '/t', 'REG_SZ', '/d', `"${launcher}"`, '/f').catch((cause: unknown) => {
        throw agentError('AGENT_AUTOSTART_REFUSED', { cause })
      })
    },
    async disable() {
      await call('delete', RUN_KEY, '/v', NAME, '/f').catch(() => {})
    },
    isEnabled: () =>
      call('query', RUN_KEY, '/v', NAME).then(
        ({ stdout }) => stdout.includes(launcher),
        () => false,
      ),
  }
}

function inDesktop({ home }: Places): Autostart {
  const { XDG_CONFIG_HOME = '' } = process.env
  const config = isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : join(homedir(), '.config')
  const path = join(config, 'autostart', `${NAME}.desktop`)
  const entry = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=nationec agent',
    'Name[zh_CN]=医保终端本地代理',
    `Exec="${home.replace(/["`$\\]/g, '\\$&')}/nationec-agent" keep`,
    'Terminal=false',
    '',
  ].join('\n')
  return {
    async enable() {
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, entry)
      } catch (cause) {
        throw agentError('AGENT_AUTOSTART_REFUSED', { cause, details: [{ en: `${path}.`, zh: `${path}。` }] })
      }
    },
    disable: () => rm(path, { force: true }),
    isEnabled: async () => (await textAt(path)) === entry,
  }
}
