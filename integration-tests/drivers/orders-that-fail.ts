import { Modules } from "@medusajs/framework/utils"
import type { Kind } from "../setup/kinds"
import type { Store } from "../setup/store"
import { expectOperations } from "./gateway-operations"
import type { Cart } from "./shopper"
import type { Witness } from "./witness"
import { reconcile } from "./workflows"

/** Who makes that orders can't be placed, and what must hold then, for one kind of payment. */
export const ordersThatFail = (store: Store, witness: Witness, kind: Kind) => {
  const { provider, capture, total, back, backIn, money } = kind

  /** The merchant stops delivering in the chosen way, or starts again. */
  const stopDelivery = async (isStopped: boolean) => {
    const delivery = store.container.resolve(Modules.FULFILLMENT)
    const { pickup } = store.seed.shippingOptions
    if (isStopped) await delivery.softDeleteShippingOptions([pickup])
    else await delivery.restoreShippingOptions([pickup])
  }

  const expectBack = async (externalId: string) => {
    const { ledger } = await store.gateway.payment(externalId)
    expect(ledger.held).toBe("0.00")
    expect(ledger[backIn]).toBe(total)
    await expectOperations(store.gateway, externalId, { [back]: kind.orders })
    expect(await witness.hears("rozetkapay.payment.returned", externalId)).toEqual({
      name: "rozetkapay.payment.returned",
      amount: total,
      reason: "order_failed",
    })
    expect(witness.told(externalId)).toHaveLength(1)
  }

  /** The shopper, told what happened, pays once more and gets the order. */
  const payAnew = async (cart: Cart) => {
    const session = await store.shopper.openSession(cart, provider)
    const externalId = String(session.data.external_id)
    await store.gateway.pay(externalId)
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    expect((await store.gateway.payment(externalId)).ledger).toMatchObject(money)
    const payments = order.payment_collections.flatMap((collection) => collection.payments ?? [])
    const own = payments.find((payment) => payment.data?.external_id === externalId)
    expect(own).toMatchObject({ amount: Number(total), canceled_at: null, refunds: [] })
    await reconcile(store)
    expect((await store.admin.order(order.id)).summary).toMatchObject({
      paid_total: capture ? Number(total) : 0,
      refunded_total: 0,
    })
  }
  return { stopDelivery, expectBack, payAnew }
}
