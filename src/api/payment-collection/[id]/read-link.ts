import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { Choice } from "../../../core/choice"
import { externalIdOf, isStoreId } from "../../../core/external-id"
import { held } from "../../../core/ledger"
import { isPositive, type Money, moneyOf } from "../../../core/money"
import { isSame } from "../../../core/plan"
import { type SessionId, sessionId } from "../../../core/session-id"
import { storeLedger } from "../../../core/store-ledger"
import { timeOfId } from "../../../core/time-of-id"
import type { NotPayable } from "../../../core/why-not-payable"
import { findProvider } from "../../../provider/find-provider"
import { readSessionData } from "../../../provider/session-data"
import { isPageYoung } from "../../../provider/start/page-life"
import { whyNotPayableBy } from "../../../provider/start/payable"
import {
  type Collection,
  readCollection,
  sessionIdOf,
} from "../../../provider/start/payments-of-collection"
import { purposeOf } from "../../../provider/start/purpose"
import { notesOf } from "../../../sync/session-notes"

/** What whoever has the collection's id alone may know: no name, no address, no goods. */
export type Link = {
  /** For the page's own use: whoever does not know it is not told. */
  orderId: string
  orderNumber: number | null
  /** What it asks for. */
  money: Money
  /** "confirming": somebody has paid, or is about to, and the bank has not said so yet. */
  state: "payable" | "confirming" | NotPayable["is"]
  /** RozetkaPay's pages that were opened for it, and may be paid: of some nobody should be sent there any more. */
  pages: OpenPage[]
  /** A try of it that is on hold, by the store's rows: the hold may be gone at RozetkaPay. */
  held: OpenTry | null
}

export type OpenPage = {
  url: string
  of: OpenTry
  /** What its shopper chose before it was opened; null where nothing is asked before. */
  choice: Choice | null
  /** It certainly takes another try: it is young, and nobody was refused on it. */
  takesTry: boolean
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
  const [{ data }, why, pages] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["display_id"],
      filters: { id: purpose.order_id },
    }),
    whyNotPayableBy(container, collection, purpose),
    openPagesOf(container, money, sessions),
  ])
  return {
    orderId: purpose.order_id,
    orderNumber: numbered.safeParse(data[0]).data?.display_id ?? null,
    money,
    state: why?.is ?? "payable",
    pages,
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
 * RozetkaPay's pages that ask for what the link asks for now. Of another provider's session the data are
 * its client's own words, and no address of them may stand on a page of the shop's.
 */
const openPagesOf = async (
  container: MedusaContainer,
  asked: Money,
  sessions: PaymentSessionDTO[],
): Promise<OpenPage[]> => {
  const pages = await Promise.all(
    sessions.map(async (session): Promise<OpenPage | null> => {
      const own = readSessionData(session.data)
      const session_id = sessionId(session.id)
      const { provider_id } = session
      const isOpen = !session.payment && session.status === "pending"
      const isOurs =
        own?.external_id === externalIdOf(session_id) && own.provider_id === provider_id
      if (!isOpen || !isOurs || !isSame(moneyOf(session.amount, session.currency_code), asked))
        return null
      // Of a card that was charged in the store the address is its bank's, and good for once.
      const isPage = own.choice !== undefined || own.mode === "hosted"
      const found = isPage && own.checkout_url ? await findProvider(container, provider_id) : null
      if (!found || !own.checkout_url) return null
      const isYoung = isPageYoung(timeOfId(session_id), own.mode, found.provider.options)
      const metadata = "metadata" in session ? session.metadata : null
      return {
        url: own.checkout_url,
        of: { provider_id, session_id },
        choice: own.choice ?? null,
        takesTry: isYoung && notesOf({ metadata }).reportedDeclines.length === 0,
      }
    }),
  )
  return pages.filter((page) => page !== null)
}
