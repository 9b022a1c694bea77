import type { LedgerOperation } from '@nationec/ledger'
import { z } from 'zod'
import { operationAnswer } from '../answers/operation-answer.ts'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, type Endpoint, endpoint, type Reply } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { listOf, objectOf, reference } from '../openapi/schemas.ts'
import { askAboutSale, askCentre } from '../sales/ask.ts'
import { type Press, refundSale, revokeSale, uploadSale } from '../sales/charge.ts'
import { identify } from '../sales/identify.ts'
import { saleBody, saleSummary } from '../sales/sale-body.ts'
import type { SaleContext } from '../sales/sale-context.ts'
import { moneyOf, stageOf } from '../sales/sale-state.ts'
import { takeBill } from '../sales/take-bill.ts'

/** Sales: one object from the bill to the refund, for the console; pages hand bills over. */
export function saleRoutes(context: SaleContext): AnyEndpoint[] {
  return [...listRoutes(context), ...stepRoutes(context), ...moneyRoutes(context), ...endRoutes(context)]
}

const sale = { status: 200, schema: reference('Sale') } as const

function listRoutes(context: SaleContext): AnyEndpoint[] {
  const { sales, ledger } = context
  return [
    endpoint({
      id: 'listSales',
      method: 'GET',
      path: '/v1/sales',
      tag: 'sales',
      summary: { zh: '未办结的收费单', en: 'The open sales, oldest first' },
      access: 'console',
      response: { status: 200, schema: objectOf({ sales: listOf(reference('Sale')) }) },
      handle: async () => ({ body: { sales: await Promise.all(sales.all().map((row) => saleBody(context, row))) } }),
    }),
    endpoint({
      id: 'handOverSale',
      method: 'POST',
      path: '/v1/sales',
      tag: 'sales',
      summary: {
        zh: '交入收费单（同一单号只有一单）',
        en: 'Hands a bill over, or takes up an order again; one sale for each number',
      },
      access: 'paired',
      body: zodInput(handedOver),
      response: { status: 201, also: [200], schema: reference('Sale') },
      async handle({ body, principal }) {
        const source = principal?.role === 'page' ? 'page' : body.source
        const { row, isNew } = await takeBill(context, { ...body, source })
        const status = isNew ? 201 : 200
        if (principal?.role !== 'page') return { status, body: await saleBody(context, row, true) }
        return { status, body: await summaryOf(row.id) }
      },
    }),
    endpoint({
      id: 'getSale',
      method: 'GET',
      path: '/v1/sales/{id}',
      tag: 'sales',
      summary: { zh: '单张收费单', en: 'One sale; a page of another program sees how far it is, and no person' },
      access: 'paired',
      response: sale,
      async handle({ params: { id = '' }, principal }) {
        if (principal?.role === 'page') return { body: await summaryOf(id) }
        return { body: await saleBody(context, sales.get(id), true) }
      },
    }),
  ]

  async function summaryOf(id: string) {
    const row = sales.get(id)
    return saleSummary(row, stageOf(row, await moneyOf(ledger, row), sales.doing(id)))
  }
}

const handedOver = z.strictObject({
  bill: z.record(z.string(), z.unknown()).optional(),
  medOrgOrd: z.string().min(1).max(64).optional(),
  source: z.enum(['page', 'file', 'paste', 'typed', 'example', 'order']).default('page'),
})

const reading = z.strictObject({
  by: z.enum(['code', 'face']).default('code'),
  businessType: z.string().min(1).max(8).default('01301'),
  operatorId: z.string().min(1).max(30),
  operatorName: z.string().min(1).max(50),
  officeId: z.string().min(1).max(30),
  officeName: z.string().min(1).max(50),
})

