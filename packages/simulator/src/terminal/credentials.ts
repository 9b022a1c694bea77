import type { Person } from '../people/person.ts'
import type { Random } from '../random/random.ts'
import type { SimulatorSettings } from '../settings/settings-table.ts'
import { createRecentMap, type RecentMap } from './recent-map.ts'

/** Enough for any test, and a bound for a simulator that runs for weeks. */
const REMEMBERED = 100_000

interface Issued {
  readonly idNo: string
  readonly issuedAt: number
  used: boolean
}

/** The tokens that the terminal and the patient's app have given out. */
export interface Credentials {
  issueEcToken(person: Person): string
  issueAuthNo(person: Person): string
  issuePayAuthNo(person: Person): string
  /** The person of a token that may be used now, by idNo. */
  holderOfEcToken(ecToken: string, purpose: 'upload' | 'other'): string | undefined
  holderOfAuthNo(authNo: string): string | undefined
  holderOfPayAuthNo(payAuthNo: string): string | undefined
  /** Marks a token as used; what that means is a setting. */
  use(token: string): void
}

export function createCredentials(
  random: Random,
  settings: SimulatorSettings,
  clock: () => number,
  nextNumber: (prefix: string) => string,
): Credentials {
  const ecTokens = createRecentMap<Issued>(REMEMBERED)
  const authNos = createRecentMap<Issued>(REMEMBERED)
  const payAuthNos = createRecentMap<Issued>(REMEMBERED)

  function issue(tokens: RecentMap<Issued>, token: string, { idNo }: Person): string {
    tokens.set(token, { idNo, issuedAt: clock(), used: false })
    return token
  }

  function holder(issued: Issued | undefined, lifetime: number, once: boolean): string | undefined {
    if (issued === undefined || (once && issued.used)) return undefined
    return lifetime > 0 && clock() - issued.issuedAt >= lifetime ? undefined : issued.idNo
  }

  return {
    // The seen shape: area, "ec" and about thirty characters, 38 in all.
    issueEcToken: (person) => issue(ecTokens, `${person.insuOrg}ec${random.hex(30)}`, person),
    // The seen shape: "ano" and 25 digits.
    issueAuthNo: (person) => issue(authNos, `ano${random.digits(25)}`, person),
    issuePayAuthNo: (person) => issue(payAuthNos, nextNumber('AUTH'), person),
    holderOfEcToken: (ecToken, purpose) =>
      holder(
        ecTokens.get(ecToken),
        settings.ecTokenLifetime,
        purpose === 'upload' && settings.ecTokenUses === 'one upload',
      ),
    holderOfAuthNo: (authNo) => holder(authNos.get(authNo), 0, false),
    holderOfPayAuthNo: (payAuthNo) =>
      holder(payAuthNos.get(payAuthNo), settings.payAuthNoLifetime, settings.payAuthNoUses === 'one payment'),
    use(token) {
      const issued = ecTokens.get(token) ?? payAuthNos.get(token)
      if (issued !== undefined) issued.used = true
    },
  }
}
