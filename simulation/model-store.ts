import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { type ExternalId, sessionOf } from "../src/core/external-id"
import { sum } from "../src/core/money"
import { CALL_KEY, type MovementRow as PlainMovement, refundOfCall } from "../src/core/movement-row"
import { sessionId } from "../src/core/session-id"
import { CANCEL_RECORDED, isRefundSent, refundsSent } from "../src/core/store-ledger"
import { codeOf } from "../src/errors"
import { inHookContext, recordingCancel } from "../src/provider/hook-context"
import { readLeftTry } from "../src/provider/left-tries"
import type { ReturningPayment } from "../src/sync/returning"
import type {
  Capture,
  FoundProvider,
  PurchaseRows,
  Reading,
  RefundOf,
  SentRefund,
  Store,
  TryKey,
  WrittenBy,
} from "../src/sync/store"
import type { NotedTrouble } from "../src/sync/troubles"
import type { UnexplainedPayment } from "../src/sync/unexplained"
import { CURRENCY, type MedusaModel } from "./medusa-model"
import type { MovementRow, PaymentRow } from "./medusa-rows"
import type { MedusaWorkflows } from "./medusa-workflows"
import { PROVIDER } from "./model-provider"
import { isSent, MovementRepairs } from "./movement-repairs"

const notModelled = (): never => {
  throw new Error("No history asks for this.")
}

const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

/** The port of syncing over the model of Medusa: what `medusa-store/` is over Medusa. */
export class ModelStore implements Store {
  readonly log = SILENT
  private readonly repairs: MovementRepairs

  constructor(
    private readonly medusa: MedusaModel,
    private readonly workflows: MedusaWorkflows,
    private readonly provider: FoundProvider["provider"],
  ) {
    this.repairs = new MovementRepairs(medusa)
  }

  now = () => this.medusa.time
  findProvider = async () => ({ id: PROVIDER, provider: this.provider })
  alone: Store["alone"] = (key, job) => this.medusa.locks.alone(key, job)
  emit: Store["emit"] = async (name, data) => {
    await this.medusa.turn(`${name} is told`)
    this.medusa.events.push({ name, data })
  }

  async readTry({ external_id }: TryKey) {
    await this.medusa.turn(`the rows of ${external_id} are read`)
    const { medusa } = this
    const id = sessionOf(external_id)
    const session = medusa.sessions.find(id)
    const [payment] = medusa.payments.where((one) => one.payment_session_id === id)
    const row = session ?? payment
    const sessions = session
      ? medusa.sessions.where((one) => one.payment_collection_id === session.payment_collection_id)
      : []
    return {
      data: row && { ...row.data },
      collectionId: row?.payment_collection_id ?? null,
      sessions: sessions.map((one) => ({
        id: one.id,
        data: { ...one.data },
        hasPayment: medusa.payments.where((p) => p.payment_session_id === one.id).length > 0,
      })),
    }
  }

  async readLeftTry(collectionId: string, externalId: ExternalId) {
    await this.medusa.turn(`what was left behind of ${collectionId} is read`)
    const collection = this.medusa.collections.find(collectionId)
    return collection
      ? { collectionId: collection.id, left: readLeftTry(collection, externalId) }
      : null
  }

  async readPurchase(
    collectionId: string | null,
    externalIds: ExternalId[],
  ): Promise<PurchaseRows> {
    await this.medusa.turn(`the purchase ${collectionId} is read`)
    const { medusa } = this
    const ids = externalIds.map((one) => String(sessionOf(one)))
    const collection = collectionId ? medusa.collections.find(collectionId) : undefined
    const order_id = collection ? medusa.orderIdOf(collection) : null
    const payments = collection
      ? medusa.paymentsOfCollection(collection.id)
      : medusa.payments.where((one) => ids.includes(one.payment_session_id))
    return {
      purpose: {
        cart_id: collection?.cart_id ?? null,
        order_id,
        order_canceled: Boolean(order_id && medusa.orders.find(order_id)?.canceled_at),
        country_code: null,
      },
      collection: collection
        ? {
            id: collection.id,
            cost: { amount: collection.amount, currency: CURRENCY },
            status: "awaiting",
          }
        : null,
      sessions: medusa.sessions
        .where(({ id }) => ids.includes(id))
        .map((one) => ({
          id: one.id,
          asked: { amount: one.amount, currency: CURRENCY },
          data: { ...one.data },
          created_at: one.created_at,
          metadata: { ...one.metadata },
        })),
      deferred: [],
      payments: payments.map((one) => ({
        id: one.id,
        sessionId: sessionId(one.payment_session_id),
        ledger: medusa.ledgerOf(one),
        refundsSent: refundsSent({ ...one, refunds: this.refundsOf(one) }),
        writtenAt: one.created_at.getTime(),
        movements: this.plainMovements(one),
        metadata: { ...one.metadata },
      })),
    }
  }

