import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { type Amount, equals, exceeds, isPositive, minus, plus } from "../src/core/money"
import type { GatewayProvider } from "../src/provider/gateway-provider"
import { inOrder, type MedusaModel } from "./medusa-model"
import type {
  CartRow,
  CollectionRow,
  MovementRow,
  OrderRow,
  PaymentRow,
  SessionRow,
} from "./medusa-rows"

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
    /** A session in the place of one whose order was undone; nothing is asked of RozetkaPay for it. */
    private readonly openAnew: (before: SessionRow) => Promise<void>,
  ) {}

  /** The order stands before its Payment does; what fails undoes all of it, the money included. */
  async completeCart(cartId: string): Promise<{ error: unknown; isFinished: boolean }> {
    const { medusa } = this
    return medusa.locks.alone(cartId, async () => {
      await medusa.turn(`${cartId} is completed`)
      const cart = medusa.carts.get(cartId)
      const [collection] = medusa.collections.where(({ cart_id }) => cart_id === cartId)
      const session = collection && this.firstOpen(collection.id)
      if (!collection || !session)
        return { error: new Error("There is no payment session"), isFinished: true }
      if (cart.order_id) return { error: undefined, isFinished: true }
      try {
        await this.placeOrder(cart, collection, session)
      } catch (error) {
        await this.refundUndone(session.id)
        return { error, isFinished: true }
      }
      return { error: undefined, isFinished: true }
    })
  }

  private async placeOrder(cart: CartRow, collection: CollectionRow, session: SessionRow) {
    const { medusa } = this
    const order = medusa.orders.add({
      id: medusa.newId("order"),
      canceled_at: null,
      total: collection.amount,
      credited: medusa.none,
      strays: [],
    })
    let payment: PaymentRow | null = null
    try {
      cart.order_id = order.id
      await medusa.turn(`${order.id} is linked with its cart`)
      collection.order_id = order.id
      await medusa.turn(`${order.id} stands, and has no Payment yet`)
      if (medusa.failuresBefore > 0) {
        medusa.failuresBefore -= 1
        throw new Error("The goods are sold out")
      }
      payment = await this.authorizeSession(session)
      if (medusa.failuresAfter > 0) {
        medusa.failuresAfter -= 1
        throw new Error("A later step has failed")
      }
    } catch (error) {
      const unlink = async () => {
        await medusa.turn(`${order.id} is nobody's any more`)
        cart.order_id = null
        collection.order_id = null
      }
      // Both at once, and only then is the order itself deleted.
      const cancel = async () => payment && this.cancelPayment(payment.id).catch(() => {})
      await Promise.all([unlink(), cancel()])
      await medusa.turn(`${order.id} is deleted`)
      medusa.orders.remove(order.id)
      throw error
    }
    await medusa.turn(`${order.id} is placed`)
    for (const row of medusa.movementsOf(payment)) row.in_order ??= inOrder(row)
  }

  /** As the core does at last when an order failed: what was captured goes back, and the shopper may pay anew. */
  private async refundUndone(sessionId: string): Promise<void> {
    const { medusa } = this
    await medusa.turn(`what became of ${sessionId} is read`)
    const session = medusa.sessions.find(sessionId)
    const payment = session && this.paymentOf(sessionId)
    if (!session || !payment?.captured_at) return
    await this.refund(payment.id, session.amount, {}).catch(() => {})
    const before = medusa.sessions.where(
      (one) => one.payment_collection_id === session.payment_collection_id,
    )
    await Promise.all([this.openAnew(session), this.deleteSessions(before)])
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
    if (this.paymentOf(session.id) || !medusa.sessions.find(session.id)) {
      await this.hooks.cancelPayment({ data, context: {} })
      throw new Error("The session is gone, or another request has written this Payment")
    }
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
    // In one transaction, and the provider is not asked: it has said so.
    if (status === PaymentSessionStatus.CAPTURED) {
      this.addRow("capture", payment, payment.amount, {})
      payment.captured_at = medusa.now()
    }
    return payment
  }

  /** Without an amount, all that was authorized, whatever was captured before. */
  async capture(paymentId: string, amount: Amount | null, written: Written): Promise<void> {
    const { medusa } = this
    await medusa.turn(`a capture of ${paymentId} is begun`)
    const payment = medusa.payments.get(paymentId)
    if (payment.canceled_at) throw new Error("A canceled payment takes no captures")
    if (payment.captured_at) return
    const { captured } = medusa.ledgerOf(payment)
    const asked = amount ?? payment.amount
    if (exceeds(asked, minus(payment.amount, captured))) throw new Error("More than was authorized")
    const row = await this.writeCapture(payment, asked, written)
    const order = this.orderOf(payment)
    if (!order) return
    await medusa.turn(`${order.id} is told of ${row.id}`)
    row.in_order = inOrder(row)
  }

  async refund(paymentId: string, amount: Amount, written: Written): Promise<void> {
    const { medusa } = this
    await medusa.turn(`a refund of ${paymentId} is begun`)
    const payment = medusa.payments.get(paymentId)
    const order = this.orderOf(payment)
    const pending = order ? medusa.pendingDifference(order) : medusa.none
    const row = await this.writeRefund(payment, amount, written)
    if (!order) return
    await medusa.turn(`${order.id} is told of ${row.id}`)
    // What it has written of the refund is undone, and the refund stays.
    if (order.canceled_at) throw new Error("The order is canceled")
    row.in_order = inOrder(row)
    medusa.credit(order.id, amount, pending)
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

  /** Refunds and cancels, and does not mind when that fails; its order says even so that the money went back. */
  async cancelOrder(orderId: string): Promise<void> {
    const { medusa } = this
    await medusa.turn(`${orderId} is canceled`)
    const order = medusa.orders.get(orderId)
    if (order.canceled_at) throw new Error("It is canceled already")
    for (const payment of medusa.paymentsOfOrder(orderId)) {
      const { captured, refunded } = medusa.ledgerOf(payment)
      const there = minus(captured, refunded)
      if (!isPositive(captured)) await this.cancelPayment(payment.id).catch(() => {})
      else if (isPositive(there)) await this.refundForCanceled(order, payment, there)
    }
    await medusa.turn(`${orderId} is written as canceled`)
    order.canceled_at = medusa.now()
  }

  private async refundForCanceled(order: OrderRow, payment: PaymentRow, amount: Amount) {
    const { medusa } = this
    const row = await this.writeRefund(payment, amount, {}).catch(() => null)
    await medusa.turn(`${order.id} is told that ${amount} went back`)
    if (row) {
      row.in_order = inOrder(row)
      medusa.credit(order.id, amount, medusa.none)
    } else order.strays.push(minus(medusa.none, amount))
  }

  /** A cart that costs something else, or for which another page is opened, loses its open sessions. */
  async deleteSessions(sessions: SessionRow[]): Promise<void> {
    const { medusa } = this
    const remove = async ({ id, data }: SessionRow) => {
      await this.hooks.deletePayment({ data: { ...data } })
      await medusa.turn(`${id} is deleted`)
      medusa.sessions.remove(id)
    }
    await Promise.all(sessions.map(remove))
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

  private async writeCapture(payment: PaymentRow, amount: Amount, written: Written) {
    const row = this.addRow("capture", payment, amount, written)
    await this.byHook(row, () =>
      this.hooks.capturePayment({ data: payment.data, context: { idempotency_key: row.id } }),
    )
    const { captured, authorized } = this.medusa.ledgerOf(payment)
    if (equals(captured, authorized)) payment.captured_at = this.medusa.now()
    return row
  }

  private async writeRefund(payment: PaymentRow, amount: Amount, written: Written) {
    const { captured, refunded } = this.medusa.ledgerOf(payment)
    if (exceeds(plus(refunded, amount), captured)) throw new Error("More than was captured")
    const row = this.addRow("refund", payment, amount, written)
    await this.byHook(row, () =>
      this.hooks.refundPayment({
        data: payment.data,
        amount,
        context: { idempotency_key: row.id },
      }),
    )
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
      this.medusa.undone.push(row.payment_id)
      throw error
    }
  }

  private orderOf({ payment_collection_id }: PaymentRow): OrderRow | undefined {
    const id = this.medusa.orderIdOf(this.medusa.collections.get(payment_collection_id))
    return id ? this.medusa.orders.find(id) : undefined
  }
}
