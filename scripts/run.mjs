import { spawn } from 'node:child_process'

/**
 * @typedef {object} Outcome
 * @property {number} code the exit code; 1 when a signal or a missing program ended the run
 * @property {string} output everything it printed, both streams in order
 * @property {number} milliseconds
 */

/**
 * Runs a program to its end and keeps what it prints. Never throws: read `code`.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limit?: number, onText?: (text: string) => void }} [options]
 *   `limit`: milliseconds after which the program is killed; default 10 minutes, so that nothing hangs unattended.
 *   `onText`: called with the text as it comes
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env, limit = 600_000, onText } = {}) {
  const started = performance.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    const timer = setTimeout(() => {
      output += `\nstopped: no end after ${limit / 1000} s\n`
      child.kill('SIGKILL')
    }, limit)
    /** @param {string} text */
    const take = (text) => {
      output += text
      onText?.(text)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer)
      resolve({ code, output, milliseconds: performance.now() - started })
    }
    child.on('error', (error) => {
      output += `${error.message}\n`
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

/**
 * Runs a program on the terminal of this one.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code
 */
export function runHere(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' })
    // Ctrl-C reaches the whole group: the child decides how to end, this process follows.
    const wait = () => {}
    process.on('SIGINT', wait)
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('close', (code) => {
      process.off('SIGINT', wait)
      resolve(code ?? 1)
    })
  })
}

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`
