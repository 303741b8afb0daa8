import { browserFingerprint } from "../storefront/browser-fingerprint"
import type { PaymentError, WayToPay } from "../storefront/shopper-answers"
import { payByBlik } from "../storefront/ways-to-pay"
import type { Consents } from "./ask-consent"
import type { Choice } from "./choice"
import type { Say } from "./texts"

type Given = { way: WayToPay; said: Choice | null; blikCode: string; consents: Consents }

type Input = { data: Record<string, unknown>; phone?: string }

/** The session's `data` for a way that is paid by a press of the button, or what is still to be given. */
export const wayInput = (
  { way, said, blikCode, consents }: Given,
  t: Say,
): Input | { error: PaymentError } => {
  const remember = way.asks.remember && consents.remember && { remember: true }
  const data = { ...way.data, ...remember }
  const lacks = (field: string) => ({
    error: { code: "fields_missing", message: t("fields_missing", { field }) },
  })
  if (way.method === "saved_card") {
    // The default one is chosen by itself: there is none, or the list has not come.
    if (!said?.cardId) return { error: { code: "fields_missing", message: t("card_or_other_way") } }
    const payment_method = { type: "wallet", option_id: said.cardId }
    return { data: { ...data, payment_method, fingerprint: browserFingerprint() } }
  }
  if (way.needs.includes("blik_code")) {
    const blik = payByBlik(blikCode)
    return "blik_code" in blik && blik.blik_code.length === 6
      ? { data: { ...data, ...blik } }
      : lacks(t("blik_code"))
  }
  if (way.needs.includes("parts")) {
    if (!said?.parts) return lacks(t("parts"))
    return { data: { ...data, parts: said.parts }, ...(said.phone && { phone: said.phone }) }
  }
  return { data }
}
