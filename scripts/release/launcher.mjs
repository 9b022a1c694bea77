import { PROGRAM } from './parts.mjs'

/** @typedef {import('./packed.mjs').Item} Item */

/** What a person types: the program by its name, with the Node that lies beside it. @param {import('./targets.mjs').ReleaseTarget} target @returns {[string, Item][]} */
export function launcherOf({ archive }) {
  return archive === 'zip'
    ? [['nationec-agent.cmd', item('@"%~dp0node.exe" "%~dp0agent.mjs" %*\r\n')]]
    : [
        [
          'nationec-agent',
          item('#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\nexec "$here/node" "$here/agent.mjs" "$@"\n'),
        ],
      ]
}

/** @param {string} script @returns {Item} */
const item = (script) => ({ bytes: Buffer.from(script), mode: PROGRAM })
