import { useEffect, useSyncExternalStore } from "react"
import { isRozetkaPay } from "../storefront/is-rozetkapay"
import type { WayToPay } from "../storefront/shopper-answers"
import { useCheckout } from "./checkout-context"
import { type Choice, choiceOf, choose, onChoice } from "./choice"

export type ChosenWay = {
  /** Those that can be shown and paid by these components. */
  shown: WayToPay[]
  /** The shopper's choice while the cart can be paid so, else the first that it can be paid by. */
  chosen: WayToPay | null
  /** What else of the choice was said. */
  said: Choice | null
  choose: (choice: Partial<Choice> | WayToPay) => void
}

const NOTHING: WayToPay[] = []

export const useChosenWay = (): ChosenWay => {
  const { cart, ways, loadWays, isOffered } = useCheckout()
  const cartId = cart?.id ?? ""
  const kept = useSyncExternalStore(
    onChoice,
    () => choiceOf(cartId),
    () => null,
  )
  useEffect(() => loadWays(), [loadWays])
  const shown =
    ways.is === "listed"
      ? ways.ways.methods.filter((way) => isForUs(way) && isOffered(way))
      : NOTHING
  const available = shown.filter((way) => way.available)
  const chosen = (kept && available.find((way) => isOf(kept, way))) ?? available[0] ?? null
  const said = kept && chosen && isOf(kept, chosen) ? kept : null
  return {
    shown,
    chosen,
    said,
    choose: (choice) => {
      if ("provider_id" in choice) {
        choose(cartId, { providerId: choice.provider_id, method: choice.method })
      } else if (chosen) {
        const { provider_id, method } = chosen
        choose(cartId, { ...said, providerId: provider_id, method, ...choice })
      }
    },
  }
}

/** Wallets in the store's own page have buttons of Google's and Apple's; on RozetkaPay's page they are there. */
const NOT_HERE = ["google_pay", "apple_pay"]

const isForUs = ({ provider_id, method, reason }: WayToPay): boolean =>
  isRozetkaPay(provider_id) && !NOT_HERE.includes(method) && reason?.code !== "not_set_up"

const isOf = (choice: Choice, { provider_id, method }: WayToPay): boolean =>
  choice.providerId === provider_id && choice.method === method
