import type { StreamName } from '../message/message.ts'
import type { ApplicationSecrets } from './key-schedule.ts'
import { streamSecret } from './key-schedule.ts'
import {
  createRecordOpener,
  createRecordSealer,
  type KeyLife,
  type RecordOpener,
  type RecordSealer,
} from './records.ts'

/** The records of an open channel, by stream. */
export interface StreamRecords {
  readonly outgoing: Readonly<Record<StreamName, RecordSealer>>
  readonly incoming: Readonly<Record<StreamName, RecordOpener>>
  destroy(): void
}

/** Makes the records of one side and forgets the secrets of both. */
export function createStreamRecords(
  { institution, terminal }: ApplicationSecrets,
  role: 'institution' | 'terminal',
  life: KeyLife,
  now: number,
): StreamRecords {
  const [own, other] = role === 'institution' ? [institution, terminal] : [terminal, institution]
  const sealer = (stream: StreamName): RecordSealer => createRecordSealer(streamSecret(own, stream), life, now)
  const opener = (stream: StreamName): RecordOpener => createRecordOpener(streamSecret(other, stream))
  const outgoing = { control: sealer('control'), data: sealer('data') }
  const incoming = { control: opener('control'), data: opener('data') }
  institution.fill(0)
  terminal.fill(0)
  return {
    outgoing,
    incoming,
    destroy() {
      for (const part of [outgoing.control, outgoing.data, incoming.control, incoming.data]) part.destroy()
    },
  }
}
