import { act } from "react"
import type { CardToken, CardWidgetParams, WidgetWindow } from "../../storefront/card-widget"

export const TOKEN: CardToken = {
  token: "tok_1",
  card_mask: "424242******4242",
  expires_at: "2099-12-31T00:00:00",
}

/** The script is loaded once into a page, whatever number of forms it makes. */
const asked: CardWidgetParams[] = []

/** RozetkaPay's widget in jsdom: what each form was asked for, and a shopper who fills the last one in. */
export const putWidget = () => {
  asked.length = 0
  const page: Window & WidgetWindow = window
  page.RPayCardWidget = {
    init: (params) => {
      asked.push(params)
      return {
        open: () => document.dispatchEvent(new Event("widget-init-ready")),
        close: () => undefined,
      }
    },
  }
  Object.defineProperty(navigator, "javaEnabled", { configurable: true, value: () => false })
  return { asked, fillIn: () => act(async () => asked.at(-1)?.onToken(TOKEN)) }
}
