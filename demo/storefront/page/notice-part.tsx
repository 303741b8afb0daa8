import { PaymentNotice } from "../../../src/react"
import { readReturn } from "../../../src/storefront"
import { Plugin, pluginPart } from "./plugin-part"

/** Why the shopper came back without a paid order, or with more than one payment of it. */
export function noticePart(): HTMLElement | undefined {
  const code = readReturn(location.search)?.code
  return code === undefined
    ? undefined
    : pluginPart(
        <Plugin>
          <PaymentNotice code={code} />
        </Plugin>,
      )
}
