import type { TestCard } from "./cards"
import { nextId } from "./numeric-ids"
import type { Payment } from "./payment"

/** A card that may be charged again without its holder, since a payment asked for it. */
export type Recurrent = {
  recurrent_id: string
  login: string
  currency: string
  card: TestCard
  customer_external_id: string | null
  /** The payment that opened the series. */
  external_id: string
  created_at: string
  /** The next charges are refused with this code; `times` left, 0 = until changed. */
  refusal: { code: string; times: number } | null
  revoked: boolean
}

export class Recurrents {
  private readonly byId = new Map<string, Recurrent>()

  open(
    payment: Payment,
    customer_external_id: string | null,
    card: TestCard,
    created_at: string,
  ): Recurrent {
    const recurrent: Recurrent = {
      recurrent_id: nextId(),
      login: payment.login,
      currency: payment.currency,
      card,
      customer_external_id,
      external_id: payment.external_id,
      created_at,
      refusal: null,
      revoked: false,
    }
    this.byId.set(recurrent.recurrent_id, recurrent)
    return recurrent
  }

  find(recurrent_id: string): Recurrent | undefined {
    return this.byId.get(recurrent_id)
  }

  /** The refusal that the next charge meets, used up by it. */
  takeRefusal(recurrent: Recurrent): string | null {
    const { refusal } = recurrent
    if (refusal === null) return null
    if (refusal.times === 1) recurrent.refusal = null
    else if (refusal.times > 1) refusal.times -= 1
    return refusal.code
  }

  list(login?: string): Recurrent[] {
    return [...this.byId.values()].filter((one) => login === undefined || one.login === login)
  }

  /** Nothing refused any more. */
  resetTerms(): void {
    for (const recurrent of this.byId.values()) {
      recurrent.refusal = null
      recurrent.revoked = false
    }
  }

  clear(): void {
    this.byId.clear()
  }
}
