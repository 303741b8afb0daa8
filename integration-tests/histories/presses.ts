import type { GatewayPayment } from "../drivers/gateway"
import { hasBeenPaid, isUntouched } from "./paid-payment"
import type { OpenStore } from "./setup/open-store"
import { KINDS, type Kind } from "./store-process/payment-kinds"

/** What is sent for a card, and the token in it by which the charge is known again at RozetkaPay. */
export type CardInHand = { token: string; data: object }

/** Long enough that two presses are both charged, unless one waits for the other. */
const CHARGING_MS = 300

/**
 * Two presses at one instant, and one more when RozetkaPay's callbacks have come (or were held or
 * lost, if that is how the network is just now), each with a card of its own.
 *
 * @returns which payments of these cards were charged, and moved by nobody outside of the store since
 */
export async function pressThrice(
  { gateway }: OpenStore,
  newCard: () => Promise<CardInHand>,
  kind: Kind,
  press: (data: object[]) => Promise<void>,
): Promise<GatewayPayment[]> {
  await gateway.clearFaults()
  const cards = await Promise.all([newCard(), newCard(), newCard()])
  const data = cards.map((card) => card.data)
  await gateway.fault({
    endpoint: KINDS[kind].system === "batch" ? "batch_create" : "create",
    kind: "latency",
    ms: CHARGING_MS,
    times: 2,
  })
  await press(data.slice(0, 2))
  await gateway.quiet()
  await press(data.slice(2))
  const tokens = cards.map(({ token }) => token)
  return (await gateway.payments()).filter(
    (one) =>
      tokens.some((token) => JSON.stringify(one.request).includes(token)) &&
      hasBeenPaid(one) &&
      isUntouched(one),
  )
}
