import type { LetterFlag } from '../../codes/flags.ts'
import { decimal, money, requiredCode, text, type ValueOfShape } from '../../description/field.ts'

/** One line of the drugList that the terminal shows; the keys are upper case. */
export const notifiedDrug = {
  ITEM_NO: text('项目编码', 40, { required: true, sensitive: 'health' }),
  ITEMNAME: text('项目名称', 100, { required: true, sensitive: 'health' }),
  HI_ITEM: requiredCode<LetterFlag>('是否医保项目', 1, { table: 'letterFlag' }),
  PRIC: decimal('单价', [20, 6], { required: true }),
  ITEM_CNT: decimal('数量', [10, 4], { required: true }),
  ITEM_AMT: money('金额', { required: true }),
  DRUG_FRQU: text('用药频次', 20, { sensitive: 'health' }),
  DRUG_DOS: text('用药剂量', 20, { sensitive: 'health' }),
} as const

export type NotifiedDrug = ValueOfShape<typeof notifiedDrug>

/**
 * Writes the drugs of a settlement notice as the JSON text that `drugList` wants.
 *
 * @example
 * ```ts
 * import { drugListText, yuan } from '@nationec/protocol'
 *
 * const drugList = drugListText([
 *   { ITEM_NO: 'X-1', ITEMNAME: '维生素C片', HI_ITEM: 'Y', PRIC: '0.05', ITEM_CNT: '100', ITEM_AMT: yuan('5.00') },
 * ])
 * console.log(drugList.startsWith('[{')) // true
 * ```
 */
export function drugListText(drugs: readonly NotifiedDrug[]): string {
  return JSON.stringify(drugs)
}
