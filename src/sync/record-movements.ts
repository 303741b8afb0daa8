import type { Amount } from "../core/money"
import { RECORDER } from "../core/store-ledger"
import { emitEvent } from "./emit-event"
import type { Try } from "./snapshot"
import type { Store } from "./store"

/*
 * What was done at the gateway but not by the store, in RozetkaPay's cabinet, by the bank, or by us
 * with the answer lost, is written into Medusa. Its own workflows keep the order's totals right and
 * call the provider, which sends nothing for what is only recorded. Not compensated: it happened.
 */

const NOTE = "Made at RozetkaPay, recorded by medusa-payment-rozetkapay"

export const recordCapture = async (store: Store, tried: Try, amount: Amount): Promise<void> => {
  const { payment_id } = tried
  if (!payment_id) return
  await store.capturePayment({ payment_id, amount, captured_by: RECORDER })
  await emitEvent(store, tried, "rozetkapay.capture.recorded", amount, "made_elsewhere")
}

export const recordRefund = async (store: Store, tried: Try, amount: Amount): Promise<void> => {
  const { payment_id, order_id, situation } = tried
  if (!payment_id) return
  await store.refundPayment(
    { payment_id, order_id, currency: situation.gateway.currency },
    amount,
    { note: NOTE, created_by: RECORDER },
  )
  await emitEvent(store, tried, "rozetkapay.refund.recorded", amount, "made_elsewhere")
}

export const recordCancel = async (store: Store, tried: Try, amount: Amount): Promise<void> => {
  const { payment_id, terms } = tried
  if (!payment_id) return
  if (await store.findProvider(terms.provider_id)) {
    await store.recordCancel(payment_id, terms.external_id)
  }
  await emitEvent(store, tried, "rozetkapay.authorization.canceled", amount, "made_elsewhere")
}
