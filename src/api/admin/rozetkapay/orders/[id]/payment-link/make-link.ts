import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createOrderPaymentCollectionWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { PaymentLink } from "../../../../../../admin-client/order-payments"
import { isStoreId } from "../../../../../../core/external-id"
import { isPositive } from "../../../../../../core/money"
import { asStaffError, codeOf, staffError } from "../../../../../../errors"
import { noteStaffAction } from "../../../../../../medusa-store/staff-actions"
import { storeIn } from "../../../../../../medusa-store/store-in"
import { aloneWithOrder } from "../../../../../../sync/purchase-lease"
import { type OrderRow, readOrderRow } from "../order-rows"
import { findLink, providerOfLink, startsByItself, urlOfLink } from "./link-of-order"

/**
 * The payment link of exactly what nobody has paid of an order: the one that is open, else a new one by Medusa's
 * own workflow, with a payment started, to which its page leads. Alone with the order's links: two at once make one.
 *
 * @param by who asked for it
 * @throws MedusaError NOT_FOUND, CONFLICT `payment_busy`, or a sentence: there is no link
 */
export const makeLink = async (
  container: MedusaContainer,
  orderId: string,
  by: string,
): Promise<PaymentLink> => {
  const at = new Date().toISOString()
  if (!isStoreId(orderId)) throw staffError("no_such_order")
  const store = storeIn(container)
  return aloneWithOrder(store, orderId, async () => {
    const order = await readOrderRow(container, orderId)
    if (!order) throw staffError("no_such_order")
    if (order.isCanceled) throw staffError("order_is_canceled")
    const amount = await store.outstanding(orderId)
    if (amount === null || !isPositive(amount)) throw staffError("nothing_outstanding")
    const provider = await providerOfLink(container, order)
    if (!provider) throw staffError("no_provider_for_link")

    const known = await findLink(container, order, { amount, provider })
    const collectionId = known?.collectionId ?? (await newCollection(container, order, amount))
    const note = (outcome: string) =>
      noteStaffAction(container, collectionId, { at, what: "payment_link", actor: by, outcome })
    try {
      if (!known?.isPayable && startsByItself(provider.provider)) {
        await startPayment(container, collectionId, provider.id)
      }
    } catch (error) {
      await note(codeOf(error) ?? "failed")
      throw asStaffError(error, "link_not_made")
    }
    await note("done")
    const { currency_code } = order
    return { url: urlOfLink(provider, collectionId, orderId), amount, currency_code }
  })
}

const newCollection = async (
  container: MedusaContainer,
  { id }: OrderRow,
  amount: string,
): Promise<string> => {
  const { result, errors } = await createOrderPaymentCollectionWorkflow(container).run({
    // Medusa's type wants a number; written once, it is the same decimal again.
    input: { order_id: id, amount: Number(amount) },
    throwOnError: false,
  })
  const error: unknown = errors?.[0]?.error
  if (error) throw asStaffError(error, "link_not_made")
  const [made] = result
  if (!made) throw staffError("link_not_made", { reason: "Medusa has made no payment collection" })
  return made.id
}

/** So that the page has a way to RozetkaPay. */
const startPayment = async (
  container: MedusaContainer,
  payment_collection_id: string,
  provider_id: string,
): Promise<void> => {
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id, provider_id },
  })
}
