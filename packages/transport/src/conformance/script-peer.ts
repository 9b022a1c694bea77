import type { Peer, PeerBehaviour, PeerRequest } from './peer.ts'

/** What a scripted far end cannot know by itself. */
export type PeerMedium = Pick<Peer, 'sessions' | 'disconnect' | 'failNextOpen' | 'plays'>

/** A {@link Peer} for far ends in the same process, and the function that plays it. */
export interface ScriptedPeer {
  readonly peer: Peer
  /**
   * Plays one request: connect your medium's far end to it. Rejects when the script says `fail`, with an error that
   * quotes the request on purpose.
   *
   * @param context what else arrived with the request, for media that carry it
   */
  answer(text: string, context?: Omit<PeerRequest, 'text'>): Promise<string>
  /** The same for media that carry bytes, which play `cut` and `bytes` too. Texts become UTF-8. */
  answerBytes(text: string, context?: Omit<PeerRequest, 'text'>): Promise<PeerAnswer>
}

/** An answer in bytes. */
export interface PeerAnswer {
  readonly bytes: Uint8Array
  /** Announce all of the bytes, send half of them, and break off. */
  readonly cut: boolean
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
  const received: PeerRequest[] = []
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
  return { peer, answer, answerBytes }

  async function answer(text: string, context: Omit<PeerRequest, 'text'> = {}): Promise<string> {
    const behaviour = next(text, context)
    if (behaviour.do === 'cut' || behaviour.do === 'bytes') {
      throw new Error(`this far end plays no \`${behaviour.do}\`: connect it to \`answerBytes\``)
    }
    return textOf(behaviour, text)
  }

  async function answerBytes(text: string, context: Omit<PeerRequest, 'text'> = {}): Promise<PeerAnswer> {
    const behaviour = next(text, context)
    if (behaviour.do === 'bytes') return { bytes: Uint8Array.from(behaviour.bytes), cut: false }
    const given = behaviour.do === 'cut' ? behaviour.text : await textOf(behaviour, text)
    return { bytes: new TextEncoder().encode(given), cut: behaviour.do === 'cut' }
  }

  function next(text: string, { url, remaining }: Omit<PeerRequest, 'text'>): PeerBehaviour {
    received.push({ text, url, remaining })
    return script.shift() ?? { do: 'echo' }
  }

  async function textOf(behaviour: TextBehaviour, text: string): Promise<string> {
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

type TextBehaviour = Exclude<PeerBehaviour, { readonly do: 'cut' | 'bytes' }>
