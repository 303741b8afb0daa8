import type { ProductLine } from "../payments/gateway"
import { type Amount, amountOf, equals, isPositive, type Money, sum } from "../payments/money"
import type { Purchase, PurchaseLine } from "./purchase"

/** A product's or variant's metadata may name its tax group; see the option `taxGroup`. */
const TAX_GROUP_KEY = "rozetkapay_tax_group"

/**
 * The cart as RozetkaPay's `products`: what the shopper pays for each line, taxes
 * and discounts included, so that the lines add up to the payment to the kopiyka.
 * When they do not (credit lines, a payment link for a part), there are none:
 * better no receipt lines than wrong ones.
 *
 * The gateway multiplies `net_amount` by `quantity`, and the line's VAT follows
 * from its tax group (RozetkaPay's own WooCommerce plugin sends the same). A line
 * whose total can't be divided by its quantity goes as one piece.
 */
export const productLines = (
  purchase: Pick<Purchase, "items" | "shipping">,
  payment: Money,
  taxGroup?: number,
): ProductLine[] => {
  const lines = [...purchase.items, ...purchase.shipping]
    .filter((line) => isPositive(amountOf(line.total, payment.currency)))
    .map((line) => productLine(line, payment.currency, taxGroup))
  const total = sum(
    lines.map((line) => amountOf(line.total, payment.currency)),
    payment.currency,
  )
  return equals(total, payment.amount) ? lines.map((line) => line.product) : []
}

const productLine = (line: PurchaseLine, currency: string, defaultTaxGroup?: number) => {
  const total = amountOf(line.total, currency)
  const each = priceOfOne(total, line.quantity, currency)
  const taxGroup = taxGroupOf(line) ?? defaultTaxGroup
  const product: ProductLine = {
    id: line.id,
    name: each ? line.title : `${line.title} × ${line.quantity}`,
    quantity: each ? String(line.quantity) : "1",
    netAmount: each ?? total,
    currency,
    ...(line.image ? { image: line.image } : {}),
    ...(taxGroup === undefined ? {} : { taxGroup }),
  }
  return { total, product }
}

/** Null when the total is not that many times a whole kopiyka. */
const priceOfOne = (total: Amount, quantity: number, currency: string): Amount | null => {
  const [whole, fraction = ""] = total.split(".")
  const minorUnits = BigInt(`${whole}${fraction}`)
  if (!Number.isInteger(quantity) || quantity < 1) return null
  if (minorUnits % BigInt(quantity) !== 0n) return null
  const one = (minorUnits / BigInt(quantity)).toString().padStart(fraction.length + 1, "0")
  const point = one.length - fraction.length
  return amountOf(fraction ? `${one.slice(0, point)}.${one.slice(point)}` : one, currency)
}

const taxGroupOf = (line: PurchaseLine): number | undefined => {
  for (const metadata of [line.variantMetadata, line.productMetadata]) {
    const group = Number(metadata?.[TAX_GROUP_KEY])
    if (Number.isInteger(group) && group >= 1 && group <= 9) return group
  }
  return undefined
}
