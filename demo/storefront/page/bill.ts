import type { HttpTypes } from "@medusajs/framework/types"
import { element } from "./elements"
import { config, listProducts } from "./store"
import { language, price, texts } from "./texts"

/** A line of a cart or an order. */
export interface Line {
  title: string
  product_id?: string | null
  product_title?: string | null
  variant_title?: string | null
  thumbnail?: string | null
  quantity: number
  unit_price: number
  total?: number
}

export interface Catalogue {
  titleOf(line: Line): string
  /** Key of the seller whose it is, in a marketplace. */
  sellerOf(line: Line): string | undefined
}

/** Key of a product's seller, where the plugin looks for it. */
export const sellerOfProduct = ({ metadata }: Pick<HttpTypes.StoreProduct, "metadata">) =>
  Object.keys(config.sellers).find((key) => key === metadata?.rozetkapay_seller)

/**
 * What a bill's lines do not know of their products. The store's own language stands in the line
 * itself; English stands with the product, as its seller does.
 */
export async function loadCatalogue(): Promise<Catalogue> {
  const isNeeded = language === "en" || Object.keys(config.sellers).length > 0
  const products = isNeeded ? await listProducts() : []
  const productOf = (line: Line) => products.find((product) => product.id === line.product_id)
  return {
    titleOf: (line) => {
      const english = language === "en" ? productOf(line)?.metadata?.title_en : undefined
      return typeof english === "string" ? english : (line.product_title ?? line.title)
    },
    sellerOf: (line) => {
      const product = productOf(line)
      return product && sellerOfProduct(product)
    },
  }
}

/** A product with one variant has no size worth a word. */
const sizeOf = (line: Line) =>
  line.variant_title === line.product_title ? "" : (line.variant_title ?? "")

/** @param more beside each line, such as buttons that change its quantity */
export function billLines<OneLine extends Line>(
  lines: OneLine[],
  { titleOf, sellerOf }: Catalogue,
  cost: (line: OneLine) => string,
  more: (line: OneLine, title: string) => HTMLElement | undefined = () => undefined,
): HTMLElement {
  const keys = Object.keys(config.sellers)
  const bySeller = [...lines].sort(
    (one, other) => keys.indexOf(sellerOf(one) ?? "") - keys.indexOf(sellerOf(other) ?? ""),
  )
  const list = element("ul", { class: "panel lines" })
  for (const line of bySeller) {
    const title = titleOf(line)
    const seller = config.sellers[sellerOf(line) ?? ""]
    const words = element(
      "div",
      {},
      element("strong", {}, title),
      element("span", { class: "quiet" }, [sizeOf(line), cost(line)].filter(Boolean).join(" · ")),
      seller !== undefined &&
        element("span", { class: "quiet seller" }, `${texts.soldBy}: ${seller}`),
    )
    const image = { src: line.thumbnail ?? "", alt: "", width: "64", height: "64" }
    list.append(element("li", {}, element("img", image), words, more(line, title)))
  }
  return list
}

interface Bill {
  items?: Line[] | null
  item_total?: number
  shipping_total?: number
  /** Of an order: what was taken off after it was placed, as by a refund. */
  credit_line_total?: number
  tax_total?: number
  total?: number
}

/** In a marketplace it also says which seller gets what; the first one sends the parcel. */
export function sums(bill: Bill, { sellerOf }: Catalogue): HTMLElement {
  const row = (name: string, amount: number | undefined, kind = "") =>
    element("div", { class: kind }, element("dt", {}, name), element("dd", {}, price(amount ?? 0)))
  const [first] = Object.keys(config.sellers)
  const parts = Object.entries(config.sellers).flatMap(([key, name]) => {
    const own = (bill.items ?? []).filter((line) => (sellerOf(line) ?? first) === key)
    const delivery = key === first ? (bill.shipping_total ?? 0) : 0
    const amount = own.reduce((sum, line) => sum + (line.total ?? 0), delivery)
    const label = delivery > 0 ? `${name} (${texts.withDelivery})` : name
    return amount > 0 ? [row(label, amount, "quiet part")] : []
  })
  return element(
    "dl",
    { class: "panel sums" },
    row(texts.goods, bill.item_total),
    row(texts.delivery, bill.shipping_total),
    (bill.credit_line_total ?? 0) > 0 &&
      row(texts.takenOff, -(bill.credit_line_total ?? 0), "quiet"),
    row(texts.total, bill.total, "total"),
    row(texts.vat, bill.tax_total, "quiet"),
    parts.length > 0 && element("div", { class: "quiet" }, element("dt", {}, texts.eachTheirs)),
    ...parts,
  )
}
