import type { HttpTypes } from "@medusajs/framework/types"
import { sellerOfProduct } from "./bill"
import { button, element, show } from "./elements"
import { expressPart } from "./express-part"
import { monthlyFrom } from "./monthly-from"
import { addToCart, type Cart, cartWith, config, findCart, listProducts } from "./store"
import { language, price, texts } from "./texts"

/** English stands in the metadata of a product; Ukrainian is the store's own language. */
const inLanguage = (product: HttpTypes.StoreProduct, field: "title" | "description") => {
  const english = product.metadata?.[`${field}_en`]
  return language === "en" && typeof english === "string" ? english : (product[field] ?? "")
}

/** Whose product it is, in a marketplace. */
const sellerOf = (product: HttpTypes.StoreProduct) => {
  const name = config.sellers[sellerOfProduct(product) ?? ""]
  return name && element("p", { class: "quiet seller" }, `${texts.soldBy}: ${name}`)
}

/** The bar above the thumb: how much is in the cart, and the way to pay. */
function cartBar(cart: Cart | undefined): HTMLElement {
  const pieces = (cart?.items ?? []).reduce((count, item) => count + item.quantity, 0)
  return element(
    "a",
    { class: "cart-bar", href: "/ua/checkout", hidden: pieces === 0 },
    element("span", { class: "count" }, String(pieces)),
    element("span", {}, texts.toCart),
    element("strong", {}, price(cart?.item_total ?? 0)),
  )
}

function card(product: HttpTypes.StoreProduct, onAdd: (cart: Cart) => void): HTMLElement {
  const variants = [...(product.variants ?? [])].sort(
    (one, other) => (one.variant_rank ?? 0) - (other.variant_rank ?? 0),
  )
  const [first] = variants
  let chosen = first
  const amount = first?.calculated_price?.calculated_amount ?? 0
  const sizes = element("div", { class: "sizes", role: "radiogroup", "aria-label": texts.size })
  for (const variant of variants.length > 1 ? variants : []) {
    const input = element("input", {
      type: "radio",
      name: `size-${product.id}`,
      checked: variant === first,
    })
    input.addEventListener("change", () => {
      chosen = variant
    })
    sizes.append(element("label", {}, input, element("span", {}, variant.title ?? "")))
  }
  const add = button(texts.add, { class: "add", "data-handle": product.handle }, async () => {
    if (!chosen) return
    onAdd(await addToCart(chosen.id))
    add.textContent = `✓ ${texts.added}`
    setTimeout(() => {
      add.textContent = texts.add
    }, 1500)
  })
  return element(
    "article",
    { class: "card" },
    element("img", {
      src: product.thumbnail ?? "",
      alt: inLanguage(product, "title"),
      width: "400",
      height: "400",
    }),
    element("h2", {}, inLanguage(product, "title")),
    element("p", { class: "quiet" }, inLanguage(product, "description")),
    sellerOf(product),
    variants.length > 1 && sizes,
    element(
      "div",
      { class: "buy" },
      element(
        "p",
        {},
        element("strong", {}, price(amount)),
        config.partsProviderId !== null && monthlyFrom(amount),
      ),
      add,
    ),
    config.express && expressPart(async () => (await cartWith(chosen?.id ?? "")).id),
  )
}

export async function showShop(): Promise<void> {
  const [products, found] = await Promise.all([listProducts(), findCart()])
  let bar = cartBar(found?.completed_at ? undefined : found)
  const grid = element("section", { class: "grid" })
  for (const product of products) {
    grid.append(
      card(product, (cart) => {
        const next = cartBar(cart)
        bar.replaceWith(next)
        bar = next
      }),
    )
  }
  show(element("h1", {}, texts.tagline), grid, bar)
}
