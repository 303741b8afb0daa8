import { type Amount, equals } from "../src/core/money"
import type { TransactionsOf } from "../src/core/movement-row"
import { isRefundSent } from "../src/core/store-ledger"
import { notNow } from "../src/errors"
import { inOrder, type MedusaModel } from "./medusa-model"
import type { MovementRow } from "./medusa-rows"

/** Milliseconds: as `medusa-repairs` judges rows that stand in no order yet. */
const NOBODY_WRITES_AFTER = 120_000
const CORE_IS_DONE_AFTER = 3_000
/** Looks at a row that is just being written, before it is given up for now. */
const MOST_LOOKS = 3

/** What a crash, or two at one instant, have left wrong in the store's rows: as `medusa-repairs` puts it right. */
export class MovementRepairs {
  constructor(private readonly medusa: MedusaModel) {}

  /** @returns whether anything was open. @throws when it is still being written */
  async finish(paymentId: string): Promise<boolean> {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      await this.medusa.turn(`the movements of ${paymentId} are read`)
      const open = this.rowsOf(paymentId).filter((row) => row.in_order === null)
      if (open.some((row) => this.isYoung(row))) continue
      const cutOff = open.filter((row) => !isSent(this.medusa, row))
      for (const { id } of cutOff) this.medusa.movements.remove(id)
      return looks > 0 || cutOff.length > 0
    }
    throw notNow("A capture or refund is being written by another request")
  }

  async isRight({ payment_id, order_id }: TransactionsOf): Promise<boolean> {
    await this.medusa.turn(`the transactions of ${payment_id} are read`)
    const isRight = this.rowsOf(payment_id).every(
      (row) => row.in_order !== null && equals(row.in_order, inOrder(row)),
    )
    return isRight && this.straysOf(order_id).length === 0
  }

  async repair({ payment_id: paymentId, order_id }: TransactionsOf): Promise<void> {
    await this.medusa.turn(`the transactions of ${paymentId} are put right`)
    this.straysOf(order_id).splice(0)
    for (const row of this.rowsOf(paymentId)) {
      if (row.in_order !== null || this.isYoung(row)) continue
      if (isSent(this.medusa, row)) row.in_order = inOrder(row)
    }
  }

  /** Medusa could not tell the order of a refund that was made: a canceled one, say. */
  async tellRefund(refundId: string): Promise<void> {
    await this.medusa.turn(`the order of ${refundId} is told in Medusa's place`)
    const row = this.medusa.movements.get(refundId)
    row.in_order = inOrder(row)
    const payment = this.medusa.payments.get(row.payment_id)
    const collection = this.medusa.collections.get(payment.payment_collection_id)
    const orderId = this.medusa.orderIdOf(collection)
    if (orderId) this.medusa.credit(orderId, row.amount, this.medusa.none)
  }

  private straysOf(orderId: string): Amount[] {
    return this.medusa.orders.find(orderId)?.strays ?? []
  }

  private rowsOf(paymentId: string): MovementRow[] {
    return this.medusa.movementsOf(this.medusa.payments.get(paymentId))
  }

  private isYoung(row: MovementRow): boolean {
    const age = this.medusa.time - row.created_at.getTime()
    return age < (isSent(this.medusa, row) ? CORE_IS_DONE_AFTER : NOBODY_WRITES_AFTER)
  }
}

/** The provider's hook has ended well. */
export const isSent = (medusa: MedusaModel, row: MovementRow): boolean =>
  row.kind === "refund"
    ? isRefundSent(row)
    : Boolean(medusa.payments.get(row.payment_id).captured_at)
