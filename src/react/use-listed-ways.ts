import { useCallback, useEffect, useRef, useState } from "react"
import type { PaymentActions } from "../storefront/payment-actions"
import type { StorefrontLanguage } from "../storefront/payment-sentence"
import type { PaymentError, WaysToPay } from "../storefront/shopper-answers"
import { trouble } from "../storefront/trouble"
import type { ListedWays } from "./checkout-context"
import type { ShownCart } from "./props"
import { useLatest } from "./use-latest"

type Asked = {
  actions: PaymentActions
  cart: ShownCart | null
  version: string | number | undefined
  given: WaysToPay | { error: PaymentError } | undefined
  language: StorefrontLanguage
  /** The cart is not there any more, or is an order. */
  onGone: () => void
}

type Listed = { of: string; cartId: string | undefined; ways: ListedWays }

/** The ways to pay the cart, listed when they are first wanted, and anew when its cost changes. */
export const useListedWays = (wanting: Asked) => {
  const { actions, cart, version, given, language, onGone } = wanting
  const of = [cart?.id, cart?.total, cart?.currency_code, version, language].join(" ")
  const [listed, setListed] = useState<Listed>(() => ({
    of,
    cartId: cart?.id,
    ways: given ? waysIn(given) : { is: "idle" },
  }))
  const [seen, setSeen] = useState(given)
  if (given && given !== seen) {
    setSeen(given)
    setListed({ of, cartId: cart?.id, ways: waysIn(given) })
  }
  const asked = useRef(0)
  const wanted = useRef(false)
  const latest = useLatest({ actions, cartId: cart?.id, of, language, onGone })

  const list = useCallback(async () => {
    const { actions, cartId, of, language } = latest.current
    if (!cartId) return
    const turn = ++asked.current
    // What is listed for this cart stays shown while its successor is on its way.
    setListed((before) =>
      before.ways.is === "listed" && before.cartId === cartId
        ? before
        : { of, cartId, ways: { is: "loading" } },
    )
    const answer = await actions.listWays(cartId).catch(() => trouble("no_connection", language))
    if (turn !== asked.current) return
    setListed({ of, cartId, ways: waysIn(answer) })
    if ("error" in answer && answer.error.code === "no_such_cart") latest.current.onGone()
  }, [latest])

  const listedOf = listed.of
  useEffect(() => {
    if (wanted.current && listedOf !== of) void list()
  }, [listedOf, of, list])

  const loadWays = useCallback(
    (anew = false) => {
      const isFirst = !wanted.current
      wanted.current = true
      if (anew || (isFirst && !given)) void list()
    },
    [list, given],
  )
  return { ways: listed.ways, loadWays }
}

const waysIn = (answer: WaysToPay | { error: PaymentError }): ListedWays =>
  "error" in answer ? { is: "failed", error: answer.error } : { is: "listed", ways: answer }
