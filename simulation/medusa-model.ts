import type { ExternalId } from "../src/core/external-id"
import { held, kept, type Ledger } from "../src/core/ledger"
import {
  type Amount,
  amountOf,
  exceeds,
  isPositive,
  minus,
  missing,
  plus,
  sum,
  zero,
} from "../src/core/money"
import { storeLedger } from "../src/core/store-ledger"
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

  ledgerOf(payment: PaymentRow): Ledger {
    const rows = this.movementsOf(payment)
    return storeLedger({
      ...payment,
      captures: rows.filter(({ kind }) => kind === "capture"),
      refunds: rows.filter(({ kind }) => kind === "refund"),
    })
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

  /** What nobody has paid or holds of an order; negative when it was paid too much. */
  outstanding({ id, total, credited }: OrderRow): Amount {
    const there = this.paymentsOfOrder(id).map((one) => {
      const ledger = this.ledgerOf(one)
      return plus(held(ledger), kept(ledger))
    })
    return minus(minus(total, credited), sum(there, CURRENCY))
  }

  /** Medusa lowers an order's total by a refund, but for what the order owed its shopper anyway. */
  credit(orderId: string, amount: Amount): void {
    const order = this.orders.find(orderId)
    if (!order) return
    // The refund's row is there, so what is outstanding has grown by it already.
    const lacks = this.outstanding(order)
    if (!isPositive(lacks)) return
    order.credited = plus(order.credited, exceeds(lacks, amount) ? amount : lacks)
  }

  uncredit(orderId: string, amount: Amount): void {
    const order = this.orders.find(orderId)
    if (order) order.credited = missing(order.credited, amount)
  }

  none = zero(CURRENCY)
}
