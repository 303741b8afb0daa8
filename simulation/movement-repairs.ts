import { equals } from "../src/core/money"
import { isRefundSent } from "../src/core/store-ledger"
import { notNow } from "../src/errors"
import type { MedusaModel } from "./medusa-model"
import type { MovementRow } from "./medusa-rows"
import { inOrder } from "./medusa-workflows"

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

  async isRight(paymentId: string): Promise<boolean> {
    await this.medusa.turn(`the transactions of ${paymentId} are read`)
    return this.rowsOf(paymentId).every(
      (row) => row.in_order !== null && equals(row.in_order, inOrder(row)),
    )
  }

  async repair(paymentId: string): Promise<void> {
    await this.medusa.turn(`the transactions of ${paymentId} are put right`)
    for (const row of this.rowsOf(paymentId)) {
      if (row.in_order !== null || this.isYoung(row)) continue
      if (isSent(this.medusa, row)) row.in_order = inOrder(row)
    }
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
