import type { MedusaContainer, PaymentCollectionDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { isStoreId } from "../../../core/external-id"
import { isPositive, type Money, moneyOf } from "../../../core/money"
import { isSame } from "../../../core/plan"
import { findProvider } from "../../../provider/find-provider"
import { readSessionData } from "../../../provider/session-data"
import { outstandingOf } from "../../../sync/outstanding"
import { purposeOf } from "../../../sync/purpose"

/** What whoever has the link may know of it: no name, no address, no goods. */
export type Link = {
  orderNumber: number | null
  /** What it asks for. */
  money: Money
  state: "payable" | "paid" | "canceled"
  /** RozetkaPay's page that is open for it; null: the shop has to send the link anew. */
  checkoutUrl: string | null
}

const numbered = z.object({ display_id: z.coerce.number().nullish() })

/** Null when no order is paid by this collection. */
export const readLink = async (container: MedusaContainer, id: string): Promise<Link | null> => {
  if (!isStoreId(id)) return null
  const [collection] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentCollections({ id }, { relations: ["payment_sessions.payment"] })
  const { order_id, order_canceled } = collection
    ? await purposeOf(container, id)
    : { order_id: null, order_canceled: false }
  if (!collection || !order_id) return null
  const [{ data }, outstanding] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["display_id"],
      filters: { id: order_id },
    }),
    outstandingOf(container, order_id),
  ])
  const isDue = outstanding !== null && isPositive(outstanding)
  return {
    orderNumber: numbered.safeParse(data[0]).data?.display_id ?? null,
    money: moneyOf(collection.amount, collection.currency_code),
    state: order_canceled ? "canceled" : isDue ? "payable" : "paid",
    checkoutUrl: await openPageOf(container, collection),
  }
}

/**
 * RozetkaPay's page that asks for what the link asks for now. Of another provider's session the data are
 * its client's own words, and no address of them may stand on a page of the shop's.
 */
const openPageOf = async (
  container: MedusaContainer,
  { amount, currency_code, payment_sessions }: PaymentCollectionDTO,
): Promise<string | null> => {
  const asked = moneyOf(amount, currency_code)
  for (const session of payment_sessions ?? []) {
    const own = readSessionData(session.data)
    const isOpen = !session.payment && session.status === "pending"
    const isOurs = own?.external_id === session.id && own.provider_id === session.provider_id
    if (!isOpen || !isOurs || !isSame(moneyOf(session.amount, session.currency_code), asked))
      continue
    if (own.checkout_url && (await findProvider(container, session.provider_id))) {
      return own.checkout_url
    }
  }
  return null
}
