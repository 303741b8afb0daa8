import type { BigNumberInput } from "@medusajs/framework/types"
import { z } from "zod"
import { amountInRow } from "../core/amount-in-row"
import { type Amount, amountOf, sum } from "../core/money"
import { type SessionId, sessionIdText } from "../core/session-id"
import { isRecord, isUnconfirmedRecord, type StorePayment } from "../core/store-ledger"
import { staffError } from "../errors"
import type { RowService, StoreRows } from "../medusa-repairs/row-services"

const row = z.object({
  id: z.string(),
  amount: amountInRow,
  created_by: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
const movement = z.object({ payment_id: z.string() })
const session = z.object({
  id: sessionIdText,
  provider_id: z.string(),
  payment_collection_id: z.string(),
  amount: amountInRow,
  currency_code: z.string(),
  payment_collection: z.object({ amount: amountInRow, currency_code: z.string() }),
})

export type StoreSession = z.output<typeof session>

const ofCollection = z.object({ payment_collection_id: z.string() })
const provided = z.object({ provider_id: z.string() })
const payment = z.object({
  id: z.string(),
  amount: amountInRow,
  currency_code: z.string(),
  payment_collection_id: z.string().nullish(),
  canceled_at: z.date().nullish(),
  created_at: z.coerce.date().nullish(),
})
const movements = z.array(row)

export type AuthorizedRow = { amount: Amount; writtenAt: number; isCanceled: boolean }

/**
 * One capture or refund that Medusa has just written, and the payment's whole ledger with it. Other
 * rows that are only being recorded are left out: what they record may be this very movement.
 */
export type StoreMovement = {
  amount: BigNumberInput
  payment: StorePayment
  /** Syncing wrote it for what the gateway has already: nothing is to be sent for it. */
  isRecord: boolean
  metadata: Record<string, unknown> | null
  /** The payment's other rows of this kind. */
  others: { amount: BigNumberInput; metadata?: Record<string, unknown> | null }[]
}

/**
 * What a provider's hook is not told but may read: Medusa commits a capture's or
 * refund's row before it calls the provider, and its id is the idempotency key.
 * Reads only: what is written into these rows is in medusa-repairs/.
 */
export class StoreRecords {
  constructor(readonly rows: StoreRows) {}

  async session(id: SessionId) {
    return session.parse(
      await this.rows.paymentSessionService.retrieve(id, {
        relations: ["payment_collection"],
      }),
    )
  }

  /** Whose payment this is; null when the store knows no such session or payment. */
  async providerOf(sessionId: SessionId): Promise<string | null> {
    const [session] = await this.rows.paymentSessionService.list({ id: sessionId })
    const [found] = session
      ? [session]
      : await this.rows.paymentService.list({ payment_session_id: sessionId })
    return found ? provided.parse(found).provider_id : null
  }

  async collectionOfSession(sessionId: SessionId): Promise<string | null> {
    const [row] = await this.rows.paymentSessionService.list({ id: sessionId })
    return row ? ofCollection.parse(row).payment_collection_id : null
  }

  /** Begins with what never changes of the row; what is returned reads the rest, after the gateway's ledger. */
  capture(id: string): () => Promise<StoreMovement> {
    return this.movement(this.rows.captureService, id)
  }

  /** As `capture`. */
  refund(id: string): () => Promise<StoreMovement> {
    return this.movement(this.rows.refundService, id)
  }

  /** What a Payment is for, as `readPurchase` finds it. */
  async collectionOf(paymentId: string): Promise<string | null> {
    const found = payment.parse(await this.rows.paymentService.retrieve(paymentId))
    return found.payment_collection_id ?? null
  }

  /** What a Payment was written for, when, in milliseconds since 1970, and whether Medusa shows it as canceled. */
  async authorized(paymentId: string): Promise<AuthorizedRow> {
    const found = payment.parse(await this.rows.paymentService.retrieve(paymentId))
    return {
      isCanceled: Boolean(found.canceled_at),
      amount: amountOf(found.amount, found.currency_code),
      writtenAt: found.created_at?.getTime() ?? 0,
    }
  }

  /** What the store's rows have captured of a payment. */
  async captured(payment_id: string, currency: string): Promise<Amount> {
    const rows = movements.parse(await this.rows.captureService.list({ payment_id }))
    return sum(
      rows.map(({ amount }) => amountOf(amount, currency)),
      currency,
    )
  }

  private movement(rows: RowService, id: string): () => Promise<StoreMovement> {
    const ofPayment = rows.retrieve(id).then((found) => movement.parse(found))
    // Thrown where it is awaited; until then nobody listens.
    ofPayment.catch(() => undefined)
    return async () => {
      const { payment_id } = await ofPayment
      const [whole, captures, refunds] = await Promise.all([
        this.rows.paymentService.retrieve(payment_id),
        this.rows.captureService.list({ payment_id }).then((found) => movements.parse(found)),
        this.rows.refundService.list({ payment_id }).then((found) => movements.parse(found)),
      ])
      const alike = [captures, refunds].find((all) => all.some((one) => one.id === id)) ?? []
      const own = alike.find((one) => one.id === id)
      if (!own) {
        throw staffError("no_such_movement", { id })
      }
      const counts = (one: (typeof captures)[number]) => one.id === id || !isUnconfirmedRecord(one)
      return {
        amount: own.amount,
        payment: {
          ...payment.parse(whole),
          captures: captures.filter(counts),
          refunds: refunds.filter(counts),
        },
        isRecord: isRecord(own),
        metadata: own.metadata ?? null,
        others: alike.filter((one) => one !== own && counts(one)),
      }
    }
  }
}
