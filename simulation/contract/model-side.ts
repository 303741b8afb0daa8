import type { Amount } from "../../src/core/money"
import { MedusaModel, uah } from "../medusa-model"
import { MedusaWorkflows } from "../medusa-workflows"
import { Process, Scheduler } from "../scheduler"
import { ScriptedProvider } from "./scripted-provider"
import { COST, playScript, type Script } from "./scripts"
import type { Hook, Seen, Side } from "./side"

const PROVIDER = "pp_system_default"

/** @returns what could be seen of the script when the model of Medusa played it */
export const playOnModel = async (script: Script): Promise<string> => {
  const scheduler = new Scheduler(() => 0)
  const medusa = new MedusaModel(scheduler)
  const side: Side = modelSide(medusa, (hook) => provider.asked(hook))
  const provider = new ScriptedProvider(side, script)
  const played = new Process("the store").run(() => playScript(script, side, provider))
  await scheduler.run()
  return await played
}

const modelSide = (
  medusa: MedusaModel,
  ask: (hook: Hook) => ReturnType<ScriptedProvider["asked"]>,
): Side => {
  const collection = medusa.collections.add({
    id: "pay_col_01",
    amount: COST,
    currency_code: "uah",
    metadata: {},
    cart_id: "cart_01",
    order_id: null,
  })
  const cart = medusa.carts.add({ id: "cart_01", order_id: null })
  const open = async () => {
    medusa.sessions.add({
      id: medusa.newId("payses"),
      provider_id: PROVIDER,
      payment_collection_id: collection.id,
      amount: collection.amount,
      currency_code: "uah",
      status: "pending",
      data: {},
      metadata: {},
      created_at: medusa.now(),
    })
  }
  const workflows = new MedusaWorkflows(
    medusa,
    {
      authorizePayment: () => ask("authorizePayment"),
      capturePayment: () => ask("capturePayment"),
      refundPayment: () => ask("refundPayment"),
      cancelPayment: () => ask("cancelPayment"),
      deletePayment: () => ask("deletePayment"),
    },
    open,
  )
  const firstSession = () => first(medusa.sessions.where(() => true))
  const firstPayment = () => first(medusa.payments.where(() => true))
  return {
    open: async () => {
      const before = medusa.sessions.where(() => true)
      await Promise.all([open(), workflows.deleteSessions(before)])
    },
    openBeside: open,
    changeCart: async () => {
      collection.amount = uah(1419.99)
      await workflows.deleteSessions(medusa.sessions.where(() => true))
    },
    completeCart: async () => {
      const { error } = await workflows.completeCart(cart.id)
      if (error) throw error
    },
    authorize: async () => void (await workflows.authorizeSession(firstSession())),
    capture: (amount) => workflows.capture(firstPayment().id, amount, {}),
    refund: (amount) => workflows.refund(firstPayment().id, amount, {}),
    cancelPayment: () => workflows.cancelPayment(firstPayment().id),
    cancelOrder: () => workflows.cancelOrder(cart.order_id ?? "none"),
    failAfterPayment: () => {
      medusa.failuresAfter = 1
    },
    look: async () => seenIn(medusa),
  }
}

const first = <Row>([row]: Row[]): Row => {
  if (!row) throw new Error("There is none")
  return row
}

const seenIn = (medusa: MedusaModel): Seen => {
  const [order] = medusa.orders.where(() => true)
  const movements = medusa.movements.where(() => true)
  const amounts = (id: string, kind: "capture" | "refund"): Amount[] =>
    movements.filter((one) => one.payment_id === id && one.kind === kind).map((one) => one.amount)
  return {
    sessions: medusa.sessions.where(() => true).map(({ status }) => status),
    payments: medusa.payments
      .where(() => true)
      .map((one) => ({
        amount: one.amount,
        captures: amounts(one.id, "capture"),
        refunds: amounts(one.id, "refund"),
        isCaptured: one.captured_at !== null,
        isCanceled: one.canceled_at !== null,
      })),
    order: order
      ? {
          isCanceled: order.canceled_at !== null,
          isLinked: medusa.collections.where((one) => one.order_id === order.id).length > 0,
          transactions: medusa.transactionsOf(order),
          outstanding: medusa.outstanding(order),
        }
      : null,
  }
}