function stepRoutes(context: SaleContext): AnyEndpoint[] {
  const { sales } = context
  const shown = async (id: string): Promise<Reply> => ({ body: await saleBody(context, sales.get(id), true) })
  return [
    endpoint({
      id: 'identifySale',
      method: 'POST',
      path: '/v1/sales/{id}/identify',
      tag: 'sales',
      summary: { zh: '读取本单患者身份', en: 'Reads the person of this sale at the terminal' },
      access: 'console',
      body: zodInput(reading),
      response: sale,
      async handle({ params: { id = '' }, body: { by, ...till }, signal }) {
        await identify(context, id, { by, till, signal })
        return shown(id)
      },
    }),
    endpoint({
      id: 'querySale',
      method: 'POST',
      path: '/v1/sales/{id}/query',
      tag: 'sales',
      summary: { zh: '查询本单结果', en: 'Asks where the sale stands; repeats nothing' },
      access: 'console',
      response: sale,
      async handle({ params: { id = '' } }) {
        await askAboutSale(context, id)
        return shown(id)
      },
    }),
  ]
}

const yuan = z.string().regex(/^\d{1,14}\.\d{2}$/)
const refundForm = z.strictObject({
  refdType: z.enum(['ALL', 'CASH', 'HI']),
  totlRefdAmt: yuan,
  fundRefdAmt: yuan.optional(),
  psnAcctRefdAmt: yuan.optional(),
  cashRefdAmt: yuan.optional(),
})

function moneyRoutes(context: SaleContext): AnyEndpoint[] {
  const shared = { method: 'POST', tag: 'sales', access: 'console', key: 'required', response: sale } as const

  /** What became of it, with the sale as it is then. */
  async function reply(id: string, operation: LedgerOperation): Promise<Reply> {
    const answer = operationAnswer(operation, 200, () => ({}))
    const body = await saleBody(context, context.sales.get(id), true)
    return { ...answer, body: answer.problem ? { ...answer.body, sale: body } : body }
  }

  const byKey = (
    name: string,
    path: string,
    summary: AnyEndpoint['summary'],
    run: (context: SaleContext, id: string, press: Press) => Promise<LedgerOperation>,
  ): AnyEndpoint =>
    endpoint({
      ...shared,
      id: name,
      path,
      summary,
      handle: async ({ params: { id = '' }, key = '', principal }) =>
        reply(id, await run(context, id, { key, principal })),
    } satisfies Endpoint<undefined, undefined>)

  return [
    byKey(
      'uploadSale',
      '/v1/sales/{id}/upload',
      { zh: '上传本单费用', en: 'Uploads the bill; the key is `keys.upload`' },
      uploadSale,
    ),
    byKey(
      'revokeSale',
      '/v1/sales/{id}/revoke',
      { zh: '撤销本单上传', en: 'Withdraws it; the key is `keys.revoke`' },
      revokeSale,
    ),
    endpoint({
      ...shared,
      id: 'refundSale',
      path: '/v1/sales/{id}/refund',
      summary: { zh: '本单退费', en: 'Refunds; the key is the `appRefdSn`, made when the form opens' },
      body: zodInput(refundForm),
      query: zodInput(z.object({ approval: z.string().max(64).optional() })),
      async handle({ params: { id = '' }, key = '', principal, body: form, query: { approval } }) {
        const operation = await refundSale(context, id, { key, principal, form, approval })
        // What is left of the order is the centre's to say; the refund itself is known already.
        if (operation.state === 'done' && !operation.repeated)
          await askCentre(context, context.sales.get(id)).catch(() => {})
        return reply(id, operation)
      },
    }),
  ]
}

function endRoutes(context: SaleContext): AnyEndpoint[] {
  const { sales } = context
  return [
    endpoint({
      id: 'markSalePrinted',
      method: 'POST',
      path: '/v1/sales/{id}/printed',
      tag: 'sales',
      summary: { zh: '本单已打印', en: 'The slip was printed' },
      access: 'console',
      response: sale,
      handle: async ({ params: { id = '' } }) => ({
        body: await saleBody(context, await sales.change(id, { printed: true }), true),
      }),
    }),
    endpoint({
      id: 'closeSale',
      method: 'POST',
      path: '/v1/sales/{id}/close',
      tag: 'sales',
      summary: {
        zh: '办结本单并清除患者信息',
        en: 'Closes a sale and forgets its person; one that waits for an outcome stays',
      },
      access: 'console',
      response: { status: 204 },
      async handle({ params: { id = '' } }) {
        if (!(await saleBody(context, sales.get(id))).closable) throw agentError('SALE_STEP_REFUSED')
        await sales.remove(id)
        return { status: 204 }
      },
    }),
  ]
}
