import { AgentError } from '@nationec/browser'
import { computed, reactive, ref, watch } from 'vue'
import { ask, base } from '../agent/session.ts'
import type { Sale, Stage } from '../agent/shapes.ts'

const STORED = `nationec:sale:${base}`

/** The open sales as the agent has them, oldest first: this page keeps nothing of its own. */
export const sales = reactive({ open: [] as Sale[], loaded: false })

const chosen = ref(sessionStorage.getItem(STORED) ?? '')
watch(chosen, (id) => sessionStorage.setItem(STORED, id))

/** The sale that this page is at. */
export const current = computed(() => sales.open.find(({ id }) => id === chosen.value))

const others = computed(() => sales.open.filter(({ id }) => id !== chosen.value))

export function choose(id: string | undefined): void {
  chosen.value = id ?? ''
  if (id !== undefined) void refresh(id)
}

/** Which sale a page takes up that is at none: what waits for an outcome first, a bill that was handed over last. */
const URGENCY: readonly Stage[] = ['unknown', 'working', 'paid', 'settled', 'uploaded', 'identified', 'draft']

export function chooseNext(): void {
  const byUrgency = [...others.value].sort((a, b) => rank(a) - rank(b))
  // What waits for its outcome stays in the list: the next patient's turn comes first.
  choose(byUrgency.find(({ stage }) => stage === 'identified' || stage === 'draft')?.id)
}

const rank = ({ stage }: Sale): number => (URGENCY.indexOf(stage) + URGENCY.length + 1) % (URGENCY.length + 1)

export async function loadSales(): Promise<void> {
  const { sales: open } = await ask<{ sales: Sale[] }>('GET', '/v1/sales')
  sales.open = open
  sales.loaded = true
  if (current.value !== undefined) await refresh(current.value.id)
  else choose([...open].sort((a, b) => rank(a) - rank(b))[0]?.id)
}

/** Reads a sale again; one that was closed elsewhere is gone. */
export async function refresh(id: string): Promise<void> {
  try {
    take(await ask<Sale>('GET', `/v1/sales/${id}`))
  } catch (error) {
    if (!(error instanceof AgentError) || error.code !== 'SALE_NOT_KNOWN') return
    drop(id)
  }
}

export function take(sale: Sale): void {
  const at = sales.open.findIndex(({ id }) => id === sale.id)
  if (at >= 0) sales.open.splice(at, 1, sale)
  else sales.open.push(sale)
  if (chosen.value === '') chosen.value = sale.id
}

export function drop(id: string): void {
  sales.open = sales.open.filter((sale) => sale.id !== id)
  if (chosen.value === id) chooseNext()
}

/** Several events of one step become one question. */
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

export function takeChange({ id, isOpen }: { readonly id: string; readonly isOpen: boolean }): void {
  if (isOpen) soon(id)
  else drop(id)
}

function soon(id: string): void {
  clearTimeout(waiting.get(id))
  waiting.set(
    id,
    setTimeout(() => {
      waiting.delete(id)
      void refresh(id)
    }, 30),
  )
}

export function soonOfBill(medOrgOrd: string | undefined): void {
  // The outcome of one sale may free another of the same person.
  for (const sale of sales.open) if (sale.medOrgOrd === medOrgOrd || sale.waitsFor !== undefined) soon(sale.id)
}
