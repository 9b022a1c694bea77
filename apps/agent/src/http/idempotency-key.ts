import { agentError } from '../errors/agent-error.ts'

/** @throws `KEY_MISSING`, `KEY_INVALID` */
export function readKey(given: string | undefined, wanted: 'required' | 'optional' | undefined): string | undefined {
  if (wanted === undefined) return undefined
  if (given === undefined) {
    if (wanted === 'required') throw agentError('KEY_MISSING')
    return undefined
  }
  if (!/^[\x21-\x7e]{1,128}$/.test(given)) throw agentError('KEY_INVALID')
  return given
}
