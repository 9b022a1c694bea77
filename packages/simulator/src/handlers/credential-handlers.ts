import {
  authCheck,
  certGet,
  ecAuth,
  ecQuery,
  hosInsuredQuery,
  qrcodeGet,
  settleNotify,
  tokenCheck,
  yuanFromFen,
} from '@nationec/protocol'
import { Refused, refuse } from '../errors/refused.ts'
import { identityBody } from '../people/identity-body.ts'
import type { Person } from '../people/person.ts'
import type { SimulatorContext } from './context.ts'
import { defineHandler } from './handler.ts'

/** `ec.query`: waits for the patient's code and gives the person with a new ecToken. */
export const queryCredential = defineHandler(ecQuery, async (context, { signal }) =>
  identify(context, await context.screen.scan('code', signal)),
)

/** `cn.nhsa.qrcode.get`: the same with the terminal's own scanner. */
export const scanQrCode = defineHandler(qrcodeGet, async (context, { signal }) =>
  identify(context, await context.screen.scan('code', signal)),
)

/** `cn.nhsa.ec.auth`: waits for the patient's face and gives an authNo. */
export const authoriseFace = defineHandler(ecAuth, async (context, { body, signal }) => {
  const person = await context.screen.scan('face', signal)
  if (person instanceof Refused) return person
  return { authNo: context.credentials.issueAuthNo(person), outBizNo: body.outBizNo }
})

/** `cn.nhsa.auth.check`: exchanges the authNo for the person. */
export const checkAuthorisation = defineHandler(authCheck, (context, { body }) => {
  const person = holderOf(context, context.credentials.holderOfAuthNo(body.authNo))
  if (person === undefined) return refuse('FACE_AUTHORISATION_INVALID')
  return { ...identify(context, person), authNo: body.authNo }
})

/** `cn.nhsa.cert.get`: waits for the identity card. A card is no credential: there is no ecToken. */
export const readIdCard = defineHandler(certGet, async (context, { signal }) => {
  const person = await context.screen.scan('card', signal)
  if (person instanceof Refused) return person
  const { ecToken: _, ecIndexNo: __, ...card } = identityBody(person, '')
  return card
})

/** `cn.nhsa.settle.notify`: shows a result on the screen. */
export const notifySettlement = defineHandler(settleNotify, (context, { body }) => {
  context.screen.showResult(body.medicalSettleState)
  return { outBizNo: body.outBizNo }
})

/** `localEcTokenCheck`: whether the token still holds, and for this person. */
export const checkToken = defineHandler(tokenCheck, (context, { body }) => {
  const person = holderOf(context, context.credentials.holderOfEcToken(body.ecToken, 'other'))
  return { flag: person?.idNo === body.idNo && person.userName === body.userName ? '1' : '0' }
})

/** `hos.query.insu`: the insurance of the person behind an ecToken or an idNo. */
export const queryInsured = defineHandler(hosInsuredQuery, (context, { body }) => {
  const idNo = body.ecToken === undefined ? body.idNo : context.credentials.holderOfEcToken(body.ecToken, 'other')
  const person = holderOf(context, idNo)
  if (person === undefined) return refuse('CREDENTIAL_INVALID')
  const { insutype, insuOrg, psnNo, userName, birthday } = person
  const acctBalc = yuanFromFen(context.people.balanceOf(person.idNo))
  return {
    insuList: [{ insutype, acctBalc, extData: { insuplcAdmdvs: insuOrg } }],
    extData: { baseinfo: { psnNo, certno: person.idNo, psnName: userName, brdy: birthday } },
  }
})

function identify<Someone extends Person | Refused>(context: SimulatorContext, person: Someone) {
  if (person instanceof Refused) return person
  return identityBody(person, context.credentials.issueEcToken(person))
}

function holderOf({ people }: SimulatorContext, idNo: string | undefined): Person | undefined {
  return idNo === undefined ? undefined : people.findByNumber(idNo)
}
