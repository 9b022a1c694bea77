import { browserMessages } from './browser-messages.ts'
import { codeTablesPage } from './code-tables-page.ts'
import { errorsPage } from './errors-page.ts'
import { messagesPage } from './messages-page.ts'
import { privacyPage } from './privacy-page.ts'
import { profilePage } from './profile-page.ts'
import { protocolBodies } from './protocol-bodies.ts'
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
    { file: 'docs/errors.md', text: errorsPage() },
    { file: 'docs/privacy.md', text: privacyPage() },
    { file: 'docs/reference/messages.md', text: messagesPage() },
    { file: 'docs/reference/code-tables.md', text: codeTablesPage() },
    { file: 'docs/reference/profile.md', text: profilePage() },
    { file: 'docs/reference/simulator.md', text: simulatorPage() },
    ...specificationTexts(),
    { file: 'packages/protocol/src/generated/bodies.ts', text: protocolBodies() },
    { file: 'packages/browser/src/generated/messages.ts', text: browserMessages() },
    { file: 'scripts/setup/generated/take-lock.mjs', text: await setupLock() },
  ]
}
