import { InvalidArgumentError } from 'commander'

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
  throw new InvalidArgumentError('must be a whole number 须为非负整数')
}