  async outstanding(orderId: string) {
    await this.medusa.turn(`what is outstanding of ${orderId} is read`)
    const order = this.medusa.orders.find(orderId)
    return order ? this.medusa.outstanding(order) : null
  }

  async hasPayment(externalId: ExternalId) {
    await this.medusa.turn(`the Payment of ${externalId} is looked for`)
    const id = sessionOf(externalId)
    return this.medusa.payments.where((one) => one.payment_session_id === id).length > 0
  }

  async sentRefunds(paymentId: string): Promise<SentRefund[]> {
    await this.medusa.turn(`the refunds of ${paymentId} are read`)
    return this.refundsOf(this.medusa.payments.get(paymentId))
      .filter(isRefundSent)
      .map(({ id, amount, created_at }) => ({ id, amount, writtenAt: created_at.getTime() }))
  }

  async collectionOf(externalId: ExternalId) {
    await this.medusa.turn(`the purchase of ${externalId} is looked for`)
    const id = sessionOf(externalId)
    const session = this.medusa.sessions.find(id)
    const [payment] = this.medusa.payments.where((one) => one.payment_session_id === id)
    return (session ?? payment)?.payment_collection_id ?? null
  }

  async isOfCart(collectionId: string) {
    await this.medusa.turn(`the cart of ${collectionId} is looked for`)
    return Boolean(this.medusa.collections.find(collectionId)?.cart_id)
  }

  async orderOf(collectionId: string) {
    await this.medusa.turn(`the order of ${collectionId} is looked for`)
    return this.medusa.collections.find(collectionId)?.order_id ?? null
  }

  async leaveOnlyOpen({ external_id }: TryKey, collectionId: string) {
    const { medusa } = this
    await medusa.turn(`the sessions of ${collectionId} are read`)
    const all = medusa.sessions.where((one) => one.payment_collection_id === collectionId)
    const own = all.find(({ id }) => id === sessionOf(external_id))
    if (!own) return
    const closed = PaymentSessionStatus.CANCELED
    if (own.status === closed) own.status = PaymentSessionStatus.PENDING
    for (const other of all) {
      const hasPayment = medusa.payments.where((one) => one.payment_session_id === other.id)
      if (other === own || hasPayment.length > 0) continue
      await medusa.turn(`${other.id} is closed`)
      other.status = closed
    }
  }

  async noteOnSession({ external_id }: TryKey, note: Record<string, unknown>) {
    await this.medusa.turn(`something is noted on ${external_id}`)
    const session = this.medusa.sessions.find(sessionOf(external_id))
    if (session) session.metadata = { ...session.metadata, ...note }
  }

  unfillCart: Store["unfillCart"] = async () => {}
  noteHowPaid: Store["noteHowPaid"] = async () => {}

  completeCart(cartId: string, read: Reading) {
    return inHookContext({ ledger: { ...read, readAt: Date.now() } }, () =>
      this.workflows.completeCart(cartId),
    )
  }

  async authorizeSession(read: Reading) {
    const { medusa } = this
    const session = medusa.sessions.get(sessionOf(read.externalId))
    const payment = await inHookContext({ ledger: { ...read, readAt: Date.now() } }, () =>
      this.workflows.authorizeSession(session),
    )
    const collection = medusa.collections.get(payment.payment_collection_id)
    await medusa.turn(`the order of ${payment.id} is linked`)
    collection.order_id ??= medusa.orderIdOf(collection)
    return { id: payment.id, isCaptured: Boolean(payment.captured_at) }
  }

  capturePayment({ payment_id, amount, captured_by }: Capture): Promise<void> {
    return this.workflows.capture(payment_id, amount ?? null, { created_by: captured_by ?? null })
  }

  async refundPayment(
    { payment_id }: RefundOf,
    amount: Parameters<Store["refundPayment"]>[1],
    written: WrittenBy,
  ) {
    const call = this.medusa.newId("call")
    const metadata = { ...written.metadata, [CALL_KEY]: call }
    const { created_by } = written
    try {
      await this.workflows.refund(payment_id, amount, { created_by, metadata })
    } catch (error) {
      if (codeOf(error)) throw error
      const rows = this.plainMovements(this.medusa.payments.get(payment_id))
      const made = refundOfCall(rows, call)
      if (!made) throw error
      await this.repairs.tellRefund(made.id)
    }
  }

