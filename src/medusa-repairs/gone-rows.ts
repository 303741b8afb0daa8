import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

type Transaction = { id: string; reference_id?: string | null }

/** Ids of Medusa's capture and refund rows; a store's own transactions have other references, and are left alone. */
const isRowId = (id: string): boolean => /^(capt|ref)_/.test(id)

/**
 * The order's transactions for captures and refunds that were taken back. After a capture or
 * refund the core writes one for every row that it saw, also for one whose own hook was failing at
 * that moment: its row goes, and the order's totals would count it for ever.
 *
 * @param known rows that surely are there.
 */
export const transactionsOfGoneRows = async (
  container: MedusaContainer,
  transactions: Transaction[],
  known: string[],
): Promise<string[]> => {
  const referring = transactions.flatMap(({ id, reference_id: row }) =>
    row && isRowId(row) && !known.includes(row) ? [{ id, row }] : [],
  )
  if (referring.length === 0) return []
  // Of another payment of the order, or written since: looked up once more, by their ids.
  const payments = container.resolve(Modules.PAYMENT)
  const ids = referring.map(({ row }) => row)
  const [captures, refunds] = await Promise.all([
    payments.listCaptures({ id: ids }, { select: ["id"] }),
    payments.listRefunds({ id: ids }, { select: ["id"] }),
  ])
  const there = new Set([...captures, ...refunds].map(({ id }) => id))
  return referring.filter(({ row }) => !there.has(row)).map(({ id }) => id)
}
