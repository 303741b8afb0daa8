import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { placeOrder } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { outstanding } from "../drivers/payment-link"
import { bothLedgersBecome } from "../drivers/two-ledgers"
import { runStore } from "../setup/run-store"
import { MERCHANT } from "../setup/store"

const TOTAL = "1319.99"

/** What each order's customer was given as store credit. */
const given: { order_id: string; amount: string }[] = []

type CreditLines = { order_id: string; credit_lines: { amount: BigNumberInput }[] }

/** Medusa's type leaves the hook out; its loyalty plugin hangs on it. */
const { creditLinesCreated }: { creditLinesCreated?: (hook: (of: CreditLines) => void) => void } =
  createOrderCreditLinesWorkflow.hooks
if (!creditLinesCreated) throw new Error("Medusa's workflow of credit lines has no hook any more")

// As the loyalty plugin does: what raises an order's total is given to its customer as store credit.
creditLinesCreated(({ order_id, credit_lines }) => {
  for (const { amount } of credit_lines) {
    if (MathBN.lt(amount, 0)) given.push({ order_id, amount: String(MathBN.mult(amount, -1)) })
  }
})

runStore("A store that gives store credit", { capture: true }, (store) => {
  it("gives none for a refund that fails, and the order costs again what was paid", async () => {
    const { order, externalId } = await placeOrder(store)
    await store.gateway.balance(MERCHANT.login, "0.00")
    expect((await store.admin.refund(store.admin.paymentOf(order), 500)).status).toBe(200)
    await store.gateway.quiet()
    expect((await store.admin.order(order.id)).total).toBe(819.99)
    await store.gateway.endRefunds(externalId, "fail")
    await store.gateway.quiet()
    await bothLedgersBecome(store.admin, store.gateway, order, { captured: TOTAL })
    await eventually(
      "the order costs what was paid",
      async () => (await store.admin.order(order.id)).total === Number(TOTAL),
    )
    expect(await outstanding(store, order.id)).toBe(0)
    expect(given).toEqual([])
  })
})
