import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type ExternalId, externalIdOf } from "../../core/external-id"
import { type Money, moneyOf } from "../../core/money"
import { hasMoney, isAgreed, isExactly } from "../../core/plan"
import { sessionId } from "../../core/session-id"
import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import { splitsPayments } from "../../provider/capabilities"
import { findProvider } from "../../provider/find-provider"
import type { GatewayProvider } from "../../provider/gateway-provider"
import { alreadyPaid, notPayable } from "../../provider/not-payable"
import { type PaymentTerms, readSessionData } from "../../provider/session-data"
import { whyNotPayableBy } from "../../provider/start/payable"
import { ledgerIn, readCollection, sessionIdOf } from "../../provider/start/payments-of-collection"
import { type Purpose, purposeOf } from "../../provider/start/purpose"
import { SYNC_PAYMENT } from "../../provider/workflow-ids"
import { isStartCutOff } from "../../sync/finish-start"
import { notesOf } from "../../sync/session-notes"

/** More tries than any shopper's browsers open at one instant. */
const MOST_TRIES = 10

/**
 * A purchase that is paid can't be opened or charged again. Medusa would delete the session that pays
 * while the next one is charged, or declined: the payment would go back, and its order be lost. After a
 * crash between the order and its Payment that session is all that leads the money to the order. Asked
 * before Medusa touches anything, of every try, whichever of our providers it was made by.
 *
 * While RozetkaPay does not say, a cart goes on: of two payments one goes back. An order does not.
 *
 * @returns the ids of the open tries that nobody has paid by yet, nor was refused on
 * @throws MedusaError 400 with a sentence for the shopper; nothing was charged
 */
export const requirePayable = async (
  container: MedusaContainer,
  payment_collection_id: string,
  language: ShopperLanguage,
): Promise<string[]> => {
  const [sessions, collection, purpose] = await Promise.all([
    container
      .resolve(Modules.PAYMENT)
      .listPaymentSessions({ payment_collection_id }, { relations: ["payment"] }),
    readCollection(container, payment_collection_id),
    purposeOf(container, payment_collection_id),
  ])
  const isLink = purpose.cart_id === null
  const why = await whyNotPayableBy(container, collection, purpose)
  if (why) throw notPayable(why, isLink, language)
  // Medusa deletes the others with each that it opens: so many are somebody's flood, and each costs a call.
  if (sessions.length > MOST_TRIES) {
    throw shopperError("another_is_starting", language)
  }

  const written = collection?.payments.find((one) => hasMoney(ledgerIn(one, !isLink)))
  if (written) {
    const session = sessionIdOf(written)
    const { provider_id } = written
    if (session) await syncNow(container, { provider_id, external_id: externalIdOf(session) })
    throw alreadyPaid(isLink, language)
  }
  const open = sessions.filter(({ payment, authorized_at }) => !payment && !authorized_at)
  const cost = collection && moneyOf(collection.amount, collection.currency_code)
  const isOrdered = purpose.order_id !== null
  const look: Look = (session) => lookAt(container, session, { cost, isOrdered })
  const seen = await Promise.all(open.map(look))
  await requireNotPaid(container, look, seen, purpose, language)
  return seen.flatMap((one) => (one.is === "unpaid" && one.untouched ? [one.untouched] : []))
}

type Of = { provider_id: string; external_id: ExternalId }

type Seen =
  | { is: "unknown" | "not_ours" }
  /** `untouched`: the session whose page takes a first try. */
  | { is: "unpaid"; untouched: string | null }
  | ({ is: "paid" } & Of)
  /** There is money of it, and not exactly what was asked. */
  | ({ is: "partly"; session: PaymentSessionDTO } & Of)

type Look = (session: PaymentSessionDTO) => Promise<Seen>

const requireNotPaid = async (
  container: MedusaContainer,
  look: Look,
  seen: Seen[],
  { cart_id, order_id }: Purpose,
  language: ShopperLanguage,
): Promise<void> => {
  const isLink = cart_id === null
  const paid = seen.find((one) => one.is === "paid")
  if (paid) {
    await syncNow(container, paid)
    throw alreadyPaid(isLink, language)
  }
  // What is explained goes back now; what is not is somebody's to decide, and must not be charged beside.
  for (const one of seen) {
    if (one.is !== "partly") continue
    await syncNow(container, one)
    const { is } = await look(one.session)
    if (is !== "unpaid") {
      throw shopperError("being_looked_at", language)
    }
  }
  if (order_id && seen.some((one) => one.is === "unknown")) {
    throw shopperError(isLink ? "no_answer" : "already_ordered", language)
  }
}

/** Its callback may have been lost, or placing its order cut off: nobody has to wait for the job. */
const syncNow = async (
  container: MedusaContainer,
  { provider_id, external_id }: Of,
): Promise<void> => {
  await container.resolve(Modules.WORKFLOW_ENGINE).run(SYNC_PAYMENT, {
    input: { provider_id, external_id },
    throwOnError: false,
  })
}

const lookAt = async (
  container: MedusaContainer,
  session: PaymentSessionDTO,
  { cost, isOrdered }: { cost: Money | null; isOrdered: boolean },
): Promise<Seen> => {
  const { provider_id, amount, currency_code } = session
  const found = await findProvider(container, provider_id)
  if (!found) return { is: "not_ours" }
  const { provider } = found
  const terms = termsOf(session, provider)
  if (!terms) return { is: "unknown" }
  const ledger = await provider.ledger(provider.reference(terms)).catch(() => null)
  if (!ledger || ledger.unclear !== null) return { is: "unknown" }
  const of = { provider_id, external_id: terms.external_id }
  const asked = moneyOf(amount, currency_code)
  const metadata = "metadata" in session ? session.metadata : null
  const { returning, reportedDeclines } = notesOf({ metadata })
  // Who has agreed to pay on delivery must not pay beside it: as long as an order may come of that, or has.
  if (ledger.onDelivery && !hasMoney(ledger)) {
    const promise = { session: asked, cost, gateway: ledger, returning }
    const mayBeOrder = isAgreed({ ...promise, forCart: true, orderFailed: false })
    return isOrdered || mayBeOrder ? { is: "paid", ...of } : { is: "unpaid", untouched: null }
  }
  if (!hasMoney(ledger)) {
    const wasTried = ledger.decline !== null || ledger.pending || reportedDeclines.length > 0
    return { is: "unpaid", untouched: wasTried ? null : session.id }
  }
  return isExactly(ledger, asked) ? { is: "paid", ...of } : { is: "partly", session, ...of }
}

/**
 * What was asked for; also when the process died while it was asked, so that the session's data are not
 * ours: else nobody could ever pay its order. Of a payment to several sellers only its data name the orders.
 */
const termsOf = (session: PaymentSessionDTO, provider: GatewayProvider): PaymentTerms | null => {
  const { provider_id, currency_code, data } = session
  const external_id = externalIdOf(sessionId(session.id))
  const own = readSessionData(data)
  if (own?.external_id === external_id) return own
  const isKnown = isStartCutOff(session, Date.now()) && !splitsPayments(provider)
  const { capture } = provider.options
  return isKnown ? { external_id, provider_id, currency_code, capture } : null
}