  cancelPayment: Store["cancelPayment"] = (paymentId) => this.workflows.cancelPayment(paymentId)

  async recordCancel(paymentId: string, externalId: ExternalId) {
    await recordingCancel(externalId, () => this.workflows.cancelPayment(paymentId))
    Object.assign(this.medusa.payments.get(paymentId).metadata, CANCEL_RECORDED)
  }

  async findUnexplained(externalId: ExternalId) {
    await this.medusa.turn(`what is unexplained of ${externalId} is read`)
    return this.medusa.unexplained.get(externalId) ?? null
  }

  async noteUnexplained(entry: UnexplainedPayment, isFirst: boolean) {
    await this.medusa.turn(`${entry.external_id} is noted as unexplained`)
    if (isFirst && this.medusa.unexplained.has(entry.external_id)) return false
    this.medusa.unexplained.set(entry.external_id, entry)
    return true
  }

  async forgetUnexplained(externalId: ExternalId) {
    await this.medusa.turn(`${externalId} is explained`)
    const entry = this.medusa.unexplained.get(externalId) ?? null
    this.medusa.unexplained.delete(externalId)
    return entry
  }

  async findReturning(externalId: ExternalId) {
    await this.medusa.turn(`whether ${externalId} is being returned is read`)
    return this.medusa.returning.get(externalId) ?? null
  }

  async noteReturning(entry: ReturningPayment) {
    await this.medusa.turn(`${entry.external_id} is noted as being returned`)
    this.medusa.returning.set(entry.external_id, entry)
  }

  async forgetReturning(externalId: ExternalId) {
    await this.medusa.turn(`${externalId} is returned, and told`)
    this.medusa.returning.delete(externalId)
  }

  async troublesOf(externalId: ExternalId) {
    await this.medusa.turn(`the troubles of ${externalId} are read`)
    return this.medusa.troubles.filter((one) => one.external_id === externalId)
  }

  async noteTrouble(entry: NotedTrouble, isFirst: boolean) {
    await this.medusa.turn(`a trouble of ${entry.external_id} is noted`)
    const known = this.findTrouble(entry.external_id, entry.kind)
    if (isFirst && known >= 0) return false
    if (known >= 0) this.medusa.troubles[known] = entry
    else this.medusa.troubles.push(entry)
    return true
  }

  async forgetTrouble(externalId: ExternalId, kind: NotedTrouble["kind"]) {
    await this.medusa.turn(`a trouble of ${externalId} is over`)
    const known = this.findTrouble(externalId, kind)
    if (known >= 0) this.medusa.troubles.splice(known, 1)
  }

  finishMovements: Store["finishMovements"] = ({ payment_id }, rows) =>
    rows.length === 0 ? Promise.resolve(false) : this.repairs.finish(payment_id)
  isRightOrder: Store["isRightOrder"] = (of) => this.repairs.isRight(of)
  repairOrder: Store["repairOrder"] = (of) => this.repairs.repair(of)

  takeBackRefunds: Store["takeBackRefunds"] = async ({ order_id }, refunds) => {
    await this.medusa.turn("refunds that failed are taken back")
    for (const { id } of refunds) this.medusa.movements.remove(id)
    const amounts = refunds.map(({ amount }) => amount)
    if (order_id) this.medusa.uncredit(order_id, sum(amounts, CURRENCY))
  }

  readPayment = notModelled
  finishStart = notModelled
  fillCart = notModelled
  listUnexplained = notModelled

  private findTrouble(externalId: ExternalId, kind: NotedTrouble["kind"]): number {
    return this.medusa.troubles.findIndex(
      (one) => one.external_id === externalId && one.kind === kind,
    )
  }

  private refundsOf(payment: PaymentRow): MovementRow[] {
    return this.medusa.movementsOf(payment).filter(({ kind }) => kind === "refund")
  }

  private plainMovements(payment: PaymentRow): PlainMovement[] {
    return this.medusa.movementsOf(payment).map((row) => {
      const call = row.metadata[CALL_KEY]
      return {
        id: row.id,
        kind: row.kind,
        amount: row.amount,
        createdBy: row.created_by,
        isSent: isSent(this.medusa, row),
        call: typeof call === "string" ? call : null,
        writtenAt: row.created_at.getTime(),
      }
    })
  }
}
