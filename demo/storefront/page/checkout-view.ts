import { button, element, show } from "./elements.js"
import {
  type Cart,
  config,
  findCart,
  lineTitles,
  orderOfCart,
  type Shopper,
  setQuantity,
  startPayment,
  withDelivery,
} from "./store.js"
import { price, texts } from "./texts.js"

const FIELDS = [
  ["email", "email"],
  ["first_name", "given-name"],
  ["last_name", "family-name"],
  ["phone", "tel"],
  ["city", "address-level2"],
  ["postal_code", "postal-code"],
  ["address_1", "street-address"],
] as const

type Field = (typeof FIELDS)[number][0]

const back = () => element("a", { class: "back", href: "/ua" }, `← ${texts.backToShop}`)

/** The reason that the payment's return brought along in the address. */
function refusal(): HTMLElement | undefined {
  const address = new URLSearchParams(location.search)
  if (!address.get("payment_error")) return undefined
  return element(
    "div",
    { class: "notice bad", role: "alert", "data-reason": address.get("payment_error") ?? "" },
    element("strong", {}, texts.notPaid),
    element("p", {}, address.get("payment_message") || texts.tryAgain),
  )
}

function addressForm(cart: Cart): { form: HTMLFormElement; read: () => Shopper } {
  const form = element("form", { class: "panel address", id: "address" })
  form.append(element("h2", {}, texts.address))
  const inputs = new Map<Field, HTMLInputElement>()
  for (const [name, autocomplete] of FIELDS) {
    const known = name === "email" ? cart.email : cart.shipping_address?.[name]
    const sample = name === "email" ? config.sample.email : config.sample.address[name]
    const input = element("input", {
      name,
      autocomplete,
      required: true,
      type: name === "email" ? "email" : name === "phone" ? "tel" : "text",
      value: known || String(sample ?? ""),
      maxlength: "100",
    })
    inputs.set(name, input)
    form.append(
      element("label", { class: `field ${name}` }, element("span", {}, texts[name]), input),
    )
  }
  const value = (name: Field) => inputs.get(name)?.value.trim() ?? ""
  const read = (): Shopper => ({
    email: value("email"),
    address: {
      first_name: value("first_name"),
      last_name: value("last_name"),
      phone: value("phone"),
      city: value("city"),
      address_1: value("address_1"),
      postal_code: value("postal_code"),
      country_code: "ua",
    },
  })
  return { form, read }
}

/** A product with one variant has no size worth a word. */
export const sizeOf = (line: { variant_title?: string | null; product_title?: string | null }) =>
  line.variant_title === line.product_title ? "" : (line.variant_title ?? "")

async function lines(cart: Cart): Promise<HTMLElement> {
  const titleOf = await lineTitles()
  const list = element("ul", { class: "panel lines" })
  for (const item of cart.items ?? []) {
    const change = (by: number) => async () => {
      await setQuantity(cart, item.id, item.quantity + by)
      await showCheckout()
    }
    const title = titleOf(item)
    list.append(
      element(
        "li",
        {},
        element("img", { src: item.thumbnail ?? "", alt: "", width: "64", height: "64" }),
        element(
          "div",
          {},
          element("strong", {}, title),
          element(
            "span",
            { class: "quiet" },
            [sizeOf(item), price(item.unit_price)].filter(Boolean).join(" · "),
          ),
        ),
        element(
          "div",
          { class: "stepper" },
          button("−", { "aria-label": `${texts.fewer}: ${title}` }, change(-1)),
          element("output", {}, String(item.quantity)),
          button("+", { "aria-label": `${texts.more}: ${title}` }, change(1)),
        ),
      ),
    )
  }
  return list
}

export const sums = (bill: {
  item_total?: number
  shipping_total?: number
  tax_total?: number
  total?: number
}) => {
  const row = (name: string, amount: number | undefined, kind = "") =>
    element("div", { class: kind }, element("dt", {}, name), element("dd", {}, price(amount ?? 0)))
  return element(
    "dl",
    { class: "panel sums" },
    row(texts.goods, bill.item_total),
    row(texts.delivery, bill.shipping_total),
    row(texts.total, bill.total, "total"),
    row(texts.vat, bill.tax_total, "quiet"),
  )
}

function payButton(cart: Cart, form: HTMLFormElement, read: () => Shopper): HTMLElement {
  const problem = element("p", { class: "notice bad", role: "alert", hidden: true })
  const label = `${texts.pay} ${price(cart.total)}`
  const pay = button(label, { class: "pay", id: "pay" }, async () => {
    if (!form.reportValidity()) return
    problem.hidden = true
    pay.textContent = texts.opening
    try {
      location.assign(await startPayment(cart.id, read()))
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : texts.broken
      problem.hidden = false
      pay.textContent = label
    }
  })
  return element(
    "div",
    { class: "paying" },
    problem,
    pay,
    element("p", { class: "quiet" }, texts.paidBy),
  )
}

/** Cart, address and payment on one screen. */
export async function showCheckout(): Promise<void> {
  const found = await findCart()
  if (found?.completed_at) {
    const orderId = await orderOfCart(found.id)
    if (orderId) return location.replace(`/ua/order/${orderId}/confirmed`)
  }
  const cart = found && (await withDelivery(found))
  if (!cart?.items?.length) {
    return show(back(), element("h1", {}, texts.cart), element("p", {}, texts.emptyCart))
  }
  const { form, read } = addressForm(cart)
  show(
    back(),
    element("h1", {}, texts.cart),
    refusal(),
    await lines(cart),
    form,
    sums(cart),
    payButton(cart, form, read),
  )
}
