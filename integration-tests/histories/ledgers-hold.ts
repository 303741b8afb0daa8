import { z } from "zod"
import type { GatewayPayment } from "../drivers/gateway"
import { decimal, kopiykas, sum } from "../drivers/kopiykas"
import { type Ask, CHARGE_AMOUNT } from "./asks"
import { amountPaid, shown } from "./paid-payment"

export const storePayment = z.object({
  id: z.string(),
  external_id: z.string(),
  amount: z.string(),
  canceled_at: z.date().nullable(),
  captured: z.string(),
  refunded: z.string(),
})
export type StorePayment = z.output<typeof storePayment>

export const STORE_PAYMENTS = `
  select p.id, p.payment_session_id as external_id, p.amount::text, p.canceled_at,
    coalesce((select sum(amount) from capture where payment_id = p.id and deleted_at is null), 0)::text as captured,
    coalesce((select sum(amount) from refund where payment_id = p.id and deleted_at is null), 0)::text as refunded
  from payment p where p.deleted_at is null`

/**
 * Medusa has no word for a part of a hold that was canceled: it says so of the whole once nothing is
 * held any more. Until then what one seller's order has canceled counts as held in the store.
 */
const saysNothingYet = ({ orders, ledger }: GatewayPayment): boolean =>
  orders !== undefined && kopiykas(ledger.held) > 0n

/** Both ledgers of one payment say the same. */
export function ledgerBreaches(payment: GatewayPayment, row: StorePayment): string[] {
  const rest = kopiykas(row.amount) - kopiykas(row.captured)
  const store = {
    held: decimal(row.canceled_at ? 0n : rest),
    captured: decimal(kopiykas(row.captured)),
    canceled: decimal(row.canceled_at ? rest : 0n),
    refunded: decimal(kopiykas(row.refunded)),
  }
  const { ledger } = payment
  const unsaid = saysNothingYet(payment) ? kopiykas(ledger.canceled) : 0n
  const gateway = {
    held: decimal(kopiykas(ledger.held) + unsaid),
    captured: decimal(kopiykas(ledger.captured)),
    canceled: decimal(kopiykas(ledger.canceled) - unsaid),
    refunded: decimal(sum([ledger.refunded, ledger.refunding])),
  }
  return JSON.stringify(store) === JSON.stringify(gateway)
    ? []
    : [
        `${payment.external_id}: the ledgers differ: store ${JSON.stringify(store)}, gateway ${JSON.stringify(gateway)}`,
      ]
}

/** A charge without the shopper has an id of its own, under which money is captured once, and just its amount. */
export function chargeBreaches(charges: GatewayPayment[]): string[] {
  const nameOf = ({ metadata }: GatewayPayment) => String(metadata?.description)
  const twice = charges.filter((one, index) =>
    charges.slice(0, index).some((other) => nameOf(other) === nameOf(one)),
  )
  const wrong = charges.filter((one) => amountPaid(one) !== kopiykas(CHARGE_AMOUNT))
  return [
    ...twice.map((one) => `${nameOf(one)} was charged again as ${one.external_id}`),
    ...wrong.map((one) => `${nameOf(one)} took ${shown(one)}`),
  ]
}

/** What was moved at the gateway because the store asked for it. */
export const madeByStore = (
  { operations }: GatewayPayment,
  move: "confirm" | "refund" | "cancel",
): bigint =>
  sum(
    operations
      .filter((one) => one.operation === move && one.by === "api" && one.status !== "failure")
      .map(({ amount }) => amount),
  )

/**
 * What the store asked the gateway for may never be more than what people asked the store for.
 *
 * @param stands behind an order that nobody has cancelled
 * @param isEdited staff have edited that order: Medusa then cancels what is held for it, and asks anew
 */
export function doneTwice(
  payment: GatewayPayment,
  { stands, isEdited }: { stands: boolean; isEdited: boolean },
  ask: Ask,
): string[] {
  const { captures, refunds, refundsConfirmed } = ask
  const found: string[] = []
  const confirmed = madeByStore(payment, "confirm")
  const refundedByStore = madeByStore(payment, "refund")
  if (confirmed > captures) {
    found.push(
      `${payment.external_id}: ${decimal(confirmed)} taken, ${decimal(captures)} asked for`,
    )
  }
  if (stands && refundedByStore > refunds) {
    found.push(
      `${payment.external_id}: ${decimal(refundedByStore)} refunded, ${decimal(refunds)} asked for`,
    )
  }
  if (stands && !isEdited && madeByStore(payment, "cancel") > 0n) {
    found.push(`${payment.external_id}: a hold was canceled that nobody wanted canceled`)
  }
  const failed = payment.operations.some(
    ({ operation, status }) => operation === "refund" && status === "failure",
  )
  const refunded = sum([payment.ledger.refunded, payment.ledger.refunding])
  if (!failed && refunded < refundsConfirmed) {
    found.push(
      `${payment.external_id}: the store said ${decimal(refundsConfirmed)} was refunded, the gateway returned ${decimal(refunded)}`,
    )
  }
  return found
}
