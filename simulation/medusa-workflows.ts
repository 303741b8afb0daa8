import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { held, kept } from "../src/core/ledger"
import { type Amount, equals, exceeds, isPositive, minus, zero } from "../src/core/money"
import type { GatewayProvider } from "../src/provider/gateway-provider"
import { CURRENCY, type MedusaModel } from "./medusa-model"
import type { MovementRow, PaymentRow, SessionRow } from "./medusa-rows"

type Hooks = Pick<
  GatewayProvider,
  "authorizePayment" | "capturePayment" | "refundPayment" | "cancelPayment" | "deletePayment"
>

type Written = { created_by?: string | null; metadata?: Record<string, unknown> }

/**
 * Medusa's own workflows in one process, step by step as 2.21.2 takes them: its rows are written before the
 * provider is asked, and its order is told last. Each step may be the last one of its process.
 */
export class MedusaWorkflows {
  constructor(
    private readonly medusa: MedusaModel,
    private readonly hooks: Hooks,
  ) {}

  /** The order stands before its Payment does; what fails undoes all of it, the money included. */
  async completeCart(cartId: string): Promise<{ error: unknown; isFinished: boolean }> {
    const { medusa } = this
    return medusa.locks.alone(cartId, async () => {
      await medusa.turn(`${cartId} is completed`)
      const cart = medusa.carts.get(cartId)
      if (cart.order_id) return { error: undefined, isFinished: true }
      const [collection] = medusa.collections.where(({ cart_id }) => cart_id === cartId)
      const session = collection && this.firstOpen(collection.id)
      if (!collection || !session) return failed("There is no payment session")
      if (medusa.failuresBefore > 0) {
        medusa.failuresBefore -= 1
        return failed("The goods are sold out")
      }
      const order = medusa.orders.add({
        id: medusa.newId("order"),
        canceled_at: null,
        total: collection.amount,
        credited: medusa.none,
      })
      cart.order_id = order.id
      const undo = () => {
        cart.order_id = null
        medusa.orders.remove(order.id)
      }
      let payment: PaymentRow | null = null
      try {
        await medusa.turn(`${order.id} stands, and has no Payment yet`)
        payment = await this.authorizeSession(session)
        if (medusa.failuresAfter > 0) {
          medusa.failuresAfter -= 1
          throw new Error("A later step has failed")
        }
        collection.order_id = order.id
      } catch (error) {
        if (payment) await this.undoPayment(payment)
        undo()
        return { error, isFinished: true }
      }
      await medusa.turn(`${order.id} is placed`)
      for (const row of medusa.movementsOf(payment)) row.in_order ??= inOrder(row)
      return { error: undefined, isFinished: true }
    })
  }

  /** The Payment of a session; one that is there already is success. */
  async authorizeSession(given: SessionRow): Promise<PaymentRow> {
    const { medusa } = this
    await medusa.turn(`${given.id} is authorized`)
    const session = medusa.sessions.get(given.id)
    const before = this.paymentOf(session.id)
    if (before) return before
    const { status, data = {} } = await this.hooks.authorizePayment({
      data: { ...session.data },
      context: { idempotency_key: session.id },
    })
    await medusa.turn(`the Payment of ${session.id} is written`)
    if (this.paymentOf(session.id)) throw new Error("Another request has written this Payment")
    if (!medusa.sessions.find(session.id)) throw new Error("The session is gone")
    Object.assign(session, { status: PaymentSessionStatus.AUTHORIZED, data })
    const payment = medusa.payments.add({
      id: medusa.newId("pay"),
      payment_session_id: session.id,
      payment_collection_id: session.payment_collection_id,
      provider_id: session.provider_id,
      amount: session.amount,
      currency_code: session.currency_code,
      data,
      captured_at: null,
      canceled_at: null,
      created_at: medusa.now(),
      metadata: {},
    })
    if (status === PaymentSessionStatus.CAPTURED)
      await this.writeCapture(payment, payment.amount, {})
    return payment
  }

  /** Without an amount, all that is left of what was authorized. */
  async capture(paymentId: string, amount: Amount | null, written: Written): Promise<void> {
    const { medusa } = this
    await medusa.turn(`a capture of ${paymentId} is begun`)
    const payment = medusa.payments.get(paymentId)
    const { captured, authorized } = medusa.ledgerOf(payment)
    const left = minus(authorized, captured)
    if (payment.canceled_at) throw new Error("A canceled payment takes no captures")
    if (!isPositive(left)) return
    if (amount && exceeds(amount, left)) throw new Error("More than was authorized")
    const row = await this.writeCapture(payment, amount ?? left, written)
    await this.tellOrder(payment, row)
  }

