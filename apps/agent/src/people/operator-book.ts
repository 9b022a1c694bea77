import { readFile } from 'node:fs/promises'
import { agentError } from '../errors/agent-error.ts'
import { replaceFile } from '../files/replace-file.ts'
import { type Operator, operatorRoles } from '../model/operator.ts'
import { isPin, type KeptPin, keepPin } from './pin.ts'

/** What is changed of an operator. */
export type OperatorChange = Partial<Omit<Operator, 'number'>> & { readonly pin?: string | undefined }

/** The people who may sign on. */
export interface OperatorBook {
  all(): readonly Operator[]
  find(number: string): Operator | undefined
  /** @throws `OPERATOR_EXISTS` */
  add(operator: Operator, pin: string): Promise<Operator>
  /** @throws `OPERATOR_NOT_KNOWN`, `LAST_ADMINISTRATOR` */
  change(number: string, change: OperatorChange): Promise<Operator>
  /** Whether the PIN is that of this number; it takes as long when there is no such number. */
  isPin(number: string, pin: string): Promise<boolean>
}

type Kept = Operator & { readonly pin: KeptPin }

/**
 * @param path where they survive a restart; without it they end with the process
 * @throws `OPERATORS_UNREADABLE` for a file that is there and says nothing: the agent must not start as if it had no operators
 */
export async function openOperatorBook(path: string | undefined): Promise<OperatorBook> {
  const byNumber = new Map((await readOperators(path)).map((kept) => [kept.number, kept]))
  let saving: Promise<void> = Promise.resolve()

  async function keep(kept: Kept): Promise<Operator> {
    byNumber.set(kept.number, kept)
    if (path !== undefined) {
      saving = saving.catch(() => {}).then(() => replaceFile(path, JSON.stringify([...byNumber.values()])))
      await saving
    }
    return shown(kept)
  }

  return {
    all: () => [...byNumber.values()].map(shown),
    find(number) {
      const kept = byNumber.get(number)
      return kept === undefined ? undefined : shown(kept)
    },
    async add(operator, pin) {
      const kept = { ...operator, pin: await keepPin(pin) }
      if (byNumber.has(operator.number)) throw agentError('OPERATOR_EXISTS')
      return keep(kept)
    },
    async change(number, { pin, ...change }) {
      const keptPin = pin === undefined ? undefined : await keepPin(pin)
      const kept = byNumber.get(number)
      if (kept === undefined) throw agentError('OPERATOR_NOT_KNOWN')
      const changed = { ...kept, ...change, pin: keptPin ?? kept.pin }
      const others = [...byNumber.values()].filter((other) => other.number !== number)
      if (isAdministrator(kept) && !isAdministrator(changed) && !others.some(isAdministrator))
        throw agentError('LAST_ADMINISTRATOR')
      return keep(changed)
    },
    isPin: (number, pin) => isPin(pin, byNumber.get(number)?.pin),
  }
}

const isAdministrator = ({ role, active }: Operator): boolean => role === 'it' && active

const shown = ({ number, name, role, active }: Operator): Operator => ({ number, name, role, active })

async function readOperators(path: string | undefined): Promise<readonly Kept[]> {
  if (path === undefined) return []
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw agentError('OPERATORS_UNREADABLE', { cause: error })
  }
  const content = parsed(text)
  if (!Array.isArray(content) || !content.every(isKept)) throw agentError('OPERATORS_UNREADABLE')
  return content
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isKept(value: unknown): value is Kept {
  const { number, name, role, active, pin } = (value ?? {}) as Partial<Kept>
  return (
    typeof number === 'string' &&
    typeof name === 'string' &&
    typeof active === 'boolean' &&
    operatorRoles.some((one) => one === role) &&
    [pin?.salt, pin?.key].every((part) => typeof part === 'string') &&
    typeof pin?.cost === 'number'
  )
}
