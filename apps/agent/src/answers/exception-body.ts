import type { ExceptionRow } from '@nationec/ledger'
import { shownNumbers } from '../model/shown-number.ts'
import { known } from './known.ts'
import { isoOf } from './operation-body.ts'

/** What a person must look at, as callers see it. */
export function exceptionBody({ id, kind, operation, order, day, facts, createdAt }: ExceptionRow) {
  return known({ id, kind, operation, order, day, facts: shownNumbers(facts), createdAt: isoOf(createdAt) })
}
