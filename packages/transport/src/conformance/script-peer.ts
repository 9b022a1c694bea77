import type { Peer, PeerBehaviour } from './peer.ts'

/** What a scripted far end cannot know by itself. */
export type PeerMedium = Pick<Peer, 'sessions' | 'disconnect' | 'failNextOpen'>

/** A {@link Peer} for far ends in the same process, and the function that plays it. */
export interface ScriptedPeer {
  readonly peer: Peer
  /**
   * Plays one request: connect your medium's far end to it. Rejects when the script says `fail`, with an error that
   * quotes the request on purpose.
   */
  answer(text: string): Promise<string>
}

/**
 * Makes a far end that follows the script of the kit.
 *
 * @param medium what only your medium knows: the sessions, and how to cut the link or to make an opening fail
 * @example
 * ```ts
 * import { scriptPeer } from '@nationec/transport/conformance'
 * import { mockLink, mockTransport } from '@nationec/transport-mock'
 *
 * const link = mockLink()
 * const { peer, answer } = scriptPeer({ sessions: () => link.sessions, disconnect: () => link.disconnect() })
 * const transport = mockTransport(answer, { link })
 * await peer.next({ do: 'reply', text: '{"code":0}' })
 * await using connection = transport.connect()
 * console.log(await connection.exchange({ text: '{}' }))
 * ```
 */
export function scriptPeer(medium: PeerMedium): ScriptedPeer {
  const script: PeerBehaviour[] = []
  const received: string[] = []
  let held: (() => void)[] = []

  const peer: Peer = {
    ...medium,
    next: (behaviour) => {
      script.push(behaviour)
    },
    release: () => {
      for (const letGo of held) letGo()
      held = []
    },
    received: () => [...received],
  }
  return { peer, answer }

  async function answer(text: string): Promise<string> {
    received.push(text)
    const behaviour = script.shift() ?? { do: 'echo' }
    switch (behaviour.do) {
      case 'echo':
        return text
      case 'reply':
        return behaviour.text
      case 'fail':
        throw new Error(`the far end failed on ${text}`)
      case 'hold':
        await new Promise<void>((resolve) => held.push(resolve))
        return behaviour.text ?? text
    }
  }
}
