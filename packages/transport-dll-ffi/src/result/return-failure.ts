import type { BilingualText } from '@nationec/errors'
import { libraryReturnError, TransportError, transportErrors } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/dll-error.ts'
import type { AnswerReader } from './answer-reader.ts'
import { type LibraryResult, resultFlag } from './library-result.ts'

/** What the library gave in place of `0000`; both texts may be about a person, so that printing the error shows neither. */
export class LibraryReturned extends Error {
  /** The returned text. Read it by name; printing the error does not show it. */
  declare readonly libraryReturn: string
  /** What stood in OutData beside it, if anything. Likewise. */
  declare readonly outData: string | undefined

  constructor(libraryReturn: string, outData: string | undefined) {
    super('the library did not return 0000')
    this.name = 'LibraryReturned'
    Object.defineProperty(this, 'libraryReturn', { value: libraryReturn })
    Object.defineProperty(this, 'outData', { value: outData })
  }
}

/** The error for a result whose returned text is not `0000`. */
export function returnFailure(result: LibraryResult, reader: AnswerReader): TransportError<'LIBRARY_RETURN'> {
  const { returned, out } = result
  const text = reader.readAside(returned)
  const cause = new LibraryReturned(text ?? '', out.length === 0 ? undefined : reader.readAside(out))
  const { details } = libraryReturnError(TRANSPORT_NAME, text ?? '', cause)
  return new TransportError({
    transport: TRANSPORT_NAME,
    code: 'LIBRARY_RETURN',
    entry: transportErrors.LIBRARY_RETURN,
    details: [...details, ...aboutPointer(result), ...aboutText(text, returned), ...aboutOut(out)],
    cause,
  })
}

function aboutPointer({ flags, returnValue }: LibraryResult): BilingualText[] {
  if ((flags & resultFlag.returnNull) !== 0) return [{ en: 'It returned a null pointer.', zh: '返回了空指针。' }]
  if ((flags & resultFlag.returnUnreadable) === 0) return []
  const number = BigInt.asIntN(32, returnValue)
  return [{ en: `It returned the number ${number} instead of a text.`, zh: `返回的不是文本，而是数值 ${number}。` }]
}

function aboutText(text: string | undefined, returned: Uint8Array): BilingualText[] {
  if (text !== undefined) return []
  const { length } = returned
  return [{ en: `It returned ${length} bytes that are no text.`, zh: `返回的 ${length} 字节不是文本。` }]
}

function aboutOut({ length }: Uint8Array): BilingualText[] {
  if (length === 0) return []
  return [
    {
      en: `OutData holds ${length} bytes beside it; read them in \`cause.outData\`.`,
      zh: `同时 OutData 中有 ${length} 字节内容，见 cause.outData。`,
    },
  ]
}
