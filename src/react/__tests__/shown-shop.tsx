import { act, type ReactElement, type ReactNode } from "react"
import { createRoot, type Root } from "react-dom/client"
import type { PaymentActions } from "../../storefront/payment-actions"
import type { WayToPay } from "../../storefront/shopper-answers"
import { RozetkaPayProvider } from ".."
import type { RozetkaPayProviderProps, ShownCart } from "../props"

export const CARDS = "pp_rozetkapay_main"
export const PARTS = "pp_rozetkapay-payparts_parts"

export const way = (method: string, more: Partial<WayToPay> = {}): WayToPay => ({
  provider_id: CARDS,
  method,
  name: `Way ${method}`,
  description: "",
  icon: "card",
  limits: { currency_codes: null, country_codes: null, least: null, most: null, parts: null },
  available: true,
  reason: null,
  needs: [],
  data: { mode: "hosted" },
  settings: {},
  asks: { save: false, remember: false },
  ...more,
})

const unexpected = async () => ({ error: { code: "unexpected", message: "Not in this test." } })

/** A store's answers; what a test does not give is an error. */
export const actionsWith = (given: Partial<PaymentActions>): PaymentActions => ({
  listWays: unexpected,
  startPayment: unexpected,
  listBanks: unexpected,
  startExpress: unexpected,
  listCards: unexpected,
  addCard: unexpected,
  removeCard: unexpected,
  setDefaultCard: unexpected,
  readConsent: unexpected,
  withdrawConsent: unexpected,
  ...given,
})

export const cart: ShownCart = { id: "cart_1", total: 478.5, currency_code: "uah" }

type Shown = Partial<RozetkaPayProviderProps> & { given?: Partial<PaymentActions> }

/** A page of a shop in jsdom: `show` draws it, and again with something else. */
export const openShop = () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const place = document.createElement("div")
  document.body.append(place)
  let root: Root | null = createRoot(place)
  const visited: string[] = []
  const page = (parts: ReactNode, { given = {}, ...props }: Shown): ReactElement => (
    <RozetkaPayProvider
      actions={actionsWith(given)}
      language="en"
      cart={cart}
      navigate={(url) => visited.push(url)}
      {...props}
    >
      {parts}
    </RozetkaPayProvider>
  )
  const find = (selector: string): HTMLElement => {
    const [found] = place.querySelectorAll<HTMLElement>(selector)
    if (!found) throw new Error(`There is no ${selector} in ${place.innerHTML}`)
    return found
  }
  return {
    visited,
    find,
    all: (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)],
    text: () => place.textContent ?? "",
    show: (parts: ReactNode, props: Shown = {}) =>
      act(async () => root?.render(page(parts, props))),
    press: (selector: string) => act(async () => find(selector).click()),
    type: (selector: string, value: string) =>
      act(async () => {
        const field = find(selector)
        const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value") ?? {}
        set?.call(field, value)
        field.dispatchEvent(new Event("input", { bubbles: true }))
        field.dispatchEvent(new Event("change", { bubbles: true }))
      }),
    leave: async () => {
      await act(async () => root?.unmount())
      root = null
      place.remove()
      sessionStorage.clear()
    },
  }
}
