import { useEffect, useRef, useState } from "react"
import type { Started } from "../storefront/payment-actions"
import type { PaymentError } from "../storefront/shopper-answers"
import { startInTurn } from "../storefront/start-in-turn"
import { trouble } from "../storefront/trouble"
import { webAddress } from "../storefront/web-address"
import { useCheckout } from "./checkout-context"
import { useLatest } from "./use-latest"

export type PayState =
  | { is: "ready" | "starting" | "waiting" }
  | { is: "refused"; error: PaymentError }

/** held: not started, by the storefront's own wish; what was typed is still good. */
export type Pressed = "gone" | "refused" | "held"

type Hooks = {
  onPress?: () => boolean | undefined | Promise<boolean | undefined>
  onError?: (error: PaymentError) => void
}

/** Milliseconds after which a page that was to be left has not been left: the press may be repeated. */
const STILL_HERE = 20_000

/** Milliseconds. The plugin itself has kept the request waiting before it says that another is starting. */
const PAUSES = [1_500, 3_000, 6_000]

/** One press at a time; what comes of it goes to the bank, to the order, or is told. */
export const usePayment = (hooks: Hooks) => {
  const checkout = useCheckout()
  const [state, setState] = useState<PayState>({ is: "ready" })
  const isBusy = useRef(false)
  const latest = useLatest({ ...hooks, ...checkout })
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const again = () => {
      clearTimeout(leaving.current)
      isBusy.current = false
      setState((before) => (before.is === "refused" ? before : { is: "ready" }))
    }
    // Back from the bank's page, the browser shows this one as it was left.
    const onShow = (event: PageTransitionEvent) => event.persisted && again()
    window.addEventListener("pageshow", onShow)
    return () => {
      window.removeEventListener("pageshow", onShow)
      clearTimeout(leaving.current)
    }
  }, [])

  const refuse = (error: PaymentError): Pressed => {
    isBusy.current = false
    const told = { ...error, message: latest.current.say(error) }
    setState({ is: "refused", error: told })
    latest.current.onError?.(told)
    return "refused"
  }

  const finish = (started: Started): Pressed => {
    const { go, ordered, cartChanged, loadWays, language, t } = latest.current
    if ("error" in started) {
      const { code } = started.error
      if (code === "paid" || code === "already_ordered") ordered(null)
      if (CHANGED.includes(code)) {
        cartChanged()
        loadWays(true)
      }
      return refuse(started.error)
    }
    if ("orderId" in started) {
      if (ordered(started.orderId)) return "gone"
      return refuse({ code: "already_ordered", message: t("ordered") })
    }
    if (!webAddress(started.url)) return refuse(trouble("answer_unreadable", language).error)
    leaving.current = setTimeout(() => {
      isBusy.current = false
      setState({ is: "ready" })
    }, STILL_HERE)
    go(started.url)
    return "gone"
  }

  const pay = async (start: () => Promise<Started>): Promise<Pressed> => {
    if (isBusy.current) return "held"
    isBusy.current = true
    setState({ is: "starting" })
    try {
      if ((await latest.current.onPress?.()) === false) {
        isBusy.current = false
        setState({ is: "ready" })
        return "held"
      }
      return finish(await startInTurn(start, PAUSES, () => setState({ is: "waiting" })))
    } catch {
      // A server action that the network has lost, or whatever a storefront's own code throws.
      return refuse({ code: "went_wrong", message: latest.current.t("went_wrong") })
    }
  }
  return { state, pay, refuse }
}

/** The cart is not what the shopper saw: its price, its goods, or whether there is one. */
const CHANGED = ["cart_changed", "items_unavailable", "no_such_cart", "other_sellers"]
