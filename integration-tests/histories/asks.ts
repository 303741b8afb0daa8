import { kopiykas } from "../drivers/kopiykas"

/** What people wanted of one payment, in kopiykas: an ask that was repeated because it failed is one. */
export type Ask = {
  captures: bigint
  refunds: bigint
  /** Of these, what the store said was done. */
  refundsConfirmed: bigint
  /** The same of the refunds that named a seller, by seller. */
  refundsConfirmedOf: Map<string, bigint>
  /** Of the captures and refunds, what was asked of a seller by name. */
  named: { captures: Map<string, bigint>; refunds: Map<string, bigint> }
}

/** Everything that admins asked for in a history, by the gateway's external_id. */
export class Asks {
  /** Ids of orders. Cancelling one undoes each Payment in its collection, whichever it was paid with. */
  readonly cancelled = new Set<string>()
  private readonly asks = new Map<string, Ask>()

  of(externalId: string): Ask {
    const known = this.asks.get(externalId) ?? {
      captures: 0n,
      refunds: 0n,
      refundsConfirmed: 0n,
      refundsConfirmedOf: new Map(),
      named: { captures: new Map(), refunds: new Map() },
    }
    this.asks.set(externalId, known)
    return known
  }

  /** Whether an admin wanted something of it back. */
  isUndone(orderId: string, externalId: string): boolean {
    return this.cancelled.has(orderId) || this.of(externalId).refunds > 0n
  }
}

/** The most that may be moved of one seller: what was asked of them, and all that was asked of nobody in particular. */
export const mostOfSeller = (ask: Ask, move: "captures" | "refunds", seller: string): bigint => {
  const others = [...ask.named[move]].filter(([name]) => name !== seller)
  return ask[move] - others.reduce((total, [, part]) => total + part, 0n)
}

/** What every charge without the shopper takes, and how it is called at the gateway. */
export const CHARGE_AMOUNT = "250.50"
export const chargeName = (kind: string, number: number) => `charge ${kind} ${number}`
export const isChargeName = (name: unknown): name is string =>
  typeof name === "string" && name.startsWith("charge ")

/** A part of an amount, at least one kopiyka. */
export const partOf = (whole: bigint, percent: number): bigint => {
  const part = (whole * BigInt(percent)) / 100n
  return part > 0n ? part : 1n
}

export const sumOf = (rows: { amount: number }[] | null | undefined): bigint =>
  (rows ?? []).reduce((total, { amount }) => total + kopiykas(amount), 0n)
