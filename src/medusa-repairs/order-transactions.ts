import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { amountInRow } from "../core/amount-in-row"
import { type Amount, amountOf, equals, minus, sum, zero } from "../core/money"
import { CALL_KEY, type MovementRow, type TransactionsOf } from "../core/movement-row"
import { isRefundSent } from "../core/store-ledger"
import { transactionsOfGoneRows } from "./gone-rows"

/** A capture or refund of a payment, and what its order's transactions say of it. */
export type Movement = Omit<MovementRow, "writtenAt"> & {
  /** Seconds since the row was written. */
  age: number
  /** Transactions of the order that stand for this row: one, of the same amount, when all is well. */
  transactions: { id: string; amount: Amount }[]
}

/** Seconds. Longer than any hook may take; a row this old is written by nobody any more. */
const NOBODY_WRITES_AFTER = 120
/** Seconds. The core adds the order's transaction right after the hook that marks the refund. */
const CORE_IS_DONE_AFTER = 3

/** Medusa's core writes the row, calls the provider, and only then adds the order's transaction. */
export const isBeingWritten = ({ transactions, isSent, age }: Movement): boolean =>
  transactions.length === 0 && age < (isSent ? CORE_IS_DONE_AFTER : NOBODY_WRITES_AFTER)

/** A crash cut it off before its hook had ended: whether RozetkaPay got it, only RozetkaPay's ledger knows. */
export const isInterrupted = (movement: Movement): boolean =>
  movement.transactions.length === 0 && !movement.isSent && !isBeingWritten(movement)

/** Every row has its one transaction, and there are no others. */
export const addUp = ({ movements, strays }: OrderTransactions, currency: string): boolean =>
  strays.length === 0 && movements.every((movement) => addsUp(movement, currency))

/** Exactly one transaction, of the row's own amount. */
export const addsUp = (
  movement: Pick<Movement, "kind" | "amount" | "transactions">,
  currency: string,
): boolean =>
  movement.transactions.length === 1 &&
  movement.transactions.every(({ amount }) => equals(amount, transactionAmount(movement, currency)))

/** What a transaction of the order must say: captures add, refunds subtract. */
const transactionAmount = (
  { kind, amount }: Pick<Movement, "kind" | "amount">,
  currency: string,
): Amount => (kind === "capture" ? amount : minus(zero(currency), amount))

