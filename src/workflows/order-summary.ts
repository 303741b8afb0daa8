import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountOf, equals } from "../payments/money"
import type { OrderBookOf } from "./order-book"

const money = z.custom<BigNumberInput>((value) => value !== null && value !== undefined)
/** What Medusa keeps beside an order's transactions; its other totals are left as they are. */
const summaryShape = z.object({
  id: z.string(),
  totals: z.looseObject({
    paid_total: money,
    refunded_total: money,
    transaction_total: money,
    pending_difference: money,
  }),
})
type Summary = z.output<typeof summaryShape>

type Exact = ReturnType<typeof MathBN.convert>

/**
 * What the transactions add up to: what came, what went back, and the difference. Unrounded, as
 * Medusa keeps its transactions: rounded ones would add up to a kopiyka that nobody owes.
 */
type Totals = { paid_total: Exact; refunded_total: Exact; transaction_total: Exact }

/** Others may write at the same moment; they all end with a look of their own. */
const LOOKS = 3

/**
 * Medusa adds each transaction to the order's summary, and takes it off again, by reading, adding
 * and writing: of two at the same moment one is lost. The transactions are the truth; here the
 * summary is made of them again.
 */
export const squareSummary = async (
  container: MedusaContainer,
  { order_id, currency }: OrderBookOf,
): Promise<void> => {
  for (let look = 0; look < LOOKS; look += 1) {
    const [summary, totals] = await readBoth(container, { order_id })
    if (!summary || isSame(summary, totals, currency)) return
    await writeSummary(container, summary, totals)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `rozetkapay: the summary of order ${order_id} was put right: paid=${totals.paid_total} refunded=${totals.refunded_total} ${currency}`,
      )
  }
}

/** Reads only. */
export const isSquareSummary = async (
  container: MedusaContainer,
  of: Pick<OrderBookOf, "order_id" | "currency">,
): Promise<boolean> => {
  const [summary, totals] = await readBoth(container, of)
  return !summary || isSame(summary, totals, of.currency)
}

const readBoth = (container: MedusaContainer, { order_id }: Pick<OrderBookOf, "order_id">) =>
  Promise.all([readSummary(container, order_id), addUp(container, order_id)])

type Summaries = {
  listOrderSummaries(of: { order_id: string; version: number }): Promise<unknown[]>
  updateOrderSummaries(rows: { id: string; totals: object }[]): Promise<unknown>
}

/** Every Medusa module reads and writes its rows by such methods; the order module's type leaves these out. */
const keepsSummaries = (orders: object): orders is Summaries =>
  "listOrderSummaries" in orders && "updateOrderSummaries" in orders

/** Of the order as it is today: each version has its own. Null when it has none. */
const readSummary = async (
  container: MedusaContainer,
  order_id: string,
): Promise<Summary | null> => {
  const orders = container.resolve(Modules.ORDER)
  if (!keepsSummaries(orders)) return null
  const { version } = await orders.retrieveOrder(order_id, { select: ["id", "version"] })
  const [summary] = await orders.listOrderSummaries({ order_id, version })
  return summary === undefined ? null : summaryShape.parse(summary)
}

const addUp = async (container: MedusaContainer, order_id: string): Promise<Totals> => {
  const transactions = await container.resolve(Modules.ORDER).listOrderTransactions({ order_id })
  const amounts = transactions.map(({ amount }) => MathBN.convert(amount))
  return {
    paid_total: MathBN.sum(0, ...amounts.filter((one) => MathBN.gt(one, 0))),
    refunded_total: MathBN.mult(MathBN.sum(0, ...amounts.filter((one) => MathBN.lt(one, 0))), -1),
    transaction_total: MathBN.sum(0, ...amounts),
  }
}

const isSame = ({ totals }: Summary, right: Totals, currency: string): boolean => {
  const isEqual = (a: BigNumberInput, b: Exact) =>
    equals(amountOf(a, currency), amountOf(b, currency))
  return (
    isEqual(totals.paid_total, right.paid_total) &&
    isEqual(totals.refunded_total, right.refunded_total) &&
    isEqual(totals.transaction_total, right.transaction_total)
  )
}

/** The order's cost is not touched: what is still due moves by as much as what came does. */
const writeSummary = async (
  container: MedusaContainer,
  { id, totals }: Summary,
  right: Totals,
): Promise<void> => {
  const orders = container.resolve(Modules.ORDER)
  if (!keepsSummaries(orders)) return
  const cost = MathBN.add(totals.pending_difference, totals.transaction_total)
  const pending_difference = MathBN.sub(cost, right.transaction_total)
  const written = Object.entries({ ...right, pending_difference }).flatMap(([name, amount]) => {
    const { numeric, raw } = new BigNumber(amount)
    return [
      [name, numeric],
      [`raw_${name}`, raw],
    ]
  })
  await orders.updateOrderSummaries([{ id, totals: { ...totals, ...Object.fromEntries(written) } }])
}
