import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  cancelOrderWorkflow,
  capturePaymentWorkflow,
  completeCartWorkflow,
  refundPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { HOOKS, type Hook, type Seen, type Side } from "../../simulation/contract/side"
import { uah } from "../../simulation/medusa-model"
import { outstandingOf } from "../../src/provider/start/outstanding"
import type { Store } from "../setup/store"
import type { Cart } from "./shopper"

/** Medusa's own provider, which every store has. */
const PROVIDER = "pp_system_default"

type Registry = { retrieveProvider(id: string): Record<Hook, () => Promise<unknown>> }

const hasRegistry = (module: object): module is { paymentProviderService_: Registry } =>
  "paymentProviderService_" in module

/** Lets a script answer in the place of Medusa's own provider, until jest restores it. */
export function answerAsProvider(store: Store, ask: (hook: Hook) => Promise<unknown>): void {
  const payments = store.container.resolve(Modules.PAYMENT)
  if (!hasRegistry(payments)) throw new Error("Medusa keeps its providers elsewhere")
  const provider = payments.paymentProviderService_.retrieveProvider(PROVIDER)
  for (const hook of HOOKS) jest.spyOn(provider, hook).mockImplementation(() => ask(hook))
}

const amount = z.coerce.string().transform((value) => uah(Number(value)))
const rows = z.object({
  sessions: z.array(z.object({ id: z.string(), status: z.string() })),
  payments: z.array(
    z.object({
      id: z.string(),
      amount,
      captures: z.array(amount),
      refunds: z.array(amount),
      captured_at: z.unknown(),
      canceled_at: z.unknown(),
    }),
  ),
  orders: z.array(z.object({ id: z.string(), canceled_at: z.unknown(), linked: z.boolean() })),
  transactions: z.array(amount),
})

/** By a connection of its own: what is not committed yet is not there. */
const ROWS = `
  with session as (
    select * from payment_session where payment_collection_id = :collection and deleted_at is null
  ), paid as (
    select * from payment where payment_collection_id = :collection and deleted_at is null
  ), placed as (
    select o.* from "order" o join order_cart l on l.order_id = o.id
    where l.cart_id = :cart and o.deleted_at is null and l.deleted_at is null
  )
  select jsonb_build_object(
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'status', status) order by created_at, id), '[]') from session),
    'payments', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'amount', amount, 'captured_at', captured_at, 'canceled_at', canceled_at,
      'captures', (select coalesce(jsonb_agg(c.amount order by c.created_at, c.id), '[]') from capture c where c.payment_id = paid.id and c.deleted_at is null),
      'refunds', (select coalesce(jsonb_agg(r.amount order by r.created_at, r.id), '[]') from refund r where r.payment_id = paid.id and r.deleted_at is null)
    ) order by created_at, id), '[]') from paid),
    'orders', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'canceled_at', canceled_at, 'linked', exists (
      select 1 from order_payment_collection l where l.order_id = placed.id and l.payment_collection_id = :collection and l.deleted_at is null
    ))), '[]') from placed),
    'transactions', (select coalesce(jsonb_agg(t.amount order by t.created_at, t.id), '[]') from order_transaction t join placed on t.order_id = placed.id where t.deleted_at is null)
  ) as seen`

/** Medusa as it is, with one cart. */
export async function medusaSide(store: Store): Promise<Side> {
  const { container, shopper } = store
  const payments = container.resolve(Modules.PAYMENT)
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const cart: Cart = await shopper.fillCart()
  const collection = await shopper.collection(cart)

  const read = async () => {
    const found: unknown = await database.raw(ROWS, { collection, cart: cart.id })
    const [row] = z.object({ rows: z.array(z.object({ seen: rows })) }).parse(found).rows
    if (!row) throw new Error("The database says nothing")
    return row.seen
  }
  const first = async (of: "sessions" | "payments" | "orders"): Promise<string> => {
    const [row] = (await read())[of]
    if (!row) throw new Error(`There are no ${of}`)
    return row.id
  }
  const look = async (): Promise<Seen> => {
    const seen = await read()
    const [order] = seen.orders
    return {
      sessions: seen.sessions.map(({ status }) => status),
      payments: seen.payments.map(({ captured_at, canceled_at, ...one }) => ({
        amount: one.amount,
        captures: one.captures,
        refunds: one.refunds,
        isCaptured: captured_at !== null,
        isCanceled: canceled_at !== null,
      })),
      order: order
        ? {
            isCanceled: order.canceled_at !== null,
            isLinked: order.linked,
            transactions: seen.transactions,
            outstanding: (await outstandingOf(container, order.id)) ?? uah(0),
          }
        : null,
    }
  }
  return {
    open: async () => void (await shopper.openSession(cart, PROVIDER)),
    openBeside: async () => {
      const session = { provider_id: PROVIDER, currency_code: "uah", amount: 1319.99, data: {} }
      await payments.createPaymentSession(collection, session)
    },
    changeCart: () => shopper.addToCart(cart, "socks"),
    completeCart: async () => {
      await completeCartWorkflow(container).run({ input: { id: cart.id } })
    },
    authorize: async () => {
      await payments.authorizePaymentSession(await first("sessions"), {})
    },
    capture: async (amount) => {
      const input = { payment_id: await first("payments"), ...(amount && { amount }) }
      await capturePaymentWorkflow(container).run({ input })
    },
    refund: async (amount) => {
      const input = { payment_id: await first("payments"), amount }
      await refundPaymentWorkflow(container).run({ input })
    },
    cancelPayment: async () => void (await payments.cancelPayment(await first("payments"))),
    cancelOrder: async () => {
      const input = { order_id: await first("orders") }
      await cancelOrderWorkflow(container).run({ input })
    },
    failAfterPayment: () => {
      const orders = container.resolve(Modules.ORDER)
      jest
        .spyOn(orders, "addOrderTransactions")
        .mockRejectedValueOnce(new Error("A later step has failed"))
    },
    look,
  }
}
