import { type CodeOf, codeTable } from './code-table.ts'

export const mdtrtCertType = codeTable('mdtrtCertType', '就诊凭证类型', 'Kind of credential shown', [
  { code: '01', zh: '医保电子凭证', en: 'electronic insurance credential', evidence: 'confirmed' },
  { code: '02', zh: '居民身份证', en: 'resident identity card', evidence: 'confirmed' },
  { code: '03', zh: '社会保障卡', en: 'social security card', evidence: 'confirmed' },
  { code: '04', zh: '电子社保卡', en: 'electronic social security card', evidence: 'single source' },
])
export type MdtrtCertType = CodeOf<typeof mdtrtCertType>

/** 证件类别. Only one value is public; local tables differ in the others, so they are not listed. */
export const idType = codeTable('idType', '证件类别', 'Kind of identity document', [
  { code: '01', zh: '居民身份证', en: 'resident identity card', evidence: 'confirmed' },
])
export type IdType = CodeOf<typeof idType>

/** 性别 as samples of the terminal write it. */
export const gender = codeTable('gender', '性别', 'Gender', [
  { code: '男', zh: '男', en: 'male', evidence: 'single source' },
  { code: '女', zh: '女', en: 'female', evidence: 'single source' },
])
export type Gender = CodeOf<typeof gender>

export const deviceType = codeTable('deviceType', '设备类型', 'Kind of device', [
  { code: 'SelfService', zh: '自助机', en: 'self-service machine', evidence: 'confirmed' },
])
export type DeviceType = CodeOf<typeof deviceType>
