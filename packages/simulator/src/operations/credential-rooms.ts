import {
  authCheck,
  certGet,
  ecAuth,
  ecQuery,
  hosInsuredQuery,
  qrcodeGet,
  settleNotify,
  yuanFromFen,
} from '@nationec/protocol'
import { Refused, refuse } from '../errors/refused.ts'
import { identityBody } from '../people/identity-body.ts'
import type { Person } from '../people/person.ts'
import type { World } from '../world.ts'
import { room } from './operation.ts'

/** `ec.query`: waits for the patient's code and gives the person with a new ecToken. */
export const queryCredential = room(ecQuery, async (world, { signal }) =>
  identify(world, await world.screen.scan('code', signal)),
)

/** `cn.nhsa.qrcode.get`: the same with the terminal's own scanner. */
export const scanQrCode = room(qrcodeGet, async (world, { signal }) =>
  identify(world, await world.screen.scan('code', signal)),
)

/** `cn.nhsa.ec.auth`: waits for the patient's face and gives an authNo. */
export const authoriseFace = room(ecAuth, async (world, { body, signal }) => {
  const person = await world.screen.scan('face', signal)
  if (person instanceof Refused) return person
  return { authNo: world.credentials.issueAuthNo(person), outBizNo: body.outBizNo }
})

/** `cn.nhsa.auth.check`: exchanges the authNo for the person. */
export const checkAuthorisation = room(authCheck, (world, { body }) => {
  const person = holderOf(world, world.credentials.holderOfAuthNo(body.authNo))
  if (person === undefined) return refuse('FACE_AUTHORISATION_INVALID')
  return { ...identify(world, person), authNo: body.authNo }
})

/** `cn.nhsa.cert.get`: waits for the identity card. A card is no credential: there is no ecToken. */
export const readIdCard = room(certGet, async (world, { signal }) => {
  const person = await world.screen.scan('card', signal)
  if (person instanceof Refused) return person
  const { ecToken: _, ecIndexNo: __, ...card } = identityBody(person, '')
  return card
})

/** `cn.nhsa.settle.notify`: shows a result on the screen. */
export const notifySettlement = room(settleNotify, (world, { body }) => {
  world.screen.showResult(body.medicalSettleState)
  return { outBizNo: body.outBizNo }
})

/** `hos.query.insu`: the insurance of the person behind an ecToken or an idNo. */
export const queryInsured = room(hosInsuredQuery, (world, { body }) => {
  const idNo = body.ecToken === undefined ? body.idNo : world.credentials.holderOfEcToken(body.ecToken, 'other')
  const person = holderOf(world, idNo)
  if (person === undefined) return refuse('CREDENTIAL_INVALID')
  const { insutype, insuOrg, psnNo, userName, birthday } = person
  const acctBalc = yuanFromFen(world.people.balanceOf(person.idNo))
  return {
    insuList: [{ insutype, acctBalc, extData: { insuplcAdmdvs: insuOrg } }],
    extData: { baseinfo: { psnNo, certno: person.idNo, psnName: userName, brdy: birthday } },
  }
})

function identify<Someone extends Person | Refused>(world: World, person: Someone) {
  if (person instanceof Refused) return person
  return identityBody(person, world.credentials.issueEcToken(person))
}

function holderOf({ people }: World, idNo: string | undefined): Person | undefined {
  return idNo === undefined ? undefined : people.findByNumber(idNo)
}
