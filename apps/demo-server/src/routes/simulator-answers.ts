import { type JsonSchema, listOf, objectOf } from '@nationec/agent/endpoints'

/** What the simulator itself gives, as its own types describe it. */
const anObject: JsonSchema = { type: 'object', additionalProperties: true }
const aNumber: JsonSchema = { type: 'integer' }
const aText: JsonSchema = { type: 'string' }

export const stateAnswer: JsonSchema = objectOf({
  screen: anObject,
  settings: anObject,
  faults: objectOf({ planned: aNumber, kinds: listOf(aText) }),
  counts: anObject,
  ledger: anObject,
  people: listOf(objectOf({ personId: aText })),
  amountFaults: listOf(anObject),
})

export const patientAnswer: JsonSchema = objectOf({ screen: anObject, order: anObject, payAuthNo: aText }, [
  'order',
  'payAuthNo',
])

export const screenAnswer: JsonSchema = objectOf({ screen: anObject })
export const pushAnswer: JsonSchema = objectOf({ released: aNumber }, ['released'])
export const orderAnswer: JsonSchema = objectOf({ order: anObject })
export const ordersAnswer: JsonSchema = objectOf({ orders: listOf(anObject) })
export const settingsAnswer: JsonSchema = anObject
export const settingsTableAnswer: JsonSchema = objectOf({ settings: anObject, table: listOf(anObject) })
export const plannedAnswer: JsonSchema = objectOf({ planned: aNumber })