  async refund(paymentId: string, amount: Amount, written: Written): Promise<void> {
    const { medusa, hooks } = this
    await medusa.turn(`a refund of ${paymentId} is begun`)
    const payment = medusa.payments.get(paymentId)
    if (exceeds(amount, kept(medusa.ledgerOf(payment)))) throw new Error("More than was captured")
    const row = this.addRow("refund", payment, amount, written)
    await this.byHook(row, () =>
      hooks.refundPayment({ data: payment.data, amount, context: { idempotency_key: row.id } }),
    )
    await this.tellOrder(payment, row)
  }

  async cancelPayment(paymentId: string): Promise<void> {
    await this.medusa.turn(`${paymentId} is canceled`)
    const payment = this.medusa.payments.get(paymentId)
    await this.hooks.cancelPayment({
      data: payment.data,
      context: { idempotency_key: payment.id },
    })
    await this.medusa.turn(`${paymentId} is written as canceled`)
    payment.canceled_at = this.medusa.now()
  }

  /** Refunds and cancels, and does not mind when that fails. */
  async cancelOrder(orderId: string): Promise<void> {
    const { medusa } = this
    await medusa.turn(`${orderId} is canceled`)
    const order = medusa.orders.get(orderId)
    if (order.canceled_at) return
    for (const payment of medusa.paymentsOfOrder(orderId)) {
      const ledger = medusa.ledgerOf(payment)
      const there = kept(ledger)
      if (isPositive(there)) await this.refund(payment.id, there, {}).catch(() => {})
      else if (isPositive(held(ledger))) await this.cancelPayment(payment.id).catch(() => {})
    }
    order.canceled_at = medusa.now()
  }

  /** A cart that costs something else, or for which another page is opened, loses its open sessions. */
  async deleteSessions(collectionId: string): Promise<void> {
    const { medusa } = this
    const open = medusa.sessions.where((one) => one.payment_collection_id === collectionId)
    for (const session of open) {
      await this.hooks.deletePayment({ data: { ...session.data } })
      await medusa.turn(`${session.id} is deleted`)
      medusa.sessions.remove(session.id)
    }
  }

  private firstOpen(collectionId: string): SessionRow | undefined {
    const closed: string[] = [PaymentSessionStatus.CANCELED, PaymentSessionStatus.ERROR]
    return this.medusa.sessions.where(
      (one) => one.payment_collection_id === collectionId && !closed.includes(one.status),
    )[0]
  }

  private paymentOf(sessionId: string): PaymentRow | undefined {
    return this.medusa.payments.where((one) => one.payment_session_id === sessionId)[0]
  }

  /** As the core does when an order fails after the money was taken. */
  private async undoPayment(payment: PaymentRow): Promise<void> {
    const { medusa } = this
    const there = kept(medusa.ledgerOf(payment))
    await this.cancelPayment(payment.id).catch(() => {})
    if (isPositive(there)) await this.refund(payment.id, there, {}).catch(() => {})
  }

  private async writeCapture(payment: PaymentRow, amount: Amount, written: Written) {
    const row = this.addRow("capture", payment, amount, written)
    await this.byHook(row, () =>
      this.hooks.capturePayment({ data: payment.data, context: { idempotency_key: row.id } }),
    )
    const { captured, authorized } = this.medusa.ledgerOf(payment)
    if (equals(captured, authorized)) payment.captured_at = this.medusa.now()
    return row
  }

  private addRow(
    kind: MovementRow["kind"],
    payment: PaymentRow,
    amount: Amount,
    { created_by = null, metadata = {} }: Written,
  ): MovementRow {
    return this.medusa.movements.add({
      id: this.medusa.newId(kind),
      kind,
      payment_id: payment.id,
      amount,
      created_by,
      metadata,
      created_at: this.medusa.now(),
      in_order: null,
    })
  }

  /** The row stands before the provider is asked, and goes when that has failed. */
  private async byHook(row: MovementRow, ask: () => Promise<unknown>): Promise<void> {
    try {
      await this.medusa.turn(`${row.id} is written`)
      await ask()
      await this.medusa.turn(`the hook of ${row.id} has ended well`)
    } catch (error) {
      await this.medusa.turn(`${row.id} is taken back`)
      this.medusa.movements.remove(row.id)
      throw error
    }
  }

  private async tellOrder(payment: PaymentRow, row: MovementRow): Promise<void> {
    const { medusa } = this
    const orderId = medusa.orderIdOf(medusa.collections.get(payment.payment_collection_id))
    if (!orderId) return
    await medusa.turn(`${orderId} is told of ${row.id}`)
    row.in_order = inOrder(row)
    if (row.kind === "refund" && !medusa.orders.find(orderId)?.canceled_at) {
      medusa.credit(orderId, row.amount)
    }
  }
}

/** What an order's transaction says of a row: captures add, refunds subtract. */
export const inOrder = ({ kind, amount }: MovementRow): Amount =>
  kind === "capture" ? amount : minus(zero(CURRENCY), amount)

const failed = (message: string) => ({ error: new Error(message), isFinished: true })
