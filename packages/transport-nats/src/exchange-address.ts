import type { TransportRequest } from '@nationec/transport'

/** Where an exchange goes: what must be stored to ask for it later. */
export interface ExchangeAddress {
  /** Of the exchange: a random id, made for this one request. */
  readonly id: string
  readonly till: string
  /** The memory that hears of it. Only its word that it never saw the exchange proves anything. */
  readonly ledger: string
}

/** Hears where an exchange goes, before it leaves. */
export type OnAddressed = (address: ExchangeAddress, request: TransportRequest) => void | Promise<void>
