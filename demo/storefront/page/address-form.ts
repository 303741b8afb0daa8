import { isLoggedIn } from "./customer"
import { element } from "./elements"
import { type Cart, config, type Shopper } from "./store"
import { texts } from "./texts"

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

/** What was typed stays when the page is drawn anew, and goes when somebody else logs in. */
const typed = new Map<Field, string>()

export const forgetTyped = () => typed.clear()

/** A customer who has logged in is written to at their own address, and has their own name. */
const own = (): Partial<Record<Field, string>> => (isLoggedIn() ? config.customer : {})

/** What the form begins with: never the words of whoever used this cart before. */
function firstValue(name: Field, cart: Cart): string {
  const sample = name === "email" ? config.sample.email : config.sample.address[name]
  const email = own().email ?? config.sample.email
  const isTheirs = !cart.email || cart.email === email || !(isLoggedIn() || isCustomers(cart))
  const known = name === "email" ? cart.email : cart.shipping_address?.[name]
  return (isTheirs && known) || own()[name] || String(sample ?? "")
}

const isCustomers = (cart: Cart) => cart.email === config.customer.email

/** What is wrong with a field, if anything is. */
const problemOf = (name: Field, { validity }: HTMLInputElement, value: string) => {
  if (value === "") return texts.needed[name]
  if (validity.typeMismatch) return texts.wrongEmail
  return name === "phone" && value.replace(/\D/g, "").length < 9 ? texts.wrongPhone : ""
}

export interface AddressForm {
  form: HTMLFormElement
  /** As it is typed now, complete or not. */
  typed(): Shopper
  /** Undefined: something is missing, and every such field says what. */
  complete(): Shopper | undefined
}

/** Who buys, and where it is sent to. */
export function addressForm(cart: Cart): AddressForm {
  const form = element("form", { class: "panel address", id: "address", novalidate: true })
  form.append(element("h2", {}, texts.address))
  const inputs = new Map<Field, HTMLInputElement>()
  const value = (name: Field) => inputs.get(name)?.value.trim() ?? ""

  const check = (name: Field, input: HTMLInputElement): boolean => {
    const problem = problemOf(name, input, value(name))
    const place = form.querySelector(`#${name}-problem`)
    place?.replaceChildren(problem)
    if (problem) input.setAttribute("aria-invalid", "true")
    else input.removeAttribute("aria-invalid")
    return problem === ""
  }

  for (const [name, autocomplete] of FIELDS) {
    const input = element("input", {
      name,
      autocomplete,
      required: true,
      type: name === "email" ? "email" : name === "phone" ? "tel" : "text",
      value: typed.get(name) ?? firstValue(name, cart),
      maxlength: "100",
      "aria-describedby": `${name}-problem`,
    })
    input.addEventListener("input", () => {
      typed.set(name, input.value)
      if (input.hasAttribute("aria-invalid")) check(name, input)
    })
    inputs.set(name, input)
    form.append(
      element(
        "label",
        { class: `field ${name}` },
        element("span", {}, texts[name]),
        input,
        element("span", { class: "problem", id: `${name}-problem` }),
      ),
    )
  }
  form.addEventListener("submit", (event) => event.preventDefault())

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
  const complete = () => {
    const wrong = [...inputs].filter(([name, input]) => !check(name, input))
    wrong[0]?.[1].focus()
    return wrong.length === 0 ? read() : undefined
  }
  return { form, typed: read, complete }
}
