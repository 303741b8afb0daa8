import { gone, held, kept } from "../core/ledger"
import { isPositive, plus } from "../core/money"
import type { Action } from "../core/situation"
import { codeOf } from "../errors"
import { lookAgain } from "../provider/look-again"
import { moveMoney } from "../provider/move-money"
import type { SyncedProvider } from "../provider/synced-provider"
import type { Applied } from "./apply"
import { noteReturning, tellReturn } from "./returning"
import { RETURNING_NOTE } from "./session-notes"
import { readSnapshot, type Try } from "./snapshot"
import type { Store } from "./store"

/** Its refunds' author. */
const AUTHOR = "rozetkapay-return-payment"
/** Codes of what was sent, and is not known to be made. */
const UNDER_WAY: (string | null)[] = ["outcome_unknown", "still_under_way"]

/**
 * Returns money that has no order: cancels what is held, refunds what was captured.
 *
 * While a cart is being completed its order exists before its Payment does, which
 * looks exactly like "paid otherwise". So the cart is locked, the purchase is read
 * again, and only what the plan still says then is done. Sending only what is due
 * makes it happen once, however often it is tried.
 *
 * @throws when RozetkaPay did not do it (or did not say so): the callback must come again.
 */
export const returnPayment = async (store: Store, tried: Try): Promise<Applied> => {
  const key = tried.cart_id ?? `${AUTHOR}:${tried.terms.external_id}`
  return store.alone(key, () => lookAgainAndReturn(store, tried))
}

const lookAgainAndReturn = async (
  store: Store,
  { terms, situation: before, payment_collection_id }: Try,
): Promise<Applied> => {
  const { provider_id, external_id } = terms
  const [found, now] = await Promise.all([
    store.findProvider(provider_id),
    readSnapshot(store, {
      provider_id,
      external_id,
      ...(payment_collection_id && { purchase_id: payment_collection_id }),
      order_failed: before.orderFailed ? [external_id] : [],
    }),
  ])
  const tried = now?.own
  const action = tried?.actions.find(isReturn)
  if (!tried || !action || !found) return {}
  const { provider } = found

  // Whatever the ledgers show: what the store has a Payment of goes Medusa's way, or not at all.
  if (!tried.payment_id && (await store.hasPayment(external_id))) {
    throw lookAgain(`The payment ${external_id} has a Payment by now: it is looked at again.`)
  }
  const isFirst = await noteReturning(store, tried, action.reason)
  let hasMoved = false
  try {
    for (const move of movesOf(store, provider, tried, action))
      hasMoved = (await move()) || hasMoved
  } catch (error) {
    // Nothing was sent, and the next look decides anew; what was sent, or may have been, is told of later.
    const mayHaveMoved = hasMoved || UNDER_WAY.includes(codeOf(error))
    if (isFirst && !mayHaveMoved) await store.forgetReturning(external_id)
    throw error
  }
  const rest = plus(action.hold, action.charge)
  // What an earlier try returned was not told: its error came first. With a Payment it was recorded.
  const amount = tried.payment_id ? rest : plus(rest, gone(tried.situation.gateway))
  await tellReturn(store, tried, amount, action.reason)
  return { returned: action.reason }
}

/** One after the other. Each says whether it has moved money: the next may be refused all the same. */
type Move = () => Promise<boolean>

const movesOf = (
  store: Store,
  provider: SyncedProvider,
  tried: Try,
  action: ReturnAction,
): Move[] =>
  tried.payment_id
    ? movesThroughMedusa(store, tried, tried.payment_id, action)
    : movesBack(store, provider, tried)

const movesBack = (store: Store, provider: SyncedProvider, { terms }: Try): Move[] => {
  const payment = provider.reference(terms)
  return [
    async () => {
      // Should this process end in between, the rest is known to be on its way back.
      await store.noteOnSession(terms, RETURNING_NOTE)
      return isPositive(await moveMoney(provider, "cancel", payment, held))
    },
    async () => isPositive(await moveMoney(provider, "refund", payment, kept)),
  ]
}

/** Medusa has a Payment: its own ledger must show the return, so it goes the way of an admin's. */
const movesThroughMedusa = (
  store: Store,
  { order_id, situation }: Try,
  payment_id: string,
  { hold, charge }: ReturnAction,
): Move[] => [
  async () => {
    if (!isPositive(charge)) return false
    await store.refundPayment(
      { payment_id, order_id, currency: situation.gateway.currency },
      charge,
      { note: "No order could be placed", created_by: AUTHOR },
    )
    return true
  },
  async () => {
    if (!isPositive(hold)) return false
    await store.cancelPayment(payment_id)
    return true
  },
]

type ReturnAction = Extract<Action, { do: "return" }>

const isReturn = (action: Action): action is ReturnAction => action.do === "return"
