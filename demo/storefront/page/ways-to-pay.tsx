import { useState } from "react"
import { PayButton, PaymentMethods, type ShownCart } from "../../../src/react"
import { Plugin } from "./plugin-part"
import { orderPage } from "./purchase"
import { config } from "./store"
import { texts } from "./texts"

interface Ways {
  cart: ShownCart
  redraw(): void
  /** False keeps the payment from starting. */
  onPress(): Promise<boolean>
  onChoose(method: string): void
}

/** A shopper who comes back from the bank finds what they chose. */
const KEPT = "in_parts"

/** All at once or by a bank in parts: the banks are many, so they have a list of their own. */
export function WaysToPay({ cart, redraw, onPress, onChoose }: Ways) {
  const [inParts, setInParts] = useState(sessionStorage.getItem(KEPT) === "true")
  const turn = (to: boolean) => {
    sessionStorage.setItem(KEPT, String(to))
    setInParts(to)
  }
  return (
    <>
      {config.partsProviderId !== null && (
        <fieldset className="whole-or-parts" aria-label={texts.wholeOrParts}>
          <button type="button" aria-pressed={!inParts} onClick={() => turn(false)}>
            {texts.whole}
          </button>
          <button type="button" id="in-parts" aria-pressed={inParts} onClick={() => turn(true)}>
            {texts.inParts}
          </button>
        </fieldset>
      )}
      <Plugin
        key={String(inParts)}
        cart={cart}
        only={({ needs }) => needs.includes("parts") === inParts}
        onOrdered={(orderId) => {
          if (orderId === null) redraw()
          else location.assign(orderPage(orderId))
        }}
        onCartChanged={redraw}
      >
        <PaymentMethods onChoose={({ method }) => onChoose(method)} />
        <PayButton onPress={onPress} />
      </Plugin>
    </>
  )
}
