import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BigNumber,
  ContainerRegistrationKeys,
  createMedusaContainer,
  Modules,
} from "@medusajs/framework/utils"
import { z } from "zod"
import { isRightSummary, repairSummary } from "../order-summary"

const OF = { payment_id: "pay_1", order_id: "order_1", currency: "UAH" }

/** Medusa's order module as far as it keeps one order's transactions and summary. */
const ordersOf = (amounts: string[], ...each: Record<string, string>[]) => {
  const summaries = each.map((totals, index) => ({
    id: `ordsum_${index}`,
    totals: numbers(totals),
  }))
  const orders = {
    retrieveOrder: async () => ({ id: OF.order_id, version: 2 }),
    listOrderTransactions: async () => amounts.map((amount) => ({ amount: Number(amount) })),
    listOrderSummaries: async () => summaries,
    updateOrderSummaries: jest.fn(async (rows: typeof summaries) => {
      for (const summary of summaries) {
        summary.totals = rows.find(({ id }) => id === summary.id)?.totals ?? summary.totals
      }
    }),
  }
  const container: MedusaContainer = createMedusaContainer()
  const warn = jest.fn()
  container.register({
    [Modules.ORDER]: { resolve: () => orders },
    [ContainerRegistrationKeys.LOGGER]: { resolve: () => ({ warn }) },
  })
  return {
    container,
    orders,
    warn,
    now: () => summaries.map(({ totals }) => written.parse(totals)),
  }
}

const numbers = (totals: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(totals).map(([name, text]) => [name, new BigNumber(text).numeric]),
  )

const written = z.object({
  paid_total: z.number(),
  refunded_total: z.number(),
  transaction_total: z.number(),
  pending_difference: z.number(),
})

describe("The summary of an order whose amounts have parts of a kopiyka, as discounts and taxes leave them", () => {
  it("is left as Medusa made it when it says what the transactions add up to", async () => {
    const { container, orders } = ordersOf(["99.994", "-50.005"], {
      paid_total: "99.994",
      refunded_total: "50.005",
      transaction_total: "49.989",
      pending_difference: "0",
    })
    expect(await isRightSummary(container, OF)).toBe(true)
    await repairSummary(container, OF)
    expect(orders.updateOrderSummaries).not.toHaveBeenCalled()
  })

  it("is put right to the last digit when one of two refunds was lost, so that nothing is due", async () => {
    const { container, now, warn } = ordersOf(["99.999", "-33.333", "-33.333", "-33.333"], {
      paid_total: "99.999",
      refunded_total: "66.666",
      transaction_total: "33.333",
      pending_difference: "-33.333",
    })
    await repairSummary(container, OF)
    const nothingDue = { transaction_total: 0, pending_difference: 0 }
    expect(now()).toEqual([{ paid_total: 99.999, refunded_total: 99.999, ...nothingDue }])
    expect(warn).toHaveBeenCalledTimes(1)
    expect(await isRightSummary(container, OF)).toBe(true)
  })
})

describe("An order that two refunds of the same moment gave two summaries", () => {
  it("says in both what the transactions add up to, since Medusa shows either", async () => {
    const right = {
      paid_total: "1319.99",
      refunded_total: "1200",
      transaction_total: "119.99",
      pending_difference: "300",
    }
    const wrong = {
      paid_total: "1319.99",
      refunded_total: "1800",
      transaction_total: "-480.01",
      pending_difference: "900",
    }
    const { container, now } = ordersOf(["1319.99", "-900", "-300"], right, wrong)
    expect(await isRightSummary(container, OF)).toBe(false)
    await repairSummary(container, OF)
    expect(now()).toEqual([numbers(right), numbers(right)])
  })
})
