import { ExpressButton } from "../../../src/react"
import { Plugin, pluginPart } from "./plugin-part"
import { claimCart, writeCart } from "./purchase"
import { texts } from "./texts"

/** Delivery, recipient and payment on RozetkaPay's page: no form of the shop's is needed. */
export const expressPart = (cartId: () => Promise<string>, hint: string | null = null) =>
  pluginPart(
    <Plugin>
      <ExpressButton
        hint={hint}
        cartId={async () => {
          const id = await cartId()
          await writeCart(id)
          await claimCart(id)
          return id
        }}
      >
        {hint === null ? texts.buyNow : texts.oneClick}
      </ExpressButton>
    </Plugin>,
  )
