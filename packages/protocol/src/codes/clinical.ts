import { type CodeOf, codeTable } from './code-table.ts'

export const diagType = codeTable('diagType', '诊断类别', 'Kind of diagnosis', [
  { code: '1', zh: '西医诊断', en: 'Western medicine', evidence: 'confirmed' },
  { code: '2', zh: '中医主病诊断', en: 'Chinese medicine, main disease', evidence: 'confirmed' },
  { code: '3', zh: '中医主证诊断', en: 'Chinese medicine, main syndrome', evidence: 'confirmed' },
])
export type DiagType = CodeOf<typeof diagType>

/** 收费项目种类 in the extData of `hos.upload.fee`. */
export const chrgitmType = codeTable('chrgitmType', '收费项目种类', 'Kind of charged item', [
  { code: '1', zh: '药品', en: 'drug', evidence: 'single source' },
  { code: '2', zh: '诊疗', en: 'diagnosis or treatment', evidence: 'single source' },
  { code: '3', zh: '服务设施', en: 'service facility', evidence: 'single source' },
])
export type ChrgitmType = CodeOf<typeof chrgitmType>

/** 收费类别, as Hainan numbers it. */
export const chrgType = codeTable('chrgType', '收费类别（海南）', 'Category of charge (Hainan)', [
  { code: '11', zh: '西药', en: 'Western medicine', evidence: 'single source' },
  { code: '12', zh: '中成药', en: 'Chinese patent medicine', evidence: 'single source' },
  { code: '13', zh: '中草药', en: 'Chinese herbs', evidence: 'single source' },
  { code: '21', zh: '检查', en: 'examination', evidence: 'single source' },
  { code: '22', zh: '特殊检查', en: 'special examination', evidence: 'single source' },
  { code: '23', zh: '输氧', en: 'oxygen', evidence: 'single source' },
  { code: '24', zh: '手术', en: 'surgery', evidence: 'single source' },
  { code: '25', zh: '化验', en: 'laboratory test', evidence: 'single source' },
  { code: '26', zh: '输血', en: 'blood transfusion', evidence: 'single source' },
  { code: '27', zh: '诊查', en: 'consultation', evidence: 'single source' },
  { code: '31', zh: '治疗', en: 'treatment', evidence: 'single source' },
  { code: '32', zh: '特殊治疗', en: 'special treatment', evidence: 'single source' },
  { code: '33', zh: '护理', en: 'nursing', evidence: 'single source' },
  { code: '34', zh: '床位', en: 'bed', evidence: 'single source' },
  { code: '35', zh: '取暖', en: 'heating', evidence: 'single source' },
  { code: '41', zh: '医疗服务', en: 'medical service', evidence: 'single source' },
  { code: '42', zh: '麻醉', en: 'anaesthesia', evidence: 'single source' },
  { code: '91', zh: '其他', en: 'other', evidence: 'single source' },
])
export type ChrgType = CodeOf<typeof chrgType>

export const matnType = codeTable('matnType', '生育类别', 'Kind of birth', [
  { code: '1', zh: '正常产', en: 'normal delivery', evidence: 'single source' },
  { code: '2', zh: '助娩产', en: 'assisted delivery', evidence: 'single source' },
  { code: '3', zh: '剖宫产', en: 'caesarean section', evidence: 'single source' },
  { code: '9', zh: '其他', en: 'other', evidence: 'single source', note: 'Local tables list more.' },
])
export type MatnType = CodeOf<typeof matnType>

/** 计划生育手术类别. The source goes on to 12; only the values whose meaning it states are here. */
export const birctrlType = codeTable('birctrlType', '计划生育手术类别', 'Kind of family-planning surgery', [
  { code: '1', zh: '放置宫内节育器', en: 'insertion of an intrauterine device', evidence: 'single source' },
  { code: '2', zh: '取出宫内节育器', en: 'removal of an intrauterine device', evidence: 'single source' },
  { code: '3', zh: '流产术', en: 'abortion', evidence: 'single source' },
  { code: '4', zh: '引产术', en: 'induced labour', evidence: 'single source' },
  { code: '5', zh: '绝育手术', en: 'sterilisation', evidence: 'single source' },
  { code: '6', zh: '绝育复通手术', en: 'reversal of sterilisation', evidence: 'single source' },
  { code: '9', zh: '其他', en: 'other', evidence: 'single source' },
])
export type BirctrlType = CodeOf<typeof birctrlType>
