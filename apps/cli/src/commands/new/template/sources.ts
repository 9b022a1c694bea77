import type { TransportNames } from './names.ts'
import type { NewFile } from './new-file.ts'

/** The sources of a transport that is still to be written: the same inside the repository of nationec and outside it. */
export function sourcesOf(names: TransportNames): NewFile[] {
  const { factory, options, file } = names
  return [
    { path: 'src/index.ts', content: `export { type ${options}, ${factory} } from './${file}.ts'\n` },
    { path: `src/${file}.ts`, content: transportSource(names) },
    { path: 'src/conformance.test.ts', content: testSource(names) },
  ]
}

const transportSource = ({
  medium,
  factory,
  options,
}: TransportNames): string => `import { defineTransport, type OpenContext, type Transport, type TransportSession } from '@nationec/transport'

/** Settings of {@link ${factory}}. */
export interface ${options} {
  /** Where the far end is. */
  readonly address: string
  /** The business address (\`strUrl\`) for exchanges that name none. Default: an empty string. */
  readonly url?: string | undefined
  /** Milliseconds an exchange may take. Default 120,000. */
  readonly deadline?: number | undefined
}

/** Carries requests over ${medium}. Nothing opens before the first exchange. */
export function ${factory}({ address, url, deadline }: ${options}): Transport {
  return defineTransport({
    specVersion: 1,
    name: '${medium}',
    supports: {
      // True if \`send\` ends soon after its signal and no late answer can reach the next one.
      cancel: false,
      // True if a lost link calls \`onDisconnect\` by itself.
      disconnectEvents: false,
    },
    url,
    deadline,
    open: (context) => openDevice(address, context),
  })
}

/**
 * Opens the device, or throws and holds nothing.
 *
 * Give a session of two functions:
 * - \`send({ url, text }, { signal, remaining })\` sends one request and gives its answer. Hand \`url\` on. Never repeat a
 *   request, and have no time-out of your own: \`signal\` aborts when the deadline is over. \`remaining\` is for a far end
 *   that the signal cannot reach. Decode bytes whole, with \`{ fatal: true, ignoreBOM: true }\`, and throw if an answer
 *   breaks off.
 * - \`close()\` releases the device.
 */
async function openDevice(address: string, { signal }: OpenContext): Promise<TransportSession> {
  signal.throwIfAborted()
  throw new Error(\`\${address}: \\\`openDevice\\\` of the ${medium} transport is not written yet\`)
}
`

const testSource = ({
  medium,
  factory,
  file,
}: TransportNames): string => `import { type ScriptedPeer, scriptPeer, testTransport } from '@nationec/transport/conformance'
import { ${factory} } from './${file}.ts'

testTransport(
  '${medium}',
  async () => {
    const { peer, answerBytes } = scriptPeer({
      plays: ['cut', 'bytes'],
      // Count what \`open\` and \`close\` did to the device.
      sessions: () => ({ opened: 0, closed: 0 }),
      // Add \`disconnect\` and \`failNextOpen\` if the medium can do them.
    })
    const farEnd = await startFarEnd(answerBytes)
    return { transport: ${factory}({ address: farEnd.address }), peer, dispose: farEnd.close }
  },
  {
    // Titles that the medium cannot keep, each with the reason.
    skip: {},
  },
)

/**
 * Starts what stands at the other end. For each request it calls \`answer(text, { url, remaining })\` and sends the bytes
 * that it gets; with \`cut\` it announces all of them, sends half and breaks off; where \`answer\` rejects, it fails.
 */
async function startFarEnd(_answer: ScriptedPeer['answerBytes']): Promise<FarEnd> {
  return { address: 'no far end yet', close: () => {} }
}

interface FarEnd {
  readonly address: string
  close(): Promise<void> | void
}
`
