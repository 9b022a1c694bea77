import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { takeLock } from '@nationec/transport/lock'
import { replaceFile } from '../files/replace-file.ts'
import type { ChildNews, ParentWord, WaitingPage } from './child-words.ts'
import { type ControlAnswer, type ControlWord, serveControl } from './control.ts'
import { currentVersion, goBackTo, versionAt } from './installation.ts'
import { type Places, programOf } from './places.ts'
import type { SystemLog } from './system-log.ts'

/** What a parent is made of; tests pass shorter times. */
export interface KeeperOptions {
  readonly places: Places
  /** Milliseconds to the first new start after an end that was not asked for; each one after it waits twice as long. */
  readonly firstPause?: number
  readonly longestPause?: number
  /** Looks for a release of the hospital's, and gives how that went in a word. */
  readonly lookForUpdate?: () => Promise<string>
  /** Where starts, ends and unknown outcomes are written. */
  readonly systemLog?: SystemLog
  /** Milliseconds that work in hand is waited for, when the agent is to stop for another version. */
  readonly drain?: number
}

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000
/** A payment at the terminal takes two minutes at most, and a cashier may have begun one this moment. */
const DRAIN = 10 * 60 * 1_000
/** Who ran for so long has recovered. */
const RECOVERED = 5 * 60 * 1_000
/** A new version that ends so often before it listens is given up for the one before. */
const TRIALS = 3

/**
 * The parent of the agent: starts it, and starts it again when it ends by itself, with ever longer pauses. One of a user
 * at a time. Ends when it is told to stop, after the agent has.
 *
 * @throws `LockError` while another one runs; `AGENT_NOT_INSTALLED`
 */
export async function keepAgent(options: KeeperOptions): Promise<void> {
  const { places } = options
  await mkdir(places.home, { recursive: true })
  await currentVersion(places)
  const lock = takeLock(places.lock)
  try {
    const keeper = new Keeper(options)
    const looking = options.lookForUpdate === undefined ? undefined : setInterval(() => keeper.look(), lookEvery())
    const server = await serveControl(places, (word) => keeper.hear(word))
    await replaceFile(places.controlName, `${places.control}\n`)
    try {
      await keeper.run()
    } finally {
      clearInterval(looking)
      server.close()
    }
  } finally {
    lock.release()
  }
}

/** Hours differ between computers, so that three hundred of them do not fetch at the same moment. */
const lookEvery = (): number => (60 + Math.random() * 60) * 60 * 1_000

class Keeper {
  readonly #places: Places
  readonly #tellSystem: SystemLog
  readonly #lookForUpdate: () => Promise<string>
  readonly #times: { readonly first: number; readonly longest: number; readonly drain: number }
  #child: ChildProcess | undefined
  #version = ''
  #listening: { readonly url: string; readonly startUrl: string } | undefined
  #waiting: readonly WaitingPage[] = []
  #starts = 0
  #lastCode = ''
  #lastLook = ''
  /** What comes after the end of the agent. */
  #wanted: 'run' | 'restart' | 'stop' = 'run'
  #wake = (): void => {}

  constructor({
    places,
    systemLog = () => {},
    lookForUpdate,
    firstPause = FIRST_PAUSE,
    longestPause = LONGEST_PAUSE,
    drain = DRAIN,
  }: KeeperOptions) {
    this.#places = places
    this.#tellSystem = systemLog
    this.#lookForUpdate = lookForUpdate ?? (() => Promise.resolve(''))
    this.#times = { first: firstPause, longest: longestPause, drain }
  }

  hear(word: ControlWord): ControlAnswer {
    if (word !== 'state') {
      if (this.#wanted !== 'stop') this.#wanted = word
      const order: ParentWord = { type: 'stop', within: this.#times.drain }
      if (this.#child?.connected) this.#child.send(order)
      this.#wake()
    }
    const first = this.#waiting.find(({ expiresAt }) => expiresAt > Date.now())
    return {
      state: this.#wanted === 'run' ? (this.#listening === undefined ? 'starting' : 'listening') : 'stopping',
      version: this.#version,
      starts: String(this.#starts),
      ...(this.#child?.pid !== undefined && { pid: String(this.#child.pid) }),
      ...(this.#lastLook !== '' && { lastUpdate: this.#lastLook }),
      ...(this.#lastCode !== '' && { lastExit: this.#lastCode }),
      ...(this.#listening !== undefined && { url: this.#listening.url, start: this.#listening.startUrl }),
      ...(first !== undefined && { code: first.code, page: `${first.name} ${first.origin}` }),
    }
  }

  look(): void {
    void this.#lookForUpdate().then((word) => {
      this.#lastLook = word
    })
  }

  async run(): Promise<void> {
    let pause = this.#times.first
    let failures = 0
    while (!this.#isWanted('stop')) {
      const begun = performance.now()
      const listened = await this.#runOnce()
      if (this.#isWanted('stop')) return
      if (this.#isWanted('restart')) {
        this.#wanted = 'run'
        ;[pause, failures] = [this.#times.first, 0]
        continue
      }
      failures = listened ? 0 : failures + 1
      if (failures >= TRIALS && (await this.#gaveUpTrial())) {
        failures = 0
        continue
      }
      if (performance.now() - begun > RECOVERED) pause = this.#times.first
      await this.#sleep(pause)
      pause = Math.min(pause * 2, this.#times.longest)
    }
  }

  #isWanted(word: 'run' | 'restart' | 'stop'): boolean {
    return this.#wanted === word
  }

  /** Gives whether it listened. */
  async #runOnce(): Promise<boolean> {
    this.#version = await currentVersion(this.#places)
    const { node, script } = programOf(this.#places, this.#version)
    const { settings, log, home } = this.#places
    const child = fork(script, ['--config', settings, '--log-file', log], {
      execPath: node,
      execArgv: [],
      cwd: home,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      windowsHide: true,
    })
    this.#child = child
    this.#starts += 1
    // Told while the version was read.
    if (this.#wanted !== 'run') child.send({ type: 'stop', within: 0 } satisfies ParentWord)
    let listened = false
    child.on('message', (news: ChildNews) => {
      if (news.type === 'pairings') this.#waiting = news.waiting
      if (news.type === 'unknown')
        this.#tellSystem('warning', `outcome unknown 结果未知: ${news.kind} ${news.id}; version 版本 ${this.#version}`)
      if (news.type !== 'listening') return
      listened = true
      this.#tellSystem('info', `agent listening 代理程序已启动: version 版本 ${this.#version}`)
      this.#listening = { url: news.url, startUrl: news.startUrl }
      void this.#passTrial()
    })
    // A program that is not there: 'exit' never comes.
    const [code, signal] = await Promise.race([once(child, 'exit'), failed(child)])
    this.#lastCode = String(signal ?? code)
    const level = this.#isWanted('run') ? 'error' : 'info'
    this.#tellSystem(level, `agent ended 代理程序已结束: ${this.#lastCode}; version 版本 ${this.#version}`)
    this.#child = undefined
    this.#listening = undefined
    this.#waiting = []
    return listened
  }

  async #passTrial(): Promise<void> {
    await rm(this.#places.trial, { force: true }).catch(() => {})
  }

  async #gaveUpTrial(): Promise<boolean> {
    const [trial, previous] = [await versionAt(this.#places.trial), await versionAt(this.#places.previous)]
    if (trial === undefined || previous === undefined || trial !== this.#version) return false
    await goBackTo(this.#places, previous)
    return true
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function failed(child: ChildProcess): Promise<[string]> {
  return new Promise((resolve) => child.once('error', (error) => resolve([error.name])))
}
