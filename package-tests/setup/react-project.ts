import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { must } from "./command"
import { packed } from "./tarball"

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
export async function makeReactProject(modules: string[]): Promise<{ folder: string }> {
  const { tarball, folder: parent } = packed()
  const folder = join(parent, "react-storefront")
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: string | object) =>
    writeFileSync(
      join(folder, name),
      typeof content === "string" ? content : JSON.stringify(content),
    )
  write("package.json", {
    name: "react-storefront",
    private: true,
    dependencies: { "medusa-payment-rozetkapay": `file:${tarball}`, ...REACT },
  })
  const named = modules.map((name, at) => `import type * as m${at} from "${name}"`)
  const all = `${named.join("\n")}\nexport type All = [${modules.map((_, at) => `typeof m${at}`).join(", ")}]\n`
  write("all.cts", all)
  write("all.mts", all)
  write("all.ts", all)
  write("checkout.tsx", CHECKOUT)
  write("wrong.tsx", WRONG)
  write("by-import.mjs", BY_IMPORT)
  write("by-require.cjs", BY_REQUIRE)
  await must(
    { folder },
    420_000,
    "npm",
    ...["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"],
  )
  return { folder }
}
