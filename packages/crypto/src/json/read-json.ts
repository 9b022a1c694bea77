import { JsonNumber, type JsonValue } from './json-value.ts'

/** Real messages are at most six levels deep; more is an attack on the reader. */
const DEEPEST = 64

/**
 * Reads JSON without losing anything that a signature covers: numbers keep their digits, and an object that names a
 * member twice is refused, because two readers would see two different messages.
 *
 * @returns `undefined` when the text is no such JSON
 */
export function readJson(text: string): JsonValue | undefined {
  try {
    JSON.parse(text) // the engine knows the grammar; what follows may then read loosely
    return new Reader(text).whole()
  } catch {
    return undefined
  }
}

/** Walks through a text that is known to be JSON. */
class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  whole(): JsonValue {
    return this.#value(0)
  }

  #value(depth: number): JsonValue {
    if (depth > DEEPEST) throw new RangeError('too deep')
    switch (this.#next()) {
      case '{':
        return this.#object(depth)
      case '[':
        return this.#list(depth)
      case '"':
        return this.#string()
      default:
        return this.#word()
    }
  }

  #object(depth: number): JsonValue {
    const members: Record<string, JsonValue> = {}
    this.#at += 1
    while (this.#next() !== '}') {
      if (this.#text[this.#at] === ',') this.#at += 1
      this.#next()
      const name = this.#string()
      if (Object.hasOwn(members, name)) throw new SyntaxError('a member stands twice')
      this.#next() // the colon
      this.#at += 1
      add(members, name, this.#value(depth + 1))
    }
    this.#at += 1
    return members
  }

  #list(depth: number): JsonValue {
    const items: JsonValue[] = []
    this.#at += 1
    while (this.#next() !== ']') {
      if (this.#text[this.#at] === ',') this.#at += 1
      items.push(this.#value(depth + 1))
    }
    this.#at += 1
    return items
  }

  #string(): string {
    const start = this.#at + 1
    let end = this.#text.indexOf('"', start)
    const plain = this.#text.slice(start, end)
    if (!plain.includes('\\')) {
      this.#at = end + 1
      return plain
    }
    end = start
    while (this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1
    this.#at = end + 1
    return JSON.parse(this.#text.slice(start - 1, end + 1))
  }

  #word(): JsonValue {
    WORD.lastIndex = this.#at
    const [word = ''] = WORD.exec(this.#text) ?? []
    this.#at += word.length
    if (word === 'true') return true
    if (word === 'false') return false
    return word === 'null' ? null : new JsonNumber(word)
  }

  /** Passes blanks and gives the character that follows them. */
  #next(): string | undefined {
    while (this.#text.charCodeAt(this.#at) <= SPACE) this.#at += 1
    return this.#text[this.#at]
  }
}

/** Like `JSON.parse`: a member called `__proto__` is a member, and sets no prototype. */
function add(members: Record<string, JsonValue>, name: string, value: JsonValue): void {
  if (name !== '__proto__') members[name] = value
  else Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true })
}

/** A number, `true`, `false` or `null`, as one step of the engine: a number may have as many digits as the whole text. */
const WORD = /[^\s,\]}]*/y

/** The blanks of JSON and nothing else of that kind stand outside of strings. */
const SPACE = 0x20
