import { z } from "zod"
import type { GatewayPayment } from "../drivers/gateway"
import { madeByStore } from "./ledgers-hold"
import { hasBeenPaid, shown } from "./paid-payment"
import type { People } from "./people"
import type { OpenStore } from "./setup/open-store"

/** A payment that the store's database knew nothing of any more when it came back older. */
type Lost = { externalId: string; moved: bigint }

const id = z.object({ id: z.string() })

const movedByStore = (payment: GatewayPayment) =>
  madeByStore(payment, "confirm") + madeByStore(payment, "refund") + madeByStore(payment, "cancel")

/** The copy that an operator has of the store's database, and what is lost when it is played back. */
export class Backup {
  readonly lost: Lost[] = []
  restores = 0
  private isMade = false

  constructor(private readonly store: OpenStore) {}

  async make(): Promise<void> {
    await this.store.database.backUp()
    this.isMade = true
  }

  /** The store is stopped, its database is what it was, the store starts. */
  async restore(people: People): Promise<string> {
    if (!this.isMade) return "no backup"
    const { process, database, gateway } = this.store
    await process.kill()
    try {
      await database.restore()
      const sessions = await database.rows(id, "select id from payment_session")
      const orders = await database.rows(id, `select id from "order"`)
      const known = new Set(sessions.map((one) => one.id))
      const forgotten = (await gateway.payments()).filter(
        (one) => hasBeenPaid(one) && !known.has(one.external_id) && !this.isLost(one.external_id),
      )
      this.lost.push(
        ...forgotten.map((one) => ({ externalId: one.external_id, moved: movedByStore(one) })),
      )
      this.restores++
      people.forgetAllBut(orders.map((one) => one.id))
      return `forgotten: ${forgotten.map(({ external_id }) => external_id).join(", ")}`
    } finally {
      await process.start(false)
    }
  }

  isLost = (name: string): boolean => this.lost.some(({ externalId }) => externalId === name)

  /** Nobody knows what these are for, so the store moves none of them. */
  breaches(payments: GatewayPayment[]): string[] {
    return payments.flatMap((payment) => {
      const lost = this.lost.find(({ externalId }) => externalId === payment.external_id)
      return lost && movedByStore(payment) !== lost.moved
        ? [
            `${payment.external_id}: ${shown(payment)}, moved by a store whose database came back without it`,
          ]
        : []
    })
  }
}
