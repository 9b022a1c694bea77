import { type AgentError, localError } from './agent-error.ts'
import type { LocalCode } from './texts.ts'

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
 * Why no agent could be reached. A browser tells a page nothing but "failed", so this looks at what it does tell: first
 * whether an answer comes that the page may not read, then at the page, and at the permission last. Chromium says `denied`
 * also on a page without HTTPS and in a frame without `allow`, where no one was asked, and where requests may go through.
 */
export async function diagnose(
  fetchPage: typeof fetch,
  addresses: readonly string[],
  cause: unknown,
): Promise<AgentError> {
  return localError(
    (await answersUnread(fetchPage, addresses)) ? 'ORIGIN_NOT_ALLOWED' : reason(await permission()),
    'not-sent',
    {
      cause,
    },
  )
}

async function answersUnread(fetchPage: typeof fetch, addresses: readonly string[]): Promise<boolean> {
  for (const address of addresses) {
    const answers = await fetchPage(`${address}/livez`, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    )
    if (answers) return true
  }
  return false
}

/** Where nothing answers at all. Without a permission in the browser, or from a local address, nothing is blocked. */
function reason(state: string | undefined): LocalCode {
  if (state !== 'denied') return 'AGENT_NOT_RUNNING'
  if (globalThis.isSecureContext === false) return isLocalPage() ? 'AGENT_NOT_RUNNING' : 'INSECURE_PAGE'
  return isFrameWithout() ? 'FRAME_NOT_ALLOWED' : 'PERMISSION_REFUSED'
}

/** Whether the page's own address says that it is of this machine or of the hospital's network. */
function isLocalPage(): boolean {
  const { hostname = '' } = globalThis.location ?? {}
  return /^(10|127)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$|^169\.254\.\d+\.\d+$/.test(
    hostname,
  )
}

interface FeaturePolicy {
  features(): string[]
  allowedFeatures(): string[]
}

/** Whether the page is in a frame that does not hand the permission on. */
function isFrameWithout(): boolean {
  const { featurePolicy } = (globalThis.document ?? {}) as { featurePolicy?: FeaturePolicy }
  if (featurePolicy === undefined) return false
  const isAmong = (names: readonly string[]) => PERMISSIONS.some((name) => names.indexOf(name) >= 0)
  return isAmong(featurePolicy.features()) && !isAmong(featurePolicy.allowedFeatures())
}
