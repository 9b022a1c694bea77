import { readVerifier } from '../signed/signing-keys.ts'
import { autostartOf } from './autostart.ts'
import { askControl } from './control.ts'
import { currentVersion, installFacts, textAt, versionAt } from './installation.ts'
import type { Places } from './places.ts'

/** What is installed, and whether it runs. Codes are for the screen and stand in no status. */
export async function status(places: Places): Promise<Readonly<Record<string, string>>> {
  const version = await currentVersion(places)
  const previous = await versionAt(places.previous)
  const { group, updateFrom } = await installFacts(places)
  const key = await textAt(places.key)
  const { code: _, page: __, start: ___, state = 'not-running', ...running } = (await askControl(places, 'state')) ?? {}
  return {
    state,
    version,
    ...(previous !== undefined && { previous }),
    ...running,
    atLogon: String(await autostartOf(places).isEnabled()),
    ...(group !== undefined && { group }),
    ...(updateFrom !== undefined && { updateFrom }),
    ...(key !== undefined && { key: readVerifier(key).keyId }),
    folder: places.home,
    settings: places.settings,
    log: places.log,
  }
}
