import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { externalIdOf, isStoreId } from "../../../core/external-id"
import { held } from "../../../core/ledger"
import { isPositive, type Money, moneyOf } from "../../../core/money"
import { isSame } from "../../../core/plan"
import { type SessionId, sessionId } from "../../../core/session-id"
import { storeLedger } from "../../../core/store-ledger"
import type { NotPayable } from "../../../core/why-not-payable"
import { findProvider } from "../../../provider/find-provider"
import { readSessionData } from "../../../provider/session-data"
import { whyNotPayableBy } from "../../../provider/start/payable"
import {
  type Collection,
  readCollection,
  sessionIdOf,
} from "../../../provider/start/payments-of-collection"
import { purposeOf } from "../../../provider/start/purpose"

/** What whoever has the link may know of it: no name, no address, no goods. */
export type Link = {
  orderNumber: number | null
  /** What it asks for. */
  money: Money
  /** "confirming": somebody has paid, or is about to, and the bank has not said so yet. */
  state: "payable" | "confirming" | NotPayable["is"]
  /** RozetkaPay's page that is open for it; null: the shop has to send the link anew. */
  checkoutUrl: string | null
  /** The try whose page that is. */
  open: OpenTry | null
  /** A try of it that is on hold, by the store's rows: the hold may be gone at RozetkaPay. */
  held: OpenTry | null
}

export type OpenTry = { provider_id: string; session_id: SessionId }

const numbered = z.object({ display_id: z.coerce.number().nullish() })

/** Null when no order is paid by this collection. */
export const readLink = async (container: MedusaContainer, id: string): Promise<Link | null> => {
  if (!isStoreId(id)) return null
  const collection = await readCollection(container, id)
  if (!collection) return null
  const [purpose, sessions] = await Promise.all([
    purposeOf(container, id),
    container
      .resolve(Modules.PAYMENT)
      .listPaymentSessions({ payment_collection_id: id }, { relations: ["payment"] }),
  ])
  if (!purpose.order_id) return null
  const money = moneyOf(collection.amount, collection.currency_code)
  const [{ data }, why, page] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["display_id"],
      filters: { id: purpose.order_id },
    }),
    whyNotPayableBy(container, collection, purpose),
    openPageOf(container, money, sessions),
  ])
  return {
    orderNumber: numbered.safeParse(data[0]).data?.display_id ?? null,
    money,
    state: why?.is ?? "payable",
    checkoutUrl: page?.url ?? null,
    open: page?.of ?? null,
    held: heldTryOf(collection),
  }
}

const heldTryOf = ({ payments }: Collection): OpenTry | null => {
  const payment = payments.find(
    (one) => readSessionData(one.data) && isPositive(held(storeLedger(one))),
  )
  const session_id = payment && sessionIdOf(payment)
  return session_id ? { provider_id: payment.provider_id, session_id } : null
}

/**
 * RozetkaPay's page that asks for what the link asks for now. Of another provider's session the data are
 * its client's own words, and no address of them may stand on a page of the shop's.
 */
const openPageOf = async (
  container: MedusaContainer,
  asked: Money,
  sessions: PaymentSessionDTO[],
): Promise<{ url: string; of: OpenTry } | null> => {
  for (const session of sessions) {
    const own = readSessionData(session.data)
    const session_id = sessionId(session.id)
    const isOpen = !session.payment && session.status === "pending"
    const isOurs =
      own?.external_id === externalIdOf(session_id) && own.provider_id === session.provider_id
    if (!isOpen || !isOurs || !isSame(moneyOf(session.amount, session.currency_code), asked))
      continue
    const { provider_id } = session
    if (own.checkout_url && (await findProvider(container, provider_id))) {
      return { url: own.checkout_url, of: { provider_id, session_id } }
    }
  }
  return null
}