/** Medusa's types leave some columns out; the rows have them. */
const row = z.object({
  id: z.string(),
  amount: amountInRow,
  created_at: z.coerce.date(),
  created_by: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
const paymentRows = z.object({
  captured_at: z.coerce.date().nullish(),
  captures: z.array(row).nullish(),
  refunds: z.array(row).nullish(),
})

const callOf = (metadata: z.output<typeof row>["metadata"]): string | null => {
  const call = metadata?.[CALL_KEY]
  return typeof call === "string" ? call : null
}

/** The rows of a payment that was read with its captures and refunds, oldest first. */
export const movementRows = (payment: unknown, currency: string): MovementRow[] => {
  const { captured_at, captures, refunds } = paymentRows.parse(payment)
  const plain = (one: z.output<typeof row>) => ({
    id: one.id,
    amount: amountOf(one.amount, currency),
    createdBy: one.created_by ?? null,
    call: callOf(one.metadata),
    writtenAt: one.created_at.getTime(),
  })
  return [
    ...(captures ?? []).map(
      (one) => ({ ...plain(one), kind: "capture", isSent: Boolean(captured_at) }) as const,
    ),
    ...(refunds ?? []).map(
      (one) => ({ ...plain(one), kind: "refund", isSent: isRefundSent(one) }) as const,
    ),
  ].sort((a, b) => a.writtenAt - b.writtenAt)
}

/** A payment's movements, oldest first, and what in the order's transactions stands for no row. */
export type OrderTransactions = { movements: Movement[]; strays: string[] }

/** The captures and refunds of a payment beside its order's transactions. */
export const readOrderTransactions = async (
  container: MedusaContainer,
  of: TransactionsOf,
): Promise<OrderTransactions> => {
  const payment = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(of.payment_id, { relations: ["captures", "refunds"] })
  return besideTransactions(container, of, movementRows(payment, of.currency))
}

/** Rows that were read before, beside what the order's transactions say now. */
export const besideTransactions = async (
  container: MedusaContainer,
  { payment_id, order_id, currency }: TransactionsOf,
  rows: MovementRow[],
): Promise<OrderTransactions> => {
  const transactions = await container.resolve(Modules.ORDER).listOrderTransactions({
    order_id,
    reference: ["capture", "refund"],
  })
  const gone = await transactionsOfGoneRows(
    container,
    transactions,
    rows.map(({ id }) => id),
  )
  const of = (id: string) =>
    transactions
      .filter(({ reference_id }) => reference_id === id)
      .map((one) => ({ id: one.id, amount: amountOf(one.amount, currency) }))
  const now = Date.now()
  const movements = rows.map(({ writtenAt, ...row }) => ({
    ...row,
    age: (now - writtenAt) / 1000,
    transactions: of(row.id),
  }))
  const refunded = new Set(
    transactions.filter(({ reference }) => reference === "refund").map(({ id }) => id),
  )
  const ofCancelling = of(payment_id).filter(({ id }) => refunded.has(id))
  // What the order was cancelled with is the order's own, even when a crash has cost its capture the transaction.
  if (ofCancelling.length === 0 && isOfAnEarlierTry(movements, currency)) {
    return { movements: [], strays: gone }
  }
  const adopted = adoptRefundsOfCancelling(movements, ofCancelling, currency)
  return { ...adopted, strays: [...adopted.strays, ...gone] }
}

/** Captured and returned whole before there was an order: its totals never had it. */
const isOfAnEarlierTry = (movements: Movement[], currency: string): boolean => {
  const total = (kind: Movement["kind"]) =>
    sum(
      movements.filter((one) => one.kind === kind).map(({ amount }) => amount),
      currency,
    )
  return (
    movements.every(({ transactions }) => transactions.length === 0) &&
    equals(total("capture"), total("refund"))
  )
}

/**
 * Cancelling an order writes its refund's transaction under the payment's id, and
 * does so even when the refund has failed: then it stands for nothing.
 */
const adoptRefundsOfCancelling = (
  movements: Movement[],
  ofPayment: Movement["transactions"],
  currency: string,
): OrderTransactions => {
  const strays: string[] = []
  for (const transaction of ofPayment) {
    const movement = movements.find(
      (one) =>
        one.kind === "refund" &&
        one.transactions.length === 0 &&
        equals(transactionAmount(one, currency), transaction.amount),
    )
    if (movement) movement.transactions.push(transaction)
    else strays.push(transaction.id)
  }
  return { movements, strays }
}

/** Gives a movement exactly one transaction of its own amount. */
export const repairTransactions = async (
  container: MedusaContainer,
  { order_id, currency }: TransactionsOf,
  movement: Movement,
): Promise<void> => {
  if (addsUp(movement, currency)) return
  const amount = transactionAmount(movement, currency)
  const [right] = movement.transactions.filter((one) => equals(one.amount, amount))
  const wrong = movement.transactions.filter((one) => one !== right)
  const orders = container.resolve(Modules.ORDER)
  await deleteTransactions(
    container,
    order_id,
    wrong.map(({ id }) => id),
  )
  if (!right) {
    await orders.addOrderTransactions({
      order_id,
      amount,
      currency_code: currency.toLowerCase(),
      reference: movement.kind,
      reference_id: movement.id,
    })
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `rozetkapay: the transactions of order ${order_id} were put right for ${movement.kind} ${movement.id} amount=${movement.amount} ${currency}`,
    )
}

type TransactionUpdates = {
  updateOrderTransactions(rows: { id: string; version: number }[]): Promise<unknown>
}

/** Every Medusa module can update its rows; the order module's type leaves this one out. */
const updatesTransactions = (orders: object): orders is TransactionUpdates =>
  "updateOrderTransactions" in orders

/**
 * Medusa subtracts a deleted transaction from the totals of the order's version in
 * which it was written, not of today's. Each is moved to today's version first.
 */
export const deleteTransactions = async (
  container: MedusaContainer,
  order_id: string,
  ids: string[],
): Promise<void> => {
  if (ids.length === 0) return
  const orders = container.resolve(Modules.ORDER)
  const { version } = await orders.retrieveOrder(order_id, { select: ["id", "version"] })
  if (updatesTransactions(orders)) {
    await orders.updateOrderTransactions(ids.map((id) => ({ id, version })))
  }
  await orders.deleteOrderTransactions(ids)
}
