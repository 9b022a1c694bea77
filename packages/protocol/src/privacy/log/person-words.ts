import { displayRule } from '../display-rule.ts'
import { fieldsSpeltLike, lettersOf } from '../fields-by-name.ts'

/** Names that are in no message and that programs give to what names a person or opens something. */
const WORDS: ReadonlySet<string> = new Set(
  ['authorization token accesstoken cookie setcookie secret appsecret password passwd pwd key privatekey sign', 'name']
    .concat(['patientname patname xm sfzh idcard idcardno idnumber certid cardno phone mobile tel address addr'])
    .flatMap((words) => words.split(' ')),
)

/** Chinese words that stand before a value of a person in a sentence: `患者姓名：`. */
const LABELS =
  /姓名|患者|病人|参保人|就诊人|证件号|身份证|卡号|人员编号|凭证|令牌|授权码|手机|电话|住址|地址|诊断|药品|医师|医生|收款员|操作员|经办人/

/** Whether nothing may be shown that is called so, in any spelling. */
export function isPersonalName(name: string): boolean {
  if (WORDS.has(lettersOf(name))) return true
  return fieldsSpeltLike(name).some(({ sensitive }) => sensitive !== undefined)
}

/** Whether a name is that of a field, so that its value can be judged. */
export function isFieldName(name: string): boolean {
  return displayRule(name).hidden !== 'unknown'
}

/** Whether a label in Chinese stands before a value of a person. */
export function isPersonalLabel(label: string): boolean {
  return LABELS.test(label)
}
