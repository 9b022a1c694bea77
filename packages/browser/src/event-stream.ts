/** One event of the stream, its data still text. */
export interface StreamEvent {
  readonly id: string
  readonly topic: string
  readonly data: string
}

/**
 * Reads Server-Sent Events piece by piece: text in, whole events out. Written here because `EventSource` cannot send
 * the token.
 */
export function createEventReader(): (piece: string) => StreamEvent[] {
  let rest = ''
  let id = ''
  return (piece) => {
    rest += piece
    const events: StreamEvent[] = []
    let end = /\r?\n\r?\n/.exec(rest)
    while (end !== null) {
      const block = rest.slice(0, end.index)
      rest = rest.slice(end.index + end[0].length)
      const event = readBlock(block, id)
      id = event.id
      if (event.data !== '') events.push(event)
      end = /\r?\n\r?\n/.exec(rest)
    }
    return events
  }
}

function readBlock(block: string, lastId: string): StreamEvent {
  let id = lastId
  let topic = 'message'
  const data: string[] = []
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'id') id = value
    else if (field === 'event') topic = value
    else if (field === 'data') data.push(value)
  }
  return { id, topic, data: data.join('\n') }
}
