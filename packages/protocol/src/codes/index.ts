export {
  type BusinessTypeEntry,
  businessType,
  composeBusinessType,
  type ParsedBusinessType,
  parseBusinessType,
} from './business-type.ts'
export type { BusinessType } from './business-type-rows.ts'
export * from './certificate.ts'
export * from './clinical.ts'
export { type CodeEntry, type CodeOf, type CodeTable, codeTable } from './code-table.ts'
export * from './flags.ts'
export * from './insurance.ts'
export { type OrdStas, type OrdStasClass, type OrdStasEntry, ordStas } from './ord-stas.ts'
export * from './payment.ts'
export { codeTables } from './registry.ts'
export {
  createReturnCodes,
  type ReturnCode,
  type ReturnCodeInput,
  type ReturnCodeRegistry,
  type ReturnCodes,
  returnCodes,
} from './return-codes.ts'
