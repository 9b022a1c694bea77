import { text } from '../../description/field.ts'
import { ownLength } from '../../description/field-facts.ts'

/** One item of `condList`. */
export const condition = {
  condCodg: text('病情编码', 30, { ...ownLength, sensitive: 'health' }),
  condName: text('病情名称', 500, { ...ownLength, sensitive: 'health' }),
  mainCondDscr: text('主要病情描述', 1000, { ...ownLength, sensitive: 'health' }),
} as const
