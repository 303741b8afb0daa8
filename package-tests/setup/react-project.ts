import { installedProject } from "./installed-project"

/** Beside the packed plugin; the repository's own tests draw the components by React 18. */
const REACT = {
  react: "19.2.0",
  "react-dom": "19.2.0",
  "@types/react": "19.2.2",
  "@types/react-dom": "19.2.2",
}

/** A checkout's page, as docs/reference/storefront-components.md shows it. */
const CHECKOUT = `import {
  PayButton,
  PaymentMethods,
  PaymentNotice,
  RozetkaPayProvider,
  type ShownCart,
} from "medusa-payment-rozetkapay/react"
import { type PaymentActions, storeActions } from "medusa-payment-rozetkapay/storefront"

const actions: PaymentActions = storeActions({
  backendUrl: "https://api.example.com",
  publishableKey: "pk_1",
  fetch: async () => new Response("{}"),
})

export const Checkout = ({ cart }: { cart: ShownCart }) => (
  <RozetkaPayProvider actions={actions} language="en" cart={cart} onOrdered={(id) => id?.length}>
    <PaymentNotice code="unpaid" />
    <PaymentMethods />
    <PayButton />
  </RozetkaPayProvider>
)
`

/** Must not compile: its errors show that the props' types were found. */
const WRONG = `import { PayButton } from "medusa-payment-rozetkapay/react"
export const wrong = <PayButton disabled="no" />
`

const DRAWN = `createElement(
  RozetkaPayProvider,
  { actions: {}, language: "en", cart: { id: "cart_1", total: 478.5, currency_code: "uah" } },
  createElement(PaymentNotice, { code: "unpaid" }),
  createElement(PaymentMethods),
  createElement(PayButton),
)`

const DRAW = `console.log(version, typeof window, renderToString(${DRAWN}))\n`

const PARTS = "PayButton, PaymentMethods, PaymentNotice, RozetkaPayProvider"

const BY_IMPORT = `import { createElement, version } from "react"
import { renderToString } from "react-dom/server"
import { ${PARTS} } from "medusa-payment-rozetkapay/react"
${DRAW}`

const BY_REQUIRE = `const { createElement, version } = require("react")
const { renderToString } = require("react-dom/server")
const { ${PARTS} } = require("medusa-payment-rozetkapay/react")
${DRAW}`

/**
 * A storefront on React 19 that has installed the packed plugin and nothing of Medusa's.
 *
 * @param modules all that the package exports types of
 */
export function makeReactProject(modules: string[]): Promise<{ folder: string }> {
  const named = modules.map((name, at) => `import type * as m${at} from "${name}"`)
  const all = `${named.join("\n")}\nexport type All = [${modules.map((_, at) => `typeof m${at}`).join(", ")}]\n`
  return installedProject("react-storefront", {
    dependencies: REACT,
    files: {
      "all.cts": all,
      "all.mts": all,
      "all.ts": all,
      "checkout.tsx": CHECKOUT,
      "wrong.tsx": WRONG,
      "by-import.mjs": BY_IMPORT,
      "by-require.cjs": BY_REQUIRE,
    },
  })
}
