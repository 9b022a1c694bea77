import { faultKinds } from '@nationec/simulator'
import type { Argument, Option } from 'commander'
import { tableNames } from '../codes/codes-command.ts'
import { exampleBodies } from '../example/example-bodies.ts'

/** What a shell offers in the place of a value. */
export type Offer =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' | 'folders' }
  /** A number, a text, an address: nothing can be offered. */
  | { readonly kind: 'free' }

/** By the name that stands in the place of the value in help. */
const BY_NAME: Readonly<Record<string, () => Offer>> = {
  path: () => ({ kind: 'files' }),
  file: () => ({ kind: 'files' }),
  tape: () => ({ kind: 'files' }),
  folder: () => ({ kind: 'folders' }),
  table: () => words(tableNames()),
  transType: () => words(Object.keys(exampleBodies)),
  kinds: () => words(faultKinds.filter((kind) => kind !== 'refund-status')),
  system: () => words(['win32-ia32', 'win32-x64', 'linux-ia32', 'linux-x64', 'darwin-arm64', 'darwin-x64']),
}

/** What follows an option; `undefined` for one that takes no value. */
export function offerOfOption({ flags, required, optional, argChoices }: Option): Offer | undefined {
  return required || optional ? offerOf(/<([^>]+)>/.exec(flags)?.[1] ?? '', argChoices) : undefined
}

/** What stands in the place of an argument. */
export function offerOfArgument(argument: Argument): Offer {
  return offerOf(argument.name(), argument.argChoices)
}

function offerOf(name: string, choices: readonly string[] | undefined): Offer {
  if (choices !== undefined) return words(choices)
  return (Object.hasOwn(BY_NAME, name) ? BY_NAME[name]?.() : undefined) ?? { kind: 'free' }
}

const words = (known: readonly string[]): Offer => ({ kind: 'words', words: known })
