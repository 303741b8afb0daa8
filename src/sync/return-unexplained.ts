import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type ExternalId, sessionOf } from "../core/external-id"
import { held, kept, type Ledger } from "../core/ledger"
import { type Amount, amountOf, isPositive, missing, plus, zero } from "../core/money"
import { codeOf, staffError } from "../errors"
import { type FoundProvider, findProvider } from "../provider/find-provider"
import { asMedusaError } from "../provider/payment-errors"
import { moveMoney } from "../provider/send-movement"
import { emitEvent } from "./emit-event"
import { aloneWithPurchase } from "./purchase-lease"
import type { Try } from "./snapshot"
import {
  findUnexplained,
  forgetUnexplained,
  noteReturning,
  type UnexplainedPayment,
} from "./unexplained"

/** Decimals in the major unit. `returned`: in all, however often staff had to ask. */
export type ReturnedUnexplained = Pick<
  UnexplainedPayment,
  "external_id" | "provider_id" | "currency_code"
> & { returned: Amount }

/**
 * Staff have decided: money that the store can't place goes back whole. Sending only what is still there
 * makes it happen once, however often it is asked for and from however many windows.
 *
 * @throws MedusaError NOT_FOUND when there is no such entry; NOT_ALLOWED with a sentence when the store has
 *   its Payment by now, or RozetkaPay did not return it; `return_not_known` when its answer was lost.
 */
export const returnUnexplained = (
  container: MedusaContainer,
  external_id: ExternalId,
): Promise<ReturnedUnexplained> =>
  aloneWithPurchase(container, { external_id }, async () => {
    const entry = await findUnexplained(container, external_id)
    const found = entry && (await findProvider(container, entry.provider_id))
    if (!entry || !found) {
      throw staffError("no_such_unexplained")
    }
    const [payment] = await container
      .resolve(Modules.PAYMENT)
      .listPayments({ payment_session_id: sessionOf(external_id) })
    if (payment) {
      await forgetUnexplained(container, external_id)
      throw staffError("explained_meanwhile")
    }
    const returned = await sendBack(container, entry, found)
    await forgetUnexplained(container, external_id)
    await tellReturned(container, entry, returned)
    const { provider_id, currency_code } = entry
    return { external_id, provider_id, currency_code, returned }
  })

/**
 * The money went back, or is explained, as a sync has found. Had staff been returning it, and the answer
 * was lost, this is when it is known how much they have returned.
 */
export const endUnexplained = async (
  container: MedusaContainer,
  { terms, situation: { gateway } }: Try,
): Promise<void> => {
  const entry = await forgetUnexplained(container, terms.external_id)
  if (!entry?.gone_before) return
  const before = amountOf(entry.gone_before, gateway.currency)
  await tellReturned(container, entry, missing(gone(gateway), before))
}

/** @returns what went back since staff asked for it first. */
const sendBack = async (
  container: MedusaContainer,
  entry: UnexplainedPayment,
  { provider }: FoundProvider,
): Promise<Amount> => {
  const payment = provider.reference(entry)
  const ledger = await provider.ledger(payment).catch((error: unknown) => {
    throw asMedusaError(error)
  })
  const before = amountOf(entry.gone_before ?? gone(ledger), payment.currency)
  // Before anything is sent: should the answer be lost, this tells later how much staff have returned.
  const isFirst = entry.gone_before === undefined && ledger.unclear === null
  if (isFirst) await noteReturning(container, entry.external_id, before)

  const send = async (move: "cancel" | "refund", what: (now: Ledger) => Amount) => {
    let due = zero(payment.currency)
    await moveMoney(provider, move, payment, (now) => {
      due = what(now)
      return due
    })
    return due
  }
  let sent = zero(payment.currency)
  try {
    sent = await send("cancel", held)
    sent = plus(sent, await send("refund", kept))
  } catch (error) {
    const code = codeOf(error)
    if (code === "outcome_unknown") throw staffError("return_not_known")
    // Nothing was begun: what goes back later is somebody else's doing.
    if (isFirst && code !== "still_under_way" && !isPositive(sent))
      await noteReturning(container, entry.external_id, null)
    throw error
  }
  return plus(missing(gone(ledger), before), sent)
}

const gone = ({ canceled, refunded }: Ledger): Amount => plus(canceled, refunded)

const tellReturned = async (
  container: MedusaContainer,
  entry: UnexplainedPayment,
  returned: Amount,
): Promise<void> => {
  if (!isPositive(returned)) return
  const of = { terms: entry, situation: { gateway: { currency: entry.currency_code } } }
  await emitEvent(container, of, "rozetkapay.payment.returned", returned, "orphaned")
}
