import type { Movement } from "../../../core/due"
import { bankOf, closeBank } from "./example-adapter/bank"
import { signatureOf } from "./example-adapter/read-webhook"
import type { Harness, RawWebhook } from "./harness"

const ACCOUNT = "a-shop"
const SECRET = " a secret "

const signed = (body: string, secret = SECRET): RawWebhook => {
  const rawBody = Buffer.from(body)
  return { rawBody, headers: { "x-example-signature": signatureOf(rawBody, secret) } }
}

/** The example's bank, as the other side of its adapter. */
export const exampleHarness: Harness = {
  open: async () => undefined,
  close: async () => undefined,
  reset: async () => closeBank(ACCOUNT),
  options: () => ({ account: ACCOUNT, secret: SECRET }),
  more: () => ({}),
  pay: async (externalId) => bankOf(ACCOUNT).shopperPays(externalId, "done"),
  decline: async (externalId) => bankOf(ACCOUNT).shopperPays(externalId, "refused"),
  lose: async (what: "request" | "answer", of: "start" | Movement) =>
    bankOf(ACCOUNT).lose(of === "start" ? "open" : of, what),
  webhooks: async () => bankOf(ACCOUNT).told.map((body) => signed(body)),
  retold: ({ rawBody }, change, secret) => signed(change(rawBody.toString()), secret),
  withUnknownStatus: (body) => body.replaceAll('"status":"done"', '"status":"teleported"'),
  withoutAmount: (body) => body.replaceAll(/"amount":"[^"]*"/g, '"amount":null'),
  timesAskedAgain: async () => bankOf(ACCOUNT).askedAgain,
}
