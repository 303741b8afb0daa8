import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { sessionOf } from "../core/external-id"
import { asAuthorized } from "../core/ledger"
import { findProvider } from "../provider/find-provider"
import { finishStart } from "../provider/finish-start"
import { inHookContext } from "../provider/hook-context"
import { aloneWithCart } from "./cart-lease"
import { readPurchaseInStore } from "./purchase-in-store"
import type { Try } from "./snapshot"

/**
 * A payment whose Payment is all that is missing: a payment link of an order, a
 * flow of the store's own, or an order whose placing was cut off in between. Money
 * already captured is added to the order's transactions, which only Medusa's capture
 * workflow does.
 *
 * While an order is being placed it exists before its Payment too: the cart is
 * locked and the store is read again. Not compensated: the money did arrive.
 */
export const authorizeSession = async (container: MedusaContainer, tried: Try): Promise<void> => {
  const { cart_id } = tried
  if (!cart_id) return authorize(container, tried)
  await aloneWithCart(container, cart_id, () => lookAgainAndAuthorize(container, tried))
}

const lookAgainAndAuthorize = async (
  container: MedusaContainer,
  { terms, situation, payment_collection_id }: Try,
): Promise<void> => {
  const { gateway: ledger, isShown, foreign } = situation
  const read = [{ terms, ledger, isShown, foreign }]
  const [tried] = await readPurchaseInStore(container, payment_collection_id, read, [])
  if (tried?.actions.some((action) => action.do === "authorize")) await authorize(container, tried)
}

const authorize = async (
  container: MedusaContainer,
  { terms, situation, startWasCutOff }: Try,
): Promise<void> => {
  const found = await findProvider(container, terms.provider_id)
  if (startWasCutOff && found) {
    await finishStart(found.provider.records, terms, situation.gateway.paymentId)
  }
  // A Payment begins as it was paid; what became of the money since is recorded after it.
  const { external_id: externalId } = terms
  const ledger = { externalId, ledger: asAuthorized(situation.gateway), readAt: Date.now() }
  const payment = await inHookContext({ ledger }, () =>
    container.resolve(Modules.PAYMENT).authorizePaymentSession(sessionOf(externalId), {}),
  )
  if (payment?.captured_at) {
    await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } })
  }
}
