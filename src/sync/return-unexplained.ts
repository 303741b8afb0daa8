import type { ExternalId } from "../core/external-id"
import { gone, held, kept, type Ledger } from "../core/ledger"
import { type Amount, amountOf, isPositive, missing, plus, zero } from "../core/money"
import { codeOf, staffError } from "../errors"
import { moveMoney } from "../provider/move-money"
import { emitEvent } from "./emit-event"
import { aloneWithPurchase } from "./purchase-lease"
import type { Try } from "./snapshot"
import type { FoundProvider, Store } from "./store"
import { noteReturning, type UnexplainedPayment } from "./unexplained"

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
  store: Store,
  external_id: ExternalId,
): Promise<ReturnedUnexplained> =>
  aloneWithPurchase(store, { external_id }, async () => {
    const entry = await store.findUnexplained(external_id)
    const found = entry && (await store.findProvider(entry.provider_id))
    if (!entry || !found) {
      throw staffError("no_such_unexplained")
    }
    if (await store.hasPayment(external_id)) {
      await store.forgetUnexplained(external_id)
      throw staffError("explained_meanwhile")
    }
    const returned = await sendBack(store, entry, found)
    await store.forgetUnexplained(external_id)
    await tellReturned(store, entry, returned)
    const { provider_id, currency_code } = entry
    return { external_id, provider_id, currency_code, returned }
  })

/**
 * The money went back, or is explained, as a sync has found. Had staff been returning it, and the answer
 * was lost, this is when it is known how much they have returned.
 */
export const endUnexplained = async (
  store: Store,
  { terms, situation: { gateway } }: Try,
): Promise<void> => {
  const entry = await store.forgetUnexplained(terms.external_id)
  if (!entry?.gone_before) return
  const before = amountOf(entry.gone_before, gateway.currency)
  await tellReturned(store, entry, missing(gone(gateway), before))
}

/** @returns what went back since staff asked for it first. */
const sendBack = async (
  store: Store,
  entry: UnexplainedPayment,
  { provider }: FoundProvider,
): Promise<Amount> => {
  const payment = provider.reference(entry)
  const none = zero(payment.currency)
  const isFirst = entry.gone_before === undefined
  /** As this request finds it, before it has sent anything. */
  const found: { gone: Amount | null } = { gone: null }
  const send = async (move: "cancel" | "refund", what: (now: Ledger) => Amount) => {
    let due = none
    await moveMoney(provider, move, payment, async (now) => {
      // Should an answer be lost, this tells later how much staff have returned.
      if (found.gone === null && isFirst) await noteReturning(store, entry, gone(now))
      found.gone ??= gone(now)
      due = what(now)
      return due
    })
    return due
  }
  let sent = none
  try {
    sent = await send("cancel", held)
    sent = plus(sent, await send("refund", kept))
  } catch (error) {
    const code = codeOf(error)
    if (code === "outcome_unknown") throw staffError("return_not_known")
    // Nothing was begun: what goes back later is somebody else's doing.
    const isBegun = code === "still_under_way" || isPositive(sent)
    if (isFirst && found.gone !== null && !isBegun) await noteReturning(store, entry, null)
    throw error
  }
  const before = entry.gone_before ?? found.gone ?? none
  return plus(missing(found.gone ?? none, amountOf(before, payment.currency)), sent)
}

const tellReturned = async (
  store: Store,
  entry: UnexplainedPayment,
  returned: Amount,
): Promise<void> => {
  if (!isPositive(returned)) return
  const of = { terms: entry, situation: { gateway: { currency: entry.currency_code } } }
  await emitEvent(store, of, "rozetkapay.payment.returned", returned, "orphaned")
}
