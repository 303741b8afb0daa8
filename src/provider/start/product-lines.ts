import { shareOutLines } from "../../core/line-amounts"
import { amountOfUnits, finely, sumOfUnits, unitsOf } from "../../core/minor-units"
import { currencyDigits, type Money } from "../../core/money"
import { cutText } from "../../messages/cut-text"
import type { ProductLine } from "../payment-gateway"
import type { Purchase, PurchaseLine } from "./purchase"

/** A product's or variant's metadata may name its tax group; see the option `taxGroup`. */
const TAX_GROUP_KEY = "rozetkapay_tax_group"

/** What a page shows well; RozetkaPay names no limit. */
const CATEGORY_LENGTH = 100
const DESCRIPTION_LENGTH = 250

/** The page of a product in the storefront, by the product's handle. */
export type PageOf = (handle: string) => string | undefined

export type Lines = Pick<Purchase, "items" | "shipping">

/**
 * The cart as RozetkaPay's `products`: what the shopper pays for each line, taxes
 * and discounts included, so that the lines add up to the payment to the kopiyka.
 *
 * Discounts leave fractions of kopiykas, and the payment is rounded once: each line gets
 * its exact total rounded down, and the kopiykas left over go where most was cut off.
 *
 * Where the goods cost more than is paid (credit lines, a payment for a part), there are no
 * lines: better none than such that the shopper does not know. A fiscalised project needs
 * them; there each line gets its part of what is paid. Lines never tell a higher price than
 * the goods': for a payment above their total there are none.
 */
export const productLines = (
  purchase: Lines,
  payment: Money,
  taxGroup?: number,
  pageOf: PageOf = () => undefined,
): ProductLine[] => {
  const lines = [...purchase.items, ...purchase.shipping].filter(({ total }) => total > 0)
  const isPart = differenceOf(lines, payment) > 0n && isFiscalised(purchase, taxGroup)
  return addsUp(lines, payment) || isPart ? linesOfPart(lines, payment, taxGroup, pageOf) : []
}

/** Whether the receipt is RozetkaPay's to make, so that a payment should not go without lines. */
export const isFiscalised = ({ items, shipping }: Lines, taxGroup?: number): boolean =>
  taxGroup !== undefined || [...items, ...shipping].some((line) => taxGroupOf(line) !== undefined)

/**
 * Each line's part of an amount, in proportion to what the lines cost; they add up to it exactly.
 *
 * The gateway multiplies `net_amount` by `quantity`, and the line's VAT follows from its tax group
 * (RozetkaPay's own WooCommerce plugin sends the same). So a line whose sum can't be divided by its
 * quantity is told as two, whose prices are a kopiyka apart.
 */
export const linesOfPart = (
  lines: PurchaseLine[],
  { amount, currency }: Money,
  taxGroup?: number,
  pageOf: PageOf = () => undefined,
): ProductLine[] => {
  const paid = lines.filter(({ total }) => total > 0)
  const whole = sumOfUnits(paid.map(({ total }) => finely(total)))
  const target = unitsOf(amount)
  if (whole === 0n || target <= 0n) return []
  const shares = shareOutLines(
    paid.map(({ id, total }) => ({ id, exact: finely(total) * target })),
    whole,
    target,
  )
  return withOwnIds(
    paid.flatMap((line, at) =>
      piecesOf(line, shares[at]?.units ?? 0n).map(({ each, ...piece }) =>
        productLine(
          line,
          { ...piece, netAmount: amountOfUnits(each, currency), currency },
          taxGroup,
          pageOf,
        ),
      ),
    ),
  )
}

/** Whether lines cost as much as this, but for roundings. */
export const addsUp = (lines: PurchaseLine[], money: Money): boolean => {
  const difference = differenceOf(lines, money)
  return (difference < 0n ? -difference : difference) <= roundingOf(lines, money)
}

/** Whether lines cost as much as this, or more, but for roundings. */
export const isCoveredBy = (lines: PurchaseLine[], money: Money): boolean =>
  differenceOf(lines, money) >= 0n || addsUp(lines, money)

/** What the lines cost above what is paid, finely. */
const differenceOf = (lines: PurchaseLine[], { amount }: Money): bigint =>
  sumOfUnits(lines.map(({ total }) => finely(total))) - finely(amount)

/** Half a kopiyka for each line and for the payment: somebody may have rounded every one of them. */
const roundingOf = (lines: PurchaseLine[], { currency }: Money): bigint =>
  (BigInt(lines.length + 1) * finely(1)) / (2n * 10n ** BigInt(currencyDigits(currency)))

/** So many at a price, none of them free; of what can't be counted one at a time, one. */
const piecesOf = ({ title, quantity }: PurchaseLine, units: bigint) => {
  if (!Number.isSafeInteger(quantity) || quantity < 1) {
    const whole = { name: `${title} × ${quantity}`, quantity: "1", each: units }
    return units > 0n ? [whole] : []
  }
  const count = BigInt(quantity)
  const each = units / count
  const dearer = units % count
  return [
    { count: count - dearer, each },
    { count: dearer, each: each + 1n },
  ]
    .filter((piece) => piece.count > 0n && piece.each > 0n)
    .map((piece) => ({ name: title, quantity: String(piece.count), each: piece.each }))
}

const productLine = (
  line: PurchaseLine,
  priced: Pick<ProductLine, "name" | "quantity" | "netAmount" | "currency">,
  defaultTaxGroup: number | undefined,
  pageOf: PageOf,
): ProductLine => {
  const taxGroup = taxGroupOf(line) ?? defaultTaxGroup
  const { category, description, handle } = line.product ?? {}
  const url = handle && pageOf(handle)
  return {
    id: line.id,
    ...priced,
    ...(line.image ? { image: line.image } : {}),
    ...(category ? { category: cutText(category, CATEGORY_LENGTH) } : {}),
    ...(description ? { description: cutText(description, DESCRIPTION_LENGTH) } : {}),
    ...(url ? { url } : {}),
    ...(taxGroup === undefined ? {} : { taxGroup }),
  }
}

/** Nobody says whether two products may have one id, so each has its own: "cali_1", "cali_1-2". */
const withOwnIds = (products: ProductLine[]): ProductLine[] =>
  products.map((product, at) => {
    const before = products.slice(0, at).filter(({ id }) => id === product.id).length
    return before === 0 ? product : { ...product, id: `${product.id}-${before + 1}` }
  })

const taxGroupOf = (line: PurchaseLine): number | undefined => {
  for (const metadata of [line.variantMetadata, line.productMetadata]) {
    const group = Number(metadata?.[TAX_GROUP_KEY])
    if (Number.isInteger(group) && group >= 1 && group <= 9) return group
  }
  return undefined
}
