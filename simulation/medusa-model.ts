import type { ExternalId } from "../src/core/external-id"
import { held, type Ledger } from "../src/core/ledger"
import {
  type Amount,
  amountOf,
  isNegative,
  minus,
  missing,
  plus,
  sum,
  zero,
} from "../src/core/money"
import { paidLedger, storeLedger } from "../src/core/store-ledger"
import type { RozetkaPayEvent, RozetkaPayEventData } from "../src/sync/emit-event"
import type { ReturningPayment } from "../src/sync/returning"
import type { NotedTrouble } from "../src/sync/troubles"
import type { UnexplainedPayment } from "../src/sync/unexplained"
import { Locks } from "./locks"
import {
  type CartRow,
  type CollectionRow,
  type MovementRow,
  type OrderRow,
  type PaymentRow,
  type SessionRow,
  Table,
} from "./medusa-rows"
import type { Scheduler } from "./scheduler"

export const CURRENCY = "UAH"

export const uah = (amount: number): Amount => amountOf(amount, CURRENCY)

/** What an order's transaction says of a row: captures add, refunds subtract. */
export const inOrder = ({ kind, amount }: MovementRow): Amount =>
  kind === "capture" ? amount : minus(zero(CURRENCY), amount)

/** Milliseconds that each step takes. */
const STEP = 200

/** The database and the locks that all processes of a store share. */
export class MedusaModel {
  readonly collections = new Table<CollectionRow>()
  readonly carts = new Table<CartRow>()
  readonly orders = new Table<OrderRow>()
  readonly sessions = new Table<SessionRow>()
  readonly payments = new Table<PaymentRow>()
  readonly movements = new Table<MovementRow>()
  /** Payments of which a movement was begun and its row undone, each time that it happens. */
  readonly undone: string[] = []
  readonly unexplained = new Map<ExternalId, UnexplainedPayment>()
  readonly returning = new Map<ExternalId, ReturningPayment>()
  readonly troubles: NotedTrouble[] = []
  readonly events: { name: RozetkaPayEvent; data: RozetkaPayEventData }[] = []
  readonly locks: Locks
  time = Date.UTC(2026, 0, 1)
  /** So often placing an order fails before anything is written of it. */
  failuresBefore = 0
  /** So often it fails when its Payment stands: Medusa undoes all of it. */
  failuresAfter = 0
  private ids = 0

  constructor(readonly scheduler: Scheduler) {
    this.locks = new Locks(scheduler)
  }

  /** One question to the database, or one write. */
  async turn(what: string): Promise<void> {
    await this.scheduler.turn(what)
    this.time += STEP
  }

  /** Ids that sort by when they were made, as Medusa's do. */
  newId(prefix: string): string {
    this.ids += 1
    return `${prefix}_${String(this.ids).padStart(6, "0")}`
  }

  now = (): Date => new Date(this.time)

  movementsOf(payment: PaymentRow): MovementRow[] {
    return this.movements.where(({ payment_id }) => payment_id === payment.id)
  }

  ledgerOf(payment: PaymentRow, rows = this.movementsOf(payment)): Ledger {
    return storeLedger(this.asStored(payment, rows))
  }

  private asStored(payment: PaymentRow, rows = this.movementsOf(payment)) {
    return {
      ...payment,
      captures: rows.filter(({ kind }) => kind === "capture"),
      refunds: rows.filter(({ kind }) => kind === "refund"),
    }
  }

  paymentsOfCollection(collectionId: string): PaymentRow[] {
    return this.payments.where((one) => one.payment_collection_id === collectionId)
  }

  /** The order that a purchase is by now, or that its link is of. */
  orderIdOf({ cart_id, order_id }: CollectionRow): string | null {
    return cart_id ? (this.carts.get(cart_id).order_id ?? null) : order_id
  }

  paymentsOfOrder(orderId: string): PaymentRow[] {
    return this.collections
      .where((one) => this.orderIdOf(one) === orderId)
      .flatMap(({ id }) => this.paymentsOfCollection(id))
  }

  transactionsOf({ id, strays }: OrderRow): Amount[] {
    const told = this.paymentsOfOrder(id)
      .flatMap((one) => this.movementsOf(one))
      .flatMap(({ in_order }) => in_order ?? [])
    return [...told, ...strays]
  }

  /** What Medusa calls so: of what is held it knows nothing. */
  pendingDifference(order: OrderRow): Amount {
    return minus(minus(order.total, order.credited), sum(this.transactionsOf(order), CURRENCY))
  }

  /** What nobody has paid or holds of an order, as `outstanding.ts` has it; negative when it was paid too much. */
  outstanding(order: OrderRow): Amount {
    const there = this.paymentsOfOrder(order.id).map((one) => {
      const unwritten = this.movementsOf(one).filter(({ in_order }) => in_order === null)
      const { captured, refunded } = this.ledgerOf(one, unwritten)
      return plus(held(paidLedger(this.asStored(one))), missing(captured, refunded))
    })
    return minus(this.pendingDifference(order), sum(there, CURRENCY))
  }

  /**
   * Medusa lowers an order's total by a refund, but for what the order owed its shopper anyway.
   *
   * @param pending its pending difference before the refund
   */
  credit(orderId: string, amount: Amount, pending: Amount): void {
    const order = this.orders.find(orderId)
    const lowered = isNegative(pending) ? missing(plus(amount, pending), this.none) : amount
    if (order) order.credited = plus(order.credited, lowered)
  }

  uncredit(orderId: string, amount: Amount): void {
    const order = this.orders.find(orderId)
    if (order) order.credited = missing(order.credited, amount)
  }

  none = zero(CURRENCY)
}
