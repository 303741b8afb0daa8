import { randomBytes } from "node:crypto"
import { z } from "zod"
import { copiesOf } from "../setup/copies"
import type { StoreOverHttp } from "../setup/store"
import type { Order } from "./admin"
import { ADDRESS, type Cart } from "./shopper"

const id = z.object({ id: z.string() })
const numbered = id.extend({ display_id: z.number() })
const items = z.object({ order: z.object({ items: z.array(id.extend({ quantity: z.number() })) }) })

/** An order that staff wrote for somebody on the telephone, and the link by which it is paid. */
export type Link = { order: { id: string; display_id: number }; cart: Cart }

/** Where the order is sent to, and whose it is. */
type Recipient = { country?: string; email?: string }

const newEmail = () => `link-${randomBytes(6).toString("hex")}@example.com`

/** 1,319.99 UAH: a shirt. */
export async function sendLink(
  store: StoreOverHttp,
  { country = "ua", email = newEmail() }: Recipient = {},
): Promise<Link> {
  const { orders: copies } = copiesOf(store.url)
  const kind = JSON.stringify({ seed: store.seed, country })
  const copy = await copies?.copy(kind, { email })
  if (copy) {
    const order = numbered.parse(copy.order[0])
    return { order, cart: { id: order.id, email, collectionId: copy.payment_collection[0].id } }
  }
  const { order } = await orderByTelephone(store, { country, email })
  const collectionId = await linkOf(store, order.id)
  await copies?.keep(kind, order.id, { email })
  return { order, cart: { id: order.id, email, collectionId } }
}

/** An order that staff wrote, of which nothing is paid and for which no link is there. */
export async function orderByTelephone(
  store: StoreOverHttp,
  { country = "ua", email = newEmail() }: Recipient = {},
) {
  const { api } = store.admin
  const address = { ...ADDRESS, country_code: country }
  const { draft_order: draft } = await api.post(
    z.object({ draft_order: id }),
    "/admin/draft-orders",
    {
      region_id: store.seed.regionId,
      sales_channel_id: store.seed.salesChannelId,
      email,
      shipping_address: address,
      billing_address: address,
      items: [{ variant_id: store.seed.variants.shirt, quantity: 1 }],
    },
  )
  await api.post(z.unknown(), `/admin/draft-orders/${draft.id}/convert-to-order`)
  const { order } = await api.get(z.object({ order: numbered }), `/admin/orders/${draft.id}`)
  return { order, email }
}

/** The collection whose payment the order waits for; made anew when Medusa has none open. */
export async function linkOf(store: StoreOverHttp, orderId: string): Promise<string> {
  const { payment_collections: all } = await store.admin.order(orderId)
  const open = all.find(({ status, amount }) => status === "not_paid" && amount > 0)
  if (open) return open.id
  const made = await store.admin.api.post(
    z.object({ payment_collection: id }),
    "/admin/payment-collections",
    { order_id: orderId, amount: await outstanding(store, orderId) },
  )
  return made.payment_collection.id
}

/** What Medusa says that is still due. */
export async function outstanding(store: StoreOverHttp, orderId: string): Promise<number> {
  const due = z.object({
    order: z.object({ summary: z.object({ pending_difference: z.number() }) }),
  })
  const { order } = await store.admin.api.get(due, `/admin/orders/${orderId}?fields=*summary`)
  return order.summary.pending_difference
}

/** Staff edits the order: how many shirts it has, and socks added to it. */
export async function editOrder(
  store: StoreOverHttp,
  orderId: string,
  { shirts, socks = 0 }: { shirts?: number; socks?: number },
): Promise<void> {
  const { api } = store.admin
  const path = `/admin/order-edits/${orderId}`
  await api.post(z.unknown(), "/admin/order-edits", { order_id: orderId })
  if (shirts !== undefined) {
    const { order } = await api.get(items, `/admin/orders/${orderId}?fields=id,*items`)
    const [shirt] = order.items
    if (!shirt) throw new Error("The order has nothing to edit")
    await api.post(z.unknown(), `${path}/items/item/${shirt.id}`, { quantity: shirts })
  }
  if (socks > 0) {
    const added = { variant_id: store.seed.variants.socks, quantity: socks }
    await api.post(z.unknown(), `${path}/items`, { items: [added] })
  }
  await api.post(z.unknown(), `${path}/confirm`)
}

/** All payments that stand in an order's collections. */
export const paymentsOf = (order: Order) =>
  order.payment_collections.flatMap((collection) => collection.payments ?? [])
