import { flowPicture, statePicture } from './graph.ts'
import { sequencePicture } from './sequence.ts'

/**
 * A picture out of the Mermaid text of a page, drawn when the site is built: no reader loads a program for it, and GitHub draws the
 * same text. It knows what our pages use of Mermaid; another line is an error.
 */
export function pictureOf(source: string): string {
  if (source.startsWith('sequenceDiagram')) return sequencePicture(source)
  if (source.startsWith('stateDiagram-v2')) return statePicture(source)
  if (source.startsWith('flowchart')) return flowPicture(source)
  throw new Error(`a picture of an unknown kind: ${source.split('\n')[0]}`)
}
