import { type AgentError, localError } from './agent-error.ts'

/** Chrome's names of the permission, newest first: split in 145, one for both before that. */
const PERMISSIONS = ['loopback-network', 'local-network-access']

/** The state of the browser's permission for local programs, or `undefined` where the browser has no such thing. */
async function permission(): Promise<string | undefined> {
  for (const name of PERMISSIONS) {
    try {
      return (await globalThis.navigator.permissions.query({ name: name as PermissionName })).state
    } catch {
      // This browser does not know the name.
    }
  }
  return undefined
}

/**
 * Why no agent could be reached. A browser tells a page nothing but "failed", so this looks at what it does tell: the
 * permission, whether the page is secure, and whether an answer that may not be read comes back.
 */
export async function diagnose(
  fetchPage: typeof fetch,
  addresses: readonly string[],
  cause: unknown,
): Promise<AgentError> {
  const state = await permission()
  if (state === 'denied') return localError('PERMISSION_REFUSED', 'not-sent', { cause })
  for (const address of addresses) {
    const answers = await fetchPage(`${address}/livez`, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    )
    if (answers) return localError('ORIGIN_NOT_ALLOWED', 'not-sent', { cause })
  }
  if (state !== undefined && globalThis.isSecureContext === false)
    return localError('INSECURE_PAGE', 'not-sent', { cause })
  return localError('AGENT_NOT_RUNNING', 'not-sent', { cause })
}
