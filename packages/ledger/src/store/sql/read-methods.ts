import type { OpenStore } from '../contract.ts'
import { rows, type Work } from './query.ts'
import {
  findDay,
  findOperations,
  findOrders,
  pageOfExceptions,
  pageOfOperations,
  pageOfOrders,
  type Reading,
  readEvents,
} from './reading.ts'
import { storedAnswer } from './write-group.ts'

/** The methods of a store that read and change nothing. */
type ReadMethods = Pick<
  OpenStore,
  'findOperations' | 'findOrders' | 'answerOf' | 'operations' | 'orders' | 'exceptions' | 'events' | 'day' | 'nextDue'
>

/** @param read runs a work as the database does, while the store is open */
export function readMethods(reading: Reading, read: <Value>(work: () => Work<Value>) => Promise<Value>): ReadMethods {
  const reads =
    <Given extends readonly unknown[], Value>(work: (reading: Reading, ...given: Given) => Work<Value>) =>
    (...given: Given): Promise<Value> =>
      read(() => work(reading, ...given))
  return {
    findOperations: reads(findOperations),
    findOrders: reads(findOrders),
    answerOf: reads(({ sql, secrets }, operation: string) => storedAnswer(sql, secrets, operation)),
    operations: reads(pageOfOperations),
    orders: reads(pageOfOrders),
    exceptions: reads(pageOfExceptions),
    events: reads(readEvents),
    day: reads(findDay),
    nextDue: reads(nextDue),
  }
}

function* nextDue({ sql }: Reading): Work<number | undefined> {
  const [due] = yield* rows(sql.nextDue)
  // PostgreSQL gives whole numbers as text.
  return due === undefined ? undefined : Number(due.next_at)
}
