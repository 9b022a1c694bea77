const decoder = new TextDecoder()

/** The text of ASCII codes. */
export function asciiText(codes: Uint8Array): string {
  if (codes.length > 200) return decoder.decode(codes)
  // Calling the decoder costs more than a short text.
  let text = ''
  for (let index = 0; index < codes.length; index += 1) text += String.fromCharCode(codes[index] ?? 0)
  return text
}
