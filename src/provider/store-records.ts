import type { BigNumberInput } from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import { type Amount, amountOf, sum } from "../core/money"
import { type SessionId, sessionIdText } from "../core/session-id"
import {
  CAPTURE_RECORDED,
  isRecord,
  isUnconfirmedRecord,
  REFUND_SENT,
  type StorePayment,
} from "../core/store-ledger"
import { staffError } from "../errors"
import type { SessionData } from "./session-data"

/** The payment module's own row services, which it hands to its providers. */
type Rows = {
  retrieve(id: string, config?: { relations: string[] }): Promise<unknown>
  list(filters: Record<string, unknown>): Promise<unknown[]>
  update(row: { id: string } & Record<string, unknown>): Promise<unknown>
}

export type StoreRows = {
  paymentCollectionService: Rows
  paymentSessionService: Rows
  paymentService: Rows
  captureService: Rows
  refundService: Rows
}

const money = z.custom<BigNumberInput>((value) => value !== null && value !== undefined)
const row = z.object({
  id: z.string(),
  amount: money,
  created_by: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
const movement = z.object({ payment_id: z.string() })
const session = z.object({
  id: sessionIdText,
  provider_id: z.string(),
  payment_collection_id: z.string(),
  amount: money,
  currency_code: z.string(),
  payment_collection: z.object({ amount: money, currency_code: z.string() }),
})

export type StoreSession = z.output<typeof session>

const ofCollection = z.object({ payment_collection_id: z.string() })
const provided = z.object({ provider_id: z.string() })
const payment = z.object({
  id: z.string(),
  amount: money,
  currency_code: z.string(),
  payment_collection_id: z.string().nullish(),
  canceled_at: z.date().nullish(),
})
const movements = z.array(row)

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
 */
export class StoreRecords {
  constructor(private readonly rows: StoreRows) {}

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

  /** A session whose money went back can't be paid again, so no cart may be completed with it. */
  async closeSession(id: SessionId): Promise<void> {
    const [row] = await this.rows.paymentSessionService.list({ id })
    if (row) {
      await this.rows.paymentSessionService.update({ id, status: PaymentSessionStatus.CANCELED })
    }
  }

  /** Medusa merges what is written into the metadata that there are. */
  async noteOnSession(id: SessionId, metadata: Record<string, unknown>): Promise<void> {
    const [row] = await this.rows.paymentSessionService.list({ id })
    if (row) await this.rows.paymentSessionService.update({ id, metadata })
  }

  /** Which of a purchase's tries Medusa may complete the cart with: it takes the first that is open. */
  async openSession(id: SessionId): Promise<void> {
    await this.rows.paymentSessionService.update({ id, status: PaymentSessionStatus.PENDING })
  }

  async collectionOfSession(sessionId: SessionId): Promise<string | null> {
    const [row] = await this.rows.paymentSessionService.list({ id: sessionId })
    return row ? ofCollection.parse(row).payment_collection_id : null
  }

  /** Merged likewise. */
  async noteOnCollection(id: string, metadata: Record<string, unknown>): Promise<void> {
    await this.rows.paymentCollectionService.update({ id, metadata })
  }

  async writeSession(id: SessionId, data: SessionData): Promise<void> {
    await this.rows.paymentSessionService.update({ id, data })
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

  /** What the store's rows have captured of a payment. */
  async captured(payment_id: string, currency: string): Promise<Amount> {
    const rows = movements.parse(await this.rows.captureService.list({ payment_id }))
    return sum(
      rows.map(({ amount }) => amountOf(amount, currency)),
      currency,
    )
  }

  /**
   * RozetkaPay has this refund (or has accepted it). Should it fail later, only
   * rows with this mark are corrected: one without is still on its way there.
   */
  async markRefundSent(id: string): Promise<void> {
    await this.mark(this.rows.refundService, id, REFUND_SENT)
  }

  /** The gateway's ledger covers this recorded capture. */
  markCaptureRecorded(id: string): Promise<void> {
    return this.mark(this.rows.captureService, id, CAPTURE_RECORDED)
  }

  private async mark(rows: Rows, id: string, mark: Record<string, string>): Promise<void> {
    const { metadata } = row.parse(await rows.retrieve(id))
    await rows.update({ id, metadata: { ...metadata, ...mark } })
  }

  private movement(rows: Rows, id: string): () => Promise<StoreMovement> {
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
