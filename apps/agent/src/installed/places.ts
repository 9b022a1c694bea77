import { createHash } from 'node:crypto'
import { join } from 'node:path'
import process from 'node:process'
import { stateFolder } from '@nationec/terminal'

/** Where an installed agent lies: in the folder of its user, so that no administrator is needed. */
export interface Places {
  readonly home: string
  /** One folder for each version. */
  readonly versions: string
  /** The version that runs, in one line: a program in C reads it too. */
  readonly current: string
  readonly previous: string
  /** The version that was taken last and has not listened yet. */
  readonly trial: string
  /** The version that was gone back from: it is not taken again by itself. */
  readonly refused: string
  readonly facts: string
  readonly settings: string
  readonly key: string
  readonly lock: string
  readonly log: string
  /** Where the parent of the agent is asked: a socket, on Windows a named pipe. */
  readonly control: string
  /** Names that place to programs in other languages. */
  readonly controlName: string
  /** The program that Windows starts at logon. */
  readonly launcher: string
}

export function placesOf(home: string = stateFolder('program'), platform: string = process.platform): Places {
  const name = createHash('sha256').update(home.toLowerCase()).digest('hex').slice(0, 16)
  return {
    home,
    versions: join(home, 'versions'),
    current: join(home, 'current'),
    previous: join(home, 'previous'),
    trial: join(home, 'trial'),
    refused: join(home, 'refused'),
    facts: join(home, 'install.json'),
    settings: join(home, 'settings.json'),
    key: join(home, 'release-key.pem'),
    lock: join(home, 'keeper.lock'),
    log: join(home, 'agent.log'),
    control: platform === 'win32' ? `\\\\.\\pipe\\nationec-agent-${name}` : join(home, 'keeper.sock'),
    controlName: join(home, 'control'),
    launcher: join(home, 'nationec-agent.exe'),
  }
}

/** The program of a version: the Node that came with it, and the bundle. */
export function programOf({ versions }: Places, version: string, platform: string = process.platform) {
  const folder = join(versions, version)
  return { node: join(folder, platform === 'win32' ? 'node.exe' : 'node'), script: join(folder, 'agent.mjs') }
}
