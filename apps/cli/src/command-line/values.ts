import { InvalidArgumentError } from 'commander'

const WHOLE_NUMBER = 'must be a whole number'
const PORT_NUMBER = 'must be a port from 0 to 65535'
const WEB_ADDRESS = 'must be an http or https address'

/** What a value must be, in Chinese. */
export const RULES: Readonly<Record<string, string>> = {
  [WHOLE_NUMBER]: '须为非负整数',
  [PORT_NUMBER]: '须为 0 至 65535 的端口号',
  [WEB_ADDRESS]: '须为 http 或 https 地址',
}

/** Gathers an option that may be repeated. */
export function collect(value: string, given: readonly string[] = []): string[] {
  return [...given, value]
}

/** A list, separated by commas. */
export function list(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

/** A whole number that is not negative. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 0 && text.trim() !== '') return value
  throw new InvalidArgumentError(WHOLE_NUMBER)
}

/** A TCP port; 0 lets the system choose. */
export function portNumber(text: string): number {
  const value = wholeNumber(text)
  if (value <= 65_535) return value
  throw new InvalidArgumentError(PORT_NUMBER)
}

/** An address that can be POSTed to. */
export function webAddress(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new InvalidArgumentError(WEB_ADDRESS)
}
