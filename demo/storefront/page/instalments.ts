import { payInParts } from "../../../src/storefront"
import { element } from "./elements"
import type { Wish } from "./payment"
import { type Cart, call, config } from "./store"
import { price, texts } from "./texts"

/** As `GET /store/rozetkapay/payparts` shows it; sums are decimals in text. */
interface Bank {
  bank: string
  name: string
  product_name: string | null
  logo_url: string | null
  needs_phone: boolean
  periods: { parts: number; monthly: string; last: string }[]
  available: boolean
  reason: { message: string } | null
}

/** A shopper who comes back from the bank finds what they chose. */
const KEPT = { bank: "bank", parts: "bank_parts", phone: "bank_phone" }

const money = (decimal: string) => price(Number(decimal))

function bankRow(bank: Bank, chosen: boolean, choose: () => void): HTMLElement {
  const { name, logo_url, available, reason } = bank
  const input = element("input", {
    type: "radio",
    name: "bank",
    value: bank.bank,
    checked: chosen,
    disabled: !available,
  })
  input.addEventListener("change", choose)
  return element(
    "label",
    { class: "way bank" },
    input,
    logo_url !== null && element("img", { src: logo_url, alt: "", width: "28", height: "28" }),
    element(
      "span",
      {},
      element("strong", {}, name),
      reason !== null && element("span", { class: "quiet" }, reason.message),
    ),
  )
}

/** In how many parts: "від 439,99 ₴ × 3", and what the last one is where they are not equal. */
function partsField({ bank, product_name, periods }: Bank): {
  field: HTMLElement
  chosen: () => number
} {
  const kept = sessionStorage.getItem(KEPT.parts)
  const select = element("select", { name: "parts", id: "parts" })
  for (const { parts, monthly } of periods) {
    const label = `${texts.from} ${money(monthly)} × ${parts}`
    const selected = kept === `${bank} ${parts}`
    select.append(element("option", { value: String(parts), selected }, label))
  }
  const last = element("p", { class: "quiet", id: "last-part" })
  const tell = () => {
    const period = periods.find(({ parts }) => String(parts) === select.value)
    const differs = period !== undefined && period.last !== period.monthly
    last.textContent = differs ? `${texts.lastPart} ${money(period.last)}` : texts.equalParts
  }
  select.addEventListener("change", () => {
    sessionStorage.setItem(KEPT.parts, `${bank} ${select.value}`)
    tell()
  })
  tell()
  const label = element("label", { class: "field" }, element("span", {}, texts.parts), select)
  const offer = element("strong", {}, product_name ?? texts.inParts)
  return {
    field: element("div", { class: "offer" }, offer, label, last),
    chosen: () => Number(select.value),
  }
}

/** The bank asks by the number that it knows, which need not be the recipient's. */
function phoneField(known: string): { field: HTMLElement; value: () => string | undefined } {
  const input = element("input", {
    name: "bank_phone",
    id: "bank-phone",
    type: "tel",
    autocomplete: "tel",
    required: true,
    value: sessionStorage.getItem(KEPT.phone) ?? known,
    maxlength: "30",
  })
  input.addEventListener("input", () => sessionStorage.setItem(KEPT.phone, input.value))
  return {
    field: element("label", { class: "field" }, element("span", {}, texts.bankPhone), input),
    value: () => (input.reportValidity() ? input.value.trim() : undefined),
  }
}

/**
 * The banks that sell this cart in parts; the open one shows its parts, and asks for a phone number
 * if the bank needs it.
 *
 * @param phone of the address, as it is typed now
 * @returns `chosen` answers nothing while the shopper has something to fill in
 */
export async function instalments(
  cart: Cart,
  phone: () => string,
): Promise<{ view: HTMLElement[]; chosen: () => Wish | undefined }> {
  const { banks } = await call<{ banks: Bank[] }>(`/rozetkapay/payparts?cart_id=${cart.id}`)
  const available = banks.filter((bank) => bank.available)
  const others = banks.filter((bank) => !bank.available)
  const kept = sessionStorage.getItem(KEPT.bank)
  const first = available.find(({ bank }) => bank === kept) ?? available[0]
  const details = element("div", { class: "way-body" })
  let chosen = (): Wish | undefined => undefined

  const open = (bank: Bank) => {
    const parts = partsField(bank)
    const bankPhone = bank.needs_phone ? phoneField(phone()) : undefined
    details.replaceChildren(parts.field, ...(bankPhone ? [bankPhone.field] : []))
    chosen = () => {
      const number = bankPhone?.value()
      if (config.partsProviderId === null || (bankPhone && number === undefined)) return undefined
      const data = payInParts(bank.bank, parts.chosen())
      return { providerId: config.partsProviderId, data, phone: number }
    }
  }
  if (first) open(first)
  const rows = [...available, ...others].map((bank) =>
    bankRow(bank, bank === first, () => {
      sessionStorage.setItem(KEPT.bank, bank.bank)
      open(bank)
    }),
  )
  return { view: [element("div", { class: "banks" }, ...rows), details], chosen: () => chosen() }
}
