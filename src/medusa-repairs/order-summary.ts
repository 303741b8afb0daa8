import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountInRow } from "../core/amount-in-row"
import { amountOf, equals } from "../core/money"
import type { TransactionsOf } from "../core/movement-row"

/** What Medusa keeps beside an order's transactions; its other totals are left as they are. */
const summaryShape = z.object({
  id: z.string(),
  totals: z.looseObject({
    paid_total: amountInRow,
    refunded_total: amountInRow,
    transaction_total: amountInRow,
    pending_difference: amountInRow,
  }),
})
const summaryShapes = z.array(summaryShape)
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
export const repairSummary = async (
  container: MedusaContainer,
  of: Pick<TransactionsOf, "order_id" | "currency">,
): Promise<void> => {
  const { order_id, currency } = of
  for (let look = 0; look < LOOKS; look += 1) {
    const { wrong, totals } = await wrongSummaries(container, of)
    if (wrong.length === 0) return
    await writeSummaries(container, wrong, totals)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `rozetkapay: the summary of order ${order_id} was put right: paid=${amountOf(totals.paid_total, currency)} refunded=${amountOf(totals.refunded_total, currency)} ${currency}`,
      )
  }
}

/** Reads only. */
export const isRightSummary = async (
  container: MedusaContainer,
  of: Pick<TransactionsOf, "order_id" | "currency">,
): Promise<boolean> => (await wrongSummaries(container, of)).wrong.length === 0

const wrongSummaries = async (
  container: MedusaContainer,
  { order_id, currency }: Pick<TransactionsOf, "order_id" | "currency">,
): Promise<{ wrong: Summary[]; totals: Totals }> => {
  const [summaries, totals] = await Promise.all([
    readSummaries(container, order_id),
    addUp(container, order_id),
  ])
  return { wrong: summaries.filter((one) => !isSame(one, totals, currency)), totals }
}

type Summaries = {
  listOrderSummaries(of: { order_id: string; version: number }): Promise<unknown[]>
  updateOrderSummaries(rows: { id: string; totals: object }[]): Promise<unknown>
}

/** Every Medusa module reads and writes its rows by such methods; the order module's type leaves these out. */
const keepsSummaries = (orders: object): orders is Summaries =>
  "listOrderSummaries" in orders && "updateOrderSummaries" in orders

/**
 * Of the order as it is today: each version has its own. Two refunds at one moment may each make a
 * new version of the same number: it has two then, and Medusa shows either.
 */
const readSummaries = async (container: MedusaContainer, order_id: string): Promise<Summary[]> => {
  const orders = container.resolve(Modules.ORDER)
  if (!keepsSummaries(orders)) return []
  const { version } = await orders.retrieveOrder(order_id, { select: ["id", "version"] })
  return summaryShapes.parse(await orders.listOrderSummaries({ order_id, version }))
}

/** Whether summaries of an order's version of today, as they were read, say what these transactions add up to. */
export const saySummaries = (
  summaries: unknown[],
  amounts: BigNumberInput[],
  currency: string,
): boolean =>
  summaryShapes.parse(summaries).every((one) => isSame(one, totalsOf(amounts), currency))

const addUp = async (container: MedusaContainer, order_id: string): Promise<Totals> => {
  const transactions = await container.resolve(Modules.ORDER).listOrderTransactions({ order_id })
  return totalsOf(transactions.map(({ amount }) => amount))
}

const totalsOf = (all: BigNumberInput[]): Totals => {
  const amounts = all.map((amount) => MathBN.convert(amount))
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
const writeSummaries = async (
  container: MedusaContainer,
  summaries: Summary[],
  right: Totals,
): Promise<void> => {
  const orders = container.resolve(Modules.ORDER)
  if (!keepsSummaries(orders)) return
  const rows = summaries.map(({ id, totals }) => {
    const cost = MathBN.add(totals.pending_difference, totals.transaction_total)
    const pending_difference = MathBN.sub(cost, right.transaction_total)
    const written = Object.entries({ ...right, pending_difference }).flatMap(([name, amount]) => {
      const { numeric, raw } = new BigNumber(amount)
      return [
        [name, numeric],
        [`raw_${name}`, raw],
      ]
    })
    return { id, totals: { ...totals, ...Object.fromEntries(written) } }
  })
  await orders.updateOrderSummaries(rows)
}
