import { z } from "zod"
import { ADDRESS, type Cart } from "../drivers/shopper"
import type { Edit } from "./history"
import type { OpenStore } from "./setup/open-store"
import { KINDS, type Kind } from "./store-process/payment-kinds"

/** An order that is paid by a link: one that staff wrote, or one that an edit left something of to pay. */
export type LinkedOrder = {
  id: string
  email: string
  /** Every session that was ever opened by a link. */
  pages: string[]
  /** When staff changed what the order costs. */
  edits: { from: Date; to: Date }[]
}

const id = z.object({ id: z.string() })
const line = id.extend({ quantity: z.number(), variant_id: z.string().nullish() })
const due = z.object({ order: z.object({ summary: z.object({ pending_difference: z.number() }) }) })
const made = z.object({ payment_collection: id })

/** The payment links of one history, and the orders that they are of. */
export class Links {
  readonly orders: LinkedOrder[] = []

  constructor(private readonly store: OpenStore) {}

  /** Staff writes an order for somebody who is on the telephone. */
  async writeOrder(socks: number): Promise<LinkedOrder> {
    const { admin, seed } = this.store
    const email = `link-${this.orders.length}-${Date.now()}@example.com`
    const items = [
      { variant_id: seed.variants.shirt, quantity: 1 },
      ...(socks > 0 ? [{ variant_id: seed.variants.socks, quantity: socks }] : []),
    ]
    const { draft_order: draft } = await admin.api.post(
      z.object({ draft_order: id }),
      "/admin/draft-orders",
      {
        region_id: seed.regionId,
        sales_channel_id: seed.salesChannelId,
        email,
        shipping_address: seed.address ?? ADDRESS,
        billing_address: seed.address ?? ADDRESS,
        items,
        shipping_methods: [
          { name: "pickup", shipping_option_id: seed.shippingOptions.pickup, amount: 0 },
        ],
      },
    )
    await admin.api.post(z.unknown(), `/admin/draft-orders/${draft.id}/convert-to-order`)
    return this.know({ id: draft.id, email })
  }

  know(order: { id: string; email?: string | null }): LinkedOrder {
    const known = this.orders.find((one) => one.id === order.id)
    if (known) return known
    const linked = { id: order.id, email: order.email ?? "", pages: [], edits: [] }
    this.orders.push(linked)
    return linked
  }

  /** Staff changes what the order costs: more by a pair of socks, less by one thing, or everything away. */
  async edit(order: LinkedOrder, edit: Edit): Promise<void> {
    const { api } = this.store.admin
    const shape = z.object({ order: z.object({ items: z.array(line) }) })
    const of = await api.get(shape, `/admin/orders/${order.id}?fields=id,*items`)
    const items = of.order.items.filter(({ quantity }) => quantity > 0)
    const path = `/admin/order-edits/${order.id}`
    const quantity = (item: z.output<typeof line>, to: number) =>
      api.post(z.unknown(), `${path}/items/item/${item.id}`, { quantity: to })
    const span = { from: new Date(), to: new Date(8.64e15) }
    order.edits.push(span)
    try {
      await api.post(z.unknown(), "/admin/order-edits", { order_id: order.id })
      const [first] = items
      if (edit === "more") {
        const socks = { variant_id: this.store.seed.variants.socks, quantity: 1 }
        await api.post(z.unknown(), `${path}/items`, { items: [socks] })
      } else if (edit === "less") {
        if (first) await quantity(first, first.quantity - 1)
      } else {
        for (const item of items) await quantity(item, 0)
      }
      await api.post(z.unknown(), `${path}/confirm`)
    } catch (error) {
      // One that is left half made stands in the way of the next; it may be gone with the store's process.
      await api.call("DELETE", path).catch(() => undefined)
      throw error
    } finally {
      span.to = new Date()
    }
  }

  /** Opens the order's link, in two browsers at once if wanted; the sessions that are open now. */
  async open(order: LinkedOrder, kind: Kind, times: number): Promise<string[]> {
    const collectionId = await this.linkOf(order)
    return collectionId
      ? this.openAt(order, collectionId, kind, Array(times).fill(KINDS[kind].choice ?? undefined))
      : []
  }

  /** Opens this very link of the order's, in as many browsers at once as there are data to send. */
  async openAt(
    order: LinkedOrder,
    collectionId: string,
    kind: Kind,
    dataOfEach: (object | undefined)[],
  ): Promise<string[]> {
    const link: Cart = { id: order.id, email: order.email, collectionId }
    await Promise.all(
      dataOfEach.map((data) =>
        this.store.shopper.tryToOpenSession(link, KINDS[kind].provider, data),
      ),
    )
    return this.sessionsOf(order, collectionId)
  }

  private async sessionsOf(order: LinkedOrder, collectionId: string): Promise<string[]> {
    const sessions = await this.store.database.rows(
      id,
      "select id from payment_session where payment_collection_id = $1 and deleted_at is null order by id",
      [collectionId],
    )
    const ids = sessions.map((one) => one.id)
    order.pages.push(...ids.filter((one) => !order.pages.includes(one)))
    return ids
  }

  /** The collection that a link leads to: the one that waits for its payment, or a new one for what is due. */
  async linkOf({ id }: LinkedOrder): Promise<string | null> {
    const { admin } = this.store
    const order = await admin.order(id)
    const waiting = order.payment_collections.find(
      ({ status, amount }) => (status === "not_paid" || status === "awaiting") && amount > 0,
    )
    if (waiting) return waiting.id
    const { summary } = (await admin.api.get(due, `/admin/orders/${id}?fields=*summary`)).order
    if (summary.pending_difference <= 0) return null
    // A hold waits to be captured: Medusa calls that due, too.
    if (order.payment_collections.some(({ status }) => /authorized/.test(status))) return null
    const body = { order_id: id, amount: summary.pending_difference }
    return (await admin.api.post(made, "/admin/payment-collections", body)).payment_collection.id
  }
}
