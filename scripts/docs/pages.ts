import { browserMessages } from './browser-messages.ts'
import { codeTablesPage } from './code-tables-page.ts'
import { errorsPage } from './errors-page.ts'
import { messagesPage } from './messages-page.ts'
import { privacyPage } from './privacy-page.ts'
import { profilePage } from './profile-page.ts'
import { protocolBodies } from './protocol-bodies.ts'
import { rawPage } from './raw-page.ts'
import type { Language } from './remarks-zh.ts'
import { setupLock } from './setup-lock.ts'
import { simulatorPage } from './simulator-page.ts'
import { specificationTexts } from './specification-pages.ts'

export interface Page {
  /** From the root of the repository. */
  readonly file: string
  readonly text: string
}

/** Everything that is generated: pages, types, and the lock of the set-up. */
export async function pages(): Promise<Page[]> {
  return [
    ...inBoth('docs/errors', errorsPage),
    { file: 'docs/privacy.md', text: privacyPage() },
    ...inBoth('docs/reference/messages', messagesPage),
    ...inBoth('docs/reference/code-tables', codeTablesPage),
    { file: 'docs/reference/raw.md', text: await rawPage('en') },
    { file: 'docs/reference/raw.zh-CN.md', text: await rawPage('zh') },
    ...inBoth('docs/reference/profile', profilePage),
    ...inBoth('docs/reference/simulator', simulatorPage),
    ...specificationTexts(),
    { file: 'packages/protocol/src/generated/bodies.ts', text: protocolBodies() },
    { file: 'packages/browser/src/generated/messages.ts', text: browserMessages() },
    { file: 'scripts/setup/generated/take-lock.mjs', text: await setupLock() },
  ]
}

/** A page in each language: `NAME.md` and `NAME.zh-CN.md`. */
function inBoth(name: string, text: (language: Language) => string): Page[] {
  return [
    { file: `${name}.md`, text: text('en') },
    { file: `${name}.zh-CN.md`, text: text('zh') },
  ]
}
