import { workspaces } from '../../scripts/workspaces.mjs'
import { sourcesOf, textOf } from './tracked-files.ts'

/** An idea that stands in one file, what a second copy of it looks like, and the files that may have it. */
interface Room {
  readonly idea: string
  readonly copy: RegExp
  readonly files: readonly string[]
}

/** What exists twice drifts: each copy that was found beside another was wrong in one of them. */
export const ROOMS: readonly Room[] = [
  {
    idea: 'the length of a text in UTF-8: utf8Length of @nationec/errors',
    copy: /\.encode(Into)?\([^;\n]*\)\.(length|byteLength|written)\b|\.encodeInto\(/,
    files: ['packages/errors/src/text/utf8-length.ts'],
  },
  {
    idea: 'the escapes of JSON in ASCII: escapeNonAscii of @nationec/errors',
    copy: /toString\(16\)\.padStart\(4\b/,
    files: ['packages/errors/src/text/escape-non-ascii.ts'],
  },
  {
    idea: 'bytes in hexadecimal: bytesToHex of @nationec/crypto',
    copy: /toString\(16\)(\.to(Upper|Lower)Case\(\))?\.padStart\(2\b|parseInt\(.*slice\(.*, 16\)/,
    // A bundle with SM3 alone would carry the checks of `bytesToHex` for five constants.
    files: ['packages/crypto/src/provider/known-answers/sm3.ts'],
  },
  {
    idea: 'a number as 32 bytes: integerToBytes of crypto/src/bytes',
    copy: /toString\(16\)\.padStart\(64\b/,
    files: ['packages/crypto/src/bytes/integer.ts'],
  },
  {
    idea: 'Base64: bytesToBase64 of @nationec/crypto',
    copy: /ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef|\b(btoa|atob)\(|String\.fromCharCode\(\.\.\./,
    files: ['packages/crypto/src/bytes/base64.ts'],
  },
  {
    idea: 'a text of UTF-8 or nothing: decodeUtf8 of @nationec/errors',
    copy: /new TextDecoder\([^)]*ignoreBOM/,
    files: ['packages/errors/src/text/decode-utf8.ts'],
  },
  {
    idea: 'bytes joined into one array: concatBytes of @nationec/crypto',
    copy: /function (join|concat)\w*\(\.\.\.\w+: readonly Uint8Array/,
    files: ['packages/crypto/src/bytes/concat.ts'],
  },
  {
    idea: 'freezing a value and everything in it: deepFreeze of @nationec/protocol',
    copy: /function \w*freeze\w*|=> *Object\.freeze\(\w+\)/i,
    files: ['packages/protocol/src/profile/deep-freeze.ts'],
  },
  {
    idea: 'the nearest word: nearestWords of @nationec/errors',
    copy: /levenshtein|edit[- ]?distance|string alignment/i,
    files: ['packages/errors/src/options/nearest.ts'],
  },
  {
    idea: 'the text of a wrong option: requireOption of @nationec/errors',
    copy: /\$\{\w+\}\\?`? must be \$\{|的值无效/,
    files: ['packages/errors/src/options/option-details.ts'],
  },
]

/** Where a file holds a second copy of an idea that has a room, one sentence each. */
export function secondCopies(top: string, rooms: readonly Room[] = ROOMS): string[] {
  const sources = workspaces(top)
    .flatMap(({ folder }) => sourcesOf(top, folder))
    .filter((file) => !file.includes('/generated/'))
  return rooms.flatMap(({ idea, copy, files }) => [
    ...files.filter((file) => !copy.test(textOf(top, file) ?? '')).map((file) => `${file} no longer holds ${idea}`),
    ...sources
      .filter((file) => !files.includes(file))
      .flatMap((file) =>
        (textOf(top, file)?.split('\n') ?? []).flatMap((line, index) =>
          copy.test(code(line)) ? [`${file}:${index + 1}: use ${idea}`] : [],
        ),
      ),
  ])
}

/** Examples in comments show what users write. */
function code(line: string): string {
  return /^\s*(\*|\/\*|\/\/)/.test(line) ? '' : line
}
