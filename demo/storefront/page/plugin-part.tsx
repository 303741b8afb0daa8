import type { ReactNode } from "react"
import { createRoot, type Root } from "react-dom/client"
import { RozetkaPayProvider, type RozetkaPayProviderProps } from "../../../src/react"
import { type PaymentActions, storeActions, type WayToPay } from "../../../src/storefront"
import { element, onShown } from "./elements"
import { config, customerToken } from "./store"
import { language, texts } from "./texts"

const ours = storeActions({
  backendUrl: config.backend,
  publishableKey: config.publishableKey,
  language,
  headers: (): Record<string, string> => {
    const token = customerToken()
    return token === null ? {} : { authorization: `Bearer ${token}` }
  },
})

/** Of a marketplace the plugin lists RozetkaPay's page alone; with a widget key it takes cards in its own page, too. */
const besidePage = (page: WayToPay): WayToPay[] =>
  Object.keys(config.sellers).length === 0
    ? []
    : [
        {
          ...page,
          method: "card",
          name: texts.cardHere,
          description: texts.cardHereHint,
          icon: "card",
          settings: { widget_key: config.widget.key, script_url: config.widget.scriptUrl },
        },
      ]

const actions: PaymentActions = {
  ...ours,
  listWays: async (cartId) => {
    const listed = await ours.listWays(cartId)
    if ("error" in listed) return listed
    const methods = listed.methods.flatMap((way) =>
      way.method === "page" ? [way, ...besidePage(way)] : [way],
    )
    return { ...listed, methods }
  },
}

const roots = new Map<HTMLElement, Root>()

onShown(() => {
  for (const [place, root] of roots) {
    if (place.isConnected) continue
    root.unmount()
    roots.delete(place)
  }
})

type Shared = Omit<RozetkaPayProviderProps, "actions" | "language">

/** The shop's own settings of the plugin's components. */
export const Plugin = (shared: Shared) => (
  <RozetkaPayProvider actions={actions} language={language} {...shared} />
)

/** A part of the page that the plugin's React components draw. */
export function pluginPart(part: ReactNode): HTMLElement {
  const place = element("div", { class: "plugin-part" })
  const root = createRoot(place)
  roots.set(place, root)
  root.render(part)
  return place
}
