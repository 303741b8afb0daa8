import { externalId as asExternalId, type ExternalId, sessionOf } from "../src/core/external-id"
import { installationOf } from "../src/core/installation"
import { type Amount, equals } from "../src/core/money"
import { writeMetadata } from "../src/core/payment-metadata"
import { codeOf, staffError } from "../src/errors"
import { inHookContext, Seen } from "../src/provider/hook-context"
import { aloneWithCollection } from "../src/sync/purchase-lease"
import { syncPurchase } from "../src/sync/sync-purchase"
import { CURRENCY, type MedusaModel, uah } from "./medusa-model"
import type { CollectionRow, SessionRow } from "./medusa-rows"
import { BACKEND, PROVIDER } from "./model-provider"
import { type Press, sync } from "./server"
import type { World } from "./world"

/** Another page for the same purchase; unless it was opened beside the last one, Medusa deletes what was open. */
export const openPage = (world: World, isBeside: boolean): void => {
  const { collection, medusa } = world
  void world.request(async ({ workflows }) => {
    await medusa.turn("a page is opened")
    const isPaid = medusa.orderIdOf(collection) !== null && collection.cart_id !== null
    if (isPaid || medusa.paymentsOfCollection(collection.id).length > 0) return
    const before = isBeside ? [] : world.openSessions()
    const open = async () => {
      await medusa.turn("its session is written")
      world.pages.push(addPage(world))
    }
    await Promise.all([open(), workflows.deleteSessions(before)])
  })
}

const addPage = ({ collection, gateway, history, medusa }: World): ExternalId => {
  const id = addSession(medusa, collection, { capture: !history.twoStep, mode: "hosted" })
  const metadata = writeMetadata({
    currency: CURRENCY,
    twoStep: history.twoStep,
    sessionId: sessionOf(id),
    providerId: PROVIDER,
    purchase: collection.id,
    installation: installationOf(BACKEND),
  })
  const asked = { amount: collection.amount, currency: CURRENCY }
  gateway.open(id, asked, history.twoStep, metadata)
  return id
}

/** As `open-for-later` does: a session of which RozetkaPay knows nothing. */
export const openAnew =
  (medusa: MedusaModel) =>
  async ({ payment_collection_id, data }: SessionRow): Promise<void> => {
    await medusa.turn(`a session is opened in the place of one that failed`)
    const collection = medusa.collections.get(payment_collection_id)
    addSession(medusa, collection, { capture: data.capture, mode: "direct" })
  }

const addSession = (
  medusa: MedusaModel,
  collection: CollectionRow,
  { capture, mode }: { capture: unknown; mode: "hosted" | "direct" },
): ExternalId => {
  const id = asExternalId(medusa.newId("payses"))
  medusa.sessions.add({
    id,
    provider_id: PROVIDER,
    payment_collection_id: collection.id,
    amount: collection.amount,
    currency_code: "uah",
    status: "pending",
    data: {
      external_id: id,
      provider_id: PROVIDER,
      currency_code: "uah",
      mode,
      capture,
      checkout_url: mode === "hosted" ? `https://pay.example/${id}` : null,
      payment_id: null,
      installation: installationOf(BACKEND),
    },
    metadata: {},
    created_at: medusa.now(),
  })
  return id
}

export const changeCart = (world: World): void => {
  const { collection, medusa } = world
  if (!collection.cart_id) return
  void world.request(async ({ workflows }) => {
    await medusa.turn("the cart is changed")
    if (medusa.orderIdOf(collection)) return
    collection.amount = uah(equals(collection.amount, uah(100)) ? 120 : 100)
    await workflows.deleteSessions(world.openSessions())
  })
}

export const cancelOrder = (world: World): void => {
  const { collection, medusa } = world
  void world.request(async (server) => {
    await medusa.turn("an order is to be canceled")
    const orderId = medusa.orderIdOf(collection)
    if (!orderId) return
    await server.workflows.cancelOrder(orderId)
    for (const { payment_session_id } of medusa.paymentsOfOrder(orderId)) {
      await sync(server, asExternalId(payment_session_id))
    }
  })
}

/** As the plugin's own route for staff: by what they saw, and alone with the purchase. */
export const press = (
  world: World,
  move: Press["move"],
  externalId: ExternalId,
  amount: Amount,
): void => {
  const { medusa, collection } = world
  const payment = world.paymentOf(externalId)
  if (!payment) return
  const asked: Press = { move, externalId, amount, answer: null }
  world.presses.push(asked)
  const sum = move === "capture" ? "captured" : "refunded"
  const seen = medusa.ledgerOf(payment)[sum]
  void world.request(async (server) => {
    const { store } = server
    const work = async () => {
      await medusa.turn(`staff's ${move} of ${externalId} is judged`)
      if (!equals(medusa.ledgerOf(payment)[sum], seen)) throw staffError("moved_meanwhile")
      await inHookContext({ seen: new Seen(externalId, move, seen) }, () =>
        move === "capture"
          ? store.capturePayment({ payment_id: payment.id, amount, captured_by: "user_01" })
          : store.refundPayment(
              { payment_id: payment.id, order_id: null, currency: CURRENCY },
              amount,
              { created_by: "user_01" },
            ),
      )
    }
    try {
      await aloneWithCollection(store, collection.id, () =>
        work().catch(async (error: unknown) => {
          if (codeOf(error) === "moved_meanwhile") {
            await syncPurchase(store, { provider_id: PROVIDER, external_id: externalId }).catch(
              () => null,
            )
          }
          throw error
        }),
      )
      asked.answer = "made"
    } catch (error) {
      asked.answer = codeOf(error) === "outcome_unknown" ? "unknown" : "not made"
    }
  })
}

/** Every payment that the store has open, one after the other. */
export const reconcile = (world: World): void => {
  const { medusa } = world
  void world.request(async (server) => {
    await medusa.turn("the job looks for payments")
    const ids = [
      ...medusa.sessions.where(() => true).map(({ id }) => id),
      ...medusa.payments.where(() => true).map((one) => one.payment_session_id),
    ]
    for (const id of new Set(ids)) await sync(server, asExternalId(id)).catch(() => null)
  })
}
