import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tools.mjs'
import { PROGRAM } from './parts.mjs'

/** @typedef {import('./packed.mjs').Item} Item */

/**
 * What a person types: the program by its name, with the Node that lies beside it. On Windows also the one without a window,
 * which starts the agent at logon.
 *
 * @param {import('./targets.mjs').ReleaseTarget} target
 * @returns {[string, Item][]}
 */
export function launcherOf({ archive }) {
  if (archive === 'tar.gz') return [['nationec-agent', item(SHELL)]]
  const windowless = readFileSync(join(root, 'native/launcher/prebuilt/nationec-agent.exe'))
  return [
    ['nationec-agent.cmd', item('@"%~dp0node.exe" "%~dp0agent.mjs" %*\r\n')],
    ['nationec-agent.exe', { bytes: windowless, mode: PROGRAM }],
  ]
}

const SHELL = '#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\nexec "$here/node" "$here/agent.mjs" "$@"\n'

/** @param {string} script @returns {Item} */
const item = (script) => ({ bytes: Buffer.from(script), mode: PROGRAM })
