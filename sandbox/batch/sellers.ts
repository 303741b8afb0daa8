import type { Merchants } from "../merchants"
import type { OperationName } from "../payment"

export type SellerMove = Extract<OperationName, "payment" | "confirm" | "cancel" | "refund">

/** An order into a seller's project that is to be refused. */
export type SellerRefusal = {
  code: string
  operation: SellerMove
  /** Times left; 0 = until changed. */
  times: number
  /** A payment: the other sellers' orders fail with it. */
  whole_batch: boolean
}

/** The projects of a platform's sellers, known by their api keys, and what goes wrong in them. */
export class Sellers {
  private readonly refusals = new Map<string, SellerRefusal>()

  /** Any key that begins with "seller", and the login of every merchant. */
  isKnown(api_key: string, merchants: Merchants): boolean {
    return /^seller/i.test(api_key) || merchants.find(api_key) !== undefined
  }

  /** One at a time for each seller; null takes it back. */
  refuse(api_key: string, refusal: SellerRefusal | null): void {
    if (refusal === null) this.refusals.delete(api_key)
    else this.refusals.set(api_key, refusal)
  }

  list(): [string, SellerRefusal][] {
    return [...this.refusals]
  }

  /** The refusal that this move meets, used up by it. */
  takeRefusal(api_key: string, operation: SellerMove): SellerRefusal | null {
    const refusal = this.refusals.get(api_key)
    if (refusal?.operation !== operation) return null
    if (refusal.times === 1) this.refusals.delete(api_key)
    else if (refusal.times > 1) refusal.times -= 1
    return refusal
  }

  clear(): void {
    this.refusals.clear()
  }
}
