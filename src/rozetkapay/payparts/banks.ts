import { z } from "zod"
import { decimal, fromWire, fromWireOrNull, listOf, text, webUrl } from "../wire/readers"

const parts = z.int().min(1)

/**
 * A bank that the project may sell by.
 * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsGetBanksInfo (PayPartsBankInfo)
 */
const bank = fromWire({
  /** Its key: what a create names it by. */
  name: z.string().min(1),
  product_name: text,
  logo_url: webUrl,
  /** In how many parts it may be paid. */
  available_periods: listOf(parts),
  /** Of the amount, in hryvnias. null: no such limit is told. */
  limits: fromWireOrNull({ min_amount: decimal, max_amount: decimal }),
  /**
   * What the merchant pays for so many parts. The document gives no unit; RozetkaPay's own plugins read
   * it as a percentage of the amount. The customer never pays it.
   */
  periods: listOf(fromWire({ period: parts, fee: decimal })),
}).transform(({ limits, ...read }) => ({
  ...read,
  minAmount: limits?.minAmount ?? null,
  maxAmount: limits?.maxAmount ?? null,
}))

export type PayPartsBank = z.output<typeof bank>

/** A list, in which a bank that can't be read hides no other. */
export const bankList = z.array(z.unknown()).pipe(listOf(bank))
