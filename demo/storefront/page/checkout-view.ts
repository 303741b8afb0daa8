import { paymentSentence, readReturn } from "../../../src/storefront/index.js"
import { isLoggedIn } from "./customer.js"
import { button, element, show } from "./elements.js"
import { buyInOneClick } from "./one-click.js"
import { orderOfCart, orderPage } from "./payment.js"
import { closeCardForm, paymentChoice } from "./payment-choice.js"
import {
  type Cart,
  config,
  findCart,
  lineTitles,
  type Shopper,
  setQuantity,
  withDelivery,
} from "./store.js"
import { language, price, texts } from "./texts.js"

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

/** What was typed stays when the page is drawn anew. */
const typed = new Map<Field, string>()

const back = () => element("a", { class: "back", href: "/ua" }, `← ${texts.backToShop}`)

/** The reason that the payment's return brought along in the address. */
function refusal(): HTMLElement | undefined {
  const told = readReturn(location.search)
  if (!told) return undefined
  return element(
    "div",
    { class: "notice bad", role: "alert", "data-reason": told.code },
    element("strong", {}, texts.notPaid),
    element("p", {}, paymentSentence(told.code, language)),
  )
}

function addressForm(cart: Cart): { form: HTMLFormElement; read: () => Shopper } {
  const form = element("form", { class: "panel address", id: "address" })
  form.append(element("h2", {}, texts.address))
  const inputs = new Map<Field, HTMLInputElement>()
  for (const [name, autocomplete] of FIELDS) {
    const known = name === "email" ? cart.email : cart.shipping_address?.[name]
    const sample = name === "email" ? config.sample.email : config.sample.address[name]
    // Medusa sends a logged-in customer's post to their own address.
    const own = name === "email" && isLoggedIn() ? config.customer.email : undefined
    const input = element("input", {
      name,
      autocomplete,
      required: true,
      type: name === "email" ? "email" : name === "phone" ? "tel" : "text",
      value: own ?? typed.get(name) ?? (known || String(sample ?? "")),
      maxlength: "100",
    })
    input.addEventListener("input", () => typed.set(name, input.value))
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

/** Cart, address and payment on one screen. */
export async function showCheckout(): Promise<void> {
  const found = await findCart()
  if (found?.completed_at) {
    const orderId = await orderOfCart(found.id)
    if (orderId) return location.replace(orderPage(orderId))
  }
  const cart = found && (await withDelivery(found))
  if (!cart?.items?.length) {
    return show(back(), element("h1", {}, texts.cart), element("p", {}, texts.emptyCart))
  }
  const { form, read } = addressForm(cart)
  const shopper = () => (form.reportValidity() ? read() : undefined)
  closeCardForm()
  show(
    back(),
    element("h1", {}, texts.cart),
    refusal(),
    await lines(cart),
    config.express && buyInOneClick(cart),
    form,
    sums(cart),
    await paymentChoice(cart, shopper, () => read().address.phone ?? "", showCheckout),
  )
}
