import {
  type CartToPay,
  notSetUp,
  type WayAsks,
  type WayToPay,
  wayInWords,
} from "../../provider/ways-to-pay"
import type { ProviderOptions } from "./options"

type Settings = Pick<
  ProviderOptions,
  "widgetKey" | "widgetScriptUrl" | "googlePayMerchantId" | "applePayMerchantId"
>

/** RozetkaPay's page; the same in the store's own page, where its options have what that needs. */
export const cardWays = (cart: CartToPay, options: Settings): WayToPay[] => [
  { ...wayInWords("page", cart), icon: "card", data: { mode: "hosted" }, asks: asksOf(cart) },
  inStore("card", "card", cart, {
    widget_key: options.widgetKey,
    script_url: options.widgetScriptUrl,
  }),
  inStore("google_pay", "google-pay", cart, { merchant_id: options.googlePayMerchantId }),
  inStore("apple_pay", "apple-pay", cart, { merchant_id: options.applePayMerchantId }),
  // Whether there are any says GET /store/rozetkapay/cards, which asks RozetkaPay.
  ...(cart.customerId === null
    ? []
    : [
        {
          ...wayInWords("saved_card", cart),
          icon: "saved-card",
          needs: NEEDS,
          data: { mode: "direct" },
          asks: asksOf(cart),
        },
      ]),
  ...(cart.consent ? [byConsent(cart, cart.consent)] : []),
]

/** Nothing to type, and no bank to ask: in the currency that was agreed to, by the card that it was given with. */
const byConsent = (cart: CartToPay, { mask }: { mask: string | null }): WayToPay => ({
  ...wayInWords("consent", cart),
  icon: "saved-card",
  data: { mode: "direct", off_session: true },
  settings: mask === null ? {} : { mask },
})

/** Who has given the consent is not asked for it again; another card takes its place once it is withdrawn. */
const asksOf = ({ customerId, consent }: CartToPay, save = false): Partial<WayAsks> =>
  customerId === null ? {} : { remember: !consent, save }

const NEEDS = ["payment_method", "fingerprint"]

const inStore = (
  method: "card" | "google_pay" | "apple_pay",
  icon: string,
  cart: CartToPay,
  settings: Record<string, string | undefined>,
): WayToPay => {
  const given = Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  const isSetUp = Object.keys(given).length === Object.keys(settings).length
  const asks = asksOf(cart, method === "card")
  return {
    ...wayInWords(method, cart),
    icon,
    reason: isSetUp ? null : notSetUp(cart.language),
    needs: NEEDS,
    data: { mode: "direct" },
    settings: isSetUp ? given : {},
    asks: isSetUp ? asks : {},
  }
}
