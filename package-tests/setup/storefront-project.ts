import { installedProject } from "./installed-project"

/** What README's page does with the module, without React. */
const RIGHT = `import {
  type CardToken,
  mountCardForm,
  nextStep,
  payByCardToken,
  returnAddress,
} from "medusa-payment-rozetkapay/storefront"

export const data = (token: CardToken): Record<string, unknown> =>
  payByCardToken(token, { save: true })

export const form = (element: HTMLElement, onToken: (token: CardToken) => void): (() => void) =>
  mountCardForm({ key: "key", element, onToken }).close

export function next(session: { id: string; provider_id: string; data: Record<string, unknown> }): string {
  const step = nextStep(session)
  return step.is === "redirect" ? step.url : returnAddress(session, "https://api.example.com")
}
`

/** Must not compile: its error shows that the types were found and are not \`any\`. */
const WRONG = `import { payByCardToken } from "medusa-payment-rozetkapay/storefront"
export const wrong: number = payByCardToken
`

const READ = "medusa-payment-rozetkapay/storefront"

/** A storefront in TypeScript that has installed the packed plugin and nothing of Medusa's. */
export function makeStorefrontProject(): Promise<{ folder: string }> {
  return installedProject("storefront", {
    type: "module",
    files: {
      "right.ts": RIGHT,
      "wrong.ts": WRONG,
      "by-import.mjs": `import { payByConsent } from "${READ}"\nconsole.log(payByConsent())\n`,
      "by-require.cjs": `console.log(require("${READ}").payByConsent())\n`,
    },
  })
}
