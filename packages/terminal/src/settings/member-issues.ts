import { didYouMean } from '@nationec/errors'
import type { Issue } from '@nationec/protocol'
import type { z } from 'zod'
import { KEY_MEMBERS } from './serial-more.ts'

/**
 * What is wrong with the members of a JSON setting, each by its name; nothing for a value that has no members.
 *
 * @param known the members that exist
 */
export function memberIssues(place: string, issues: readonly z.core.$ZodIssue[], known: readonly string[]): Issue[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => unknownMember(place, [...path, name], path.length === 0 ? known : []))
    return path.length > 0 ? [{ path: `${place} ${shown(path)}`, rule: 'value' as const, text: WRONG }] : []
  })
}

function unknownMember(place: string, path: readonly string[], known: readonly string[]): Issue {
  const name = path.at(-1) ?? ''
  const { en, zh } = didYouMean(name, known)
  const isKey = KEY_MEMBERS.has(name)
  return {
    path: `${place} ${shown(path)}`,
    rule: isKey ? 'value' : 'unknown-field',
    text: isKey ? KEYS_IN_FILES : { en: `${NO_MEMBER.en}${en}`, zh: `${NO_MEMBER.zh}${zh}` },
  }
}

/** `T1.serialPort`; what may be no name is not repeated. */
function shown(path: readonly string[]): string {
  return path.map((name) => (/^[\w$-]{1,40}$/.test(name) ? name : '(?)')).join('.')
}

const WRONG = { en: 'has a value that it cannot have', zh: '取值不符合要求' }
const NO_MEMBER = { en: 'is not a member of this setting', zh: '不是该设置的成员' }
const KEYS_IN_FILES = {
  en: 'must not stand in a setting: keys are files, made by `nationec keys`, and serialKeys names their folder',
  zh: '不得写在设置中：密钥须为 nationec keys 生成的文件，并在 serialKeys 中填写其文件夹',
}
