import { providerReport } from '@nationec/crypto'
import { type Checker, found, ok } from './check.ts'

/** Whether SM2, SM3 and SM4 compute their known answers here. */
export const checkCrypto: Checker = async () => {
  const parts = Object.entries(providerReport())
  const broken = parts.filter(([, { chosen }]) => chosen === undefined).map(([name]) => name)
  const names = parts.map(([name, { chosen }]) => `${name} ${chosen ?? '-'}`).join(', ')
  if (broken.length === 0) return [ok('crypto.known-answers', `Right: ${names}.`, `国密算法自检通过：${names}。`)]
  const why = { en: `Wrong or missing: ${broken.join(', ')}.`, zh: `自检未通过：${broken.join('、')}。` }
  const fix = { en: 'Use another runtime, and report it.', zh: '请更换运行环境并反馈该问题。' }
  return [found('problem', 'crypto.known-answers', why, fix)]
}
