import { type ReactElement, useMemo } from "react"
import type { PaymentError } from "../storefront/shopper-answers"
import { webAddress } from "../storefront/web-address"
import { type Checkout, CheckoutContext } from "./checkout-context"
import type { RozetkaPayProviderProps } from "./props"
import { languageOf, sayIn } from "./texts"
import { useLatest } from "./use-latest"
import { useListedWays } from "./use-listed-ways"

/** What all components of a checkout share. Draws nothing. */
export const RozetkaPayProvider = (props: RozetkaPayProviderProps): ReactElement => {
  const { actions, cart = null, ways: given, version, children, texts: own, only } = props
  const language = languageOf(props.language)
  const latest = useLatest(props)
  const t = useMemo(() => sayIn(language, own), [language, own])
  const told = useMemo(
    () => ({
      say: (error: PaymentError) => latest.current.say?.(error) ?? inWords(error, latest.current),
      go: (url: string) => {
        const address = webAddress(url)
        if (!address) throw new Error("The payment's address is not a web address.")
        const { navigate = toAddress } = latest.current
        navigate(address)
      },
      ordered: (orderId: string | null) => {
        latest.current.onOrdered?.(orderId)
        return latest.current.onOrdered !== undefined
      },
      cartChanged: () => latest.current.onCartChanged?.(),
    }),
    [latest],
  )
  const onGone = told.cartChanged
  const { ways, loadWays } = useListedWays({ actions, cart, version, given, language, onGone })
  const checkout: Checkout = useMemo(
    // A new `only` at each drawing of the storefront's page draws the components below once more, and asks nothing.
    () => ({ actions, language, t, cart, ways, loadWays, isOffered: only ?? EVERY, ...told }),
    [actions, language, t, cart, ways, loadWays, only, told],
  )
  return <CheckoutContext.Provider value={checkout}>{children}</CheckoutContext.Provider>
}

const EVERY = () => true

/** Of a cart that is not there, or is an order by now, the plugin tells developers alone. */
const inWords = ({ code, message }: PaymentError, { language, texts }: RozetkaPayProviderProps) =>
  code === "no_such_cart" ? sayIn(languageOf(language), texts)("cart_gone") : message

const toAddress = (address: string): void => window.location.assign(address)
