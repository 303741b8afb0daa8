import { webAddress } from "./web-address"

/** redirect: send the browser there (RozetkaPay's page, or the bank's for 3-D Secure); complete: complete the cart. */
export type NextStep = { is: "redirect"; url: string } | { is: "complete" }

/**
 * What to do after a payment session was started.
 *
 * @param session of the Store API: the one with your provider's id in `payment_collection.payment_sessions`
 * @throws Error when there is none
 */
export const nextStep = (session: { data?: unknown } | null | undefined): NextStep => {
  const { data } = session ?? {}
  if (typeof data !== "object" || data === null) {
    throw new Error("The payment was not started: its session is missing.")
  }
  const url: unknown = "checkout_url" in data ? data.checkout_url : null
  if (typeof url !== "string") return { is: "complete" }
  if (!webAddress(url)) throw new Error("The payment's address is not a web address.")
  return { is: "redirect", url }
}

/**
 * The plugin's own route, which looks what became of a payment and sends the browser on: to
 * the order, back to the cart with the reason, or to a page that waits for the bank. For
 * when completing the cart did not answer with an order.
 *
 * @param backendUrl public address of the Medusa server
 */
export const returnAddress = (
  session: { id: string; provider_id: string },
  backendUrl: string,
): string =>
  `${backendUrl.replace(/\/+$/, "")}/hooks/rozetkapay/${encodeURIComponent(session.provider_id)}/return/${encodeURIComponent(session.id)}`
