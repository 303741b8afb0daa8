import { setTimeout as pause } from "node:timers/promises"
import type { Admin, Order, Payment } from "./admin"
import type { Gateway, GatewayPayment } from "./gateway"
import { decimal, kopiykas, sum } from "./kopiykas"

/** Where the money of one payment is, as decimal strings. */
export type Ledger = { held: string; captured: string; canceled: string; refunded: string }

function storeLedger(payment: Payment): Ledger {
  const amount = kopiykas(payment.amount)
  const captured = sum((payment.captures ?? []).map((capture) => capture.amount))
  const rest = amount - captured
  return {
    held: decimal(payment.canceled_at ? 0n : rest),
    captured: decimal(captured),
    canceled: decimal(payment.canceled_at ? rest : 0n),
    refunded: decimal(sum((payment.refunds ?? []).map((refund) => refund.amount))),
  }
}

/** A refund that the gateway still works on counts as refunded: it is the gateway's to finish. */
function gatewayLedger({ ledger }: GatewayPayment): Ledger {
  return {
    held: decimal(kopiykas(ledger.held)),
    captured: decimal(kopiykas(ledger.captured)),
    canceled: decimal(kopiykas(ledger.canceled)),
    refunded: decimal(sum([ledger.refunded, ledger.refunding])),
  }
}

/** Reads both ledgers of the one payment behind an order, through the Admin API and the gateway. */
export async function twoLedgers(
  admin: Admin,
  gateway: Pick<Gateway, "payment">,
  order: Pick<Order, "id">,
): Promise<{ store: Ledger; gateway: Ledger }> {
  const payment = await admin.paymentNow(order)
  const externalId = String(payment.data?.external_id)
  return {
    store: storeLedger(payment),
    gateway: gatewayLedger(await gateway.payment(externalId)),
  }
}

/** Both ledgers must say exactly this; what is not named must be 0.00. */
export async function expectBothLedgers(
  admin: Admin,
  gateway: Pick<Gateway, "payment">,
  order: Pick<Order, "id">,
  expected: Partial<Ledger>,
): Promise<void> {
  const ledger = { held: "0.00", captured: "0.00", canceled: "0.00", refunded: "0.00", ...expected }
  expect(await twoLedgers(admin, gateway, order)).toEqual({ store: ledger, gateway: ledger })
}

/** The same of what follows by itself a moment later (a subscriber's work); says what differs if it never comes. */
export async function bothLedgersBecome(
  admin: Admin,
  gateway: Pick<Gateway, "payment">,
  order: Pick<Order, "id">,
  expected: Partial<Ledger>,
): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    try {
      return await expectBothLedgers(admin, gateway, order, expected)
    } catch (difference) {
      if (Date.now() > deadline) throw difference
    }
    await pause(50)
  }
}
