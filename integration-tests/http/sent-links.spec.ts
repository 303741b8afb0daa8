import { z } from "zod"
import { comeBack } from "../drivers/checkout"
import { nameless } from "../drivers/nameless"
import { type Link, linkOf, outstanding, paymentsOf, sendLink } from "../drivers/payment-link"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

const orderShape = z.object({ order: z.looseObject({ display_id: z.number() }) })
const FIELDS =
  "+email,+version,+is_draft_order,*summary,*items,*items.tax_lines,*items.adjustments,*items.detail,*customer,*shipping_address,*billing_address,*payment_collections"

// The other spec files rest on this: their payment links are copies of one that Medusa has made.
runStore("The tests' copy of a payment link", BOTH_KINDS, (store) => {
  const changed = async () => (await globalThis.__bootedStore?.medusa.changedTables())?.sort()

  /** Nothing is copied across a border that no order was sent over before: the first one is Medusa's own. */
  const sendByMedusa = (country: string) => sendLink(store, { country })

  const sendWithoutMedusa = async (country: string): Promise<Link> => {
    const asked = jest.spyOn(globalThis, "fetch")
    const link = await sendLink(store, { country })
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
    return link
  }

  /** What the Admin API tells of its order. */
  const told = async ({ order: { id } }: Link) => {
    const { order } = await store.admin.api.get(orderShape, `/admin/orders/${id}?fields=${FIELDS}`)
    return nameless(order, store.seed)
  }

  it("is to the Admin API what Medusa has made, and nothing else was written", async () => {
    const original = await told(await sendByMedusa("md"))
    const written = await changed()
    expect(original).toMatchObject({
      total: 1319.99,
      items: [{}],
      customer: { has_account: false },
      payment_collections: [{ amount: 1319.99 }],
    })
    await globalThis.__bootedStore?.medusa.restore()
    expect(await changed()).toEqual([])
    const copy = await sendWithoutMedusa("md")
    expect(await changed()).toEqual(written)
    expect(await told(copy)).toEqual(original)
  })

  it("is of an order with a number of its own, after which Medusa counts on", async () => {
    const first = await sendByMedusa("sk")
    const copy = await sendWithoutMedusa("sk")
    const next = await sendByMedusa("hu")
    expect([copy, next].map(({ order }) => order.display_id - first.order.display_id)).toEqual([
      1, 2,
    ])
  })

  it("is the link that its order waits for, and is paid as any other", async () => {
    await sendByMedusa("ro")
    const link = await sendWithoutMedusa("ro")
    expect(await linkOf(store, link.order.id)).toBe(link.cart.collectionId)
    expect(await outstanding(store, link.order.id)).toBe(1319.99)
    const { data } = await store.shopper.openSession(link.cart, AT_ONCE.provider)
    const externalId = String(data.external_id)
    await store.gateway.pay(externalId)
    await store.gateway.quiet()
    await comeBack(store, { externalId })
    const order = await store.admin.order(link.order.id)
    expect(paymentsOf(order)).toHaveLength(1)
    expect(order.payment_status).toBe("captured")
    await expectBothLedgers(store.admin, store.gateway, order, AT_ONCE.money)
  })
})
