import { comeBack, openCheckout } from "../drivers/checkout"
import { witnessOf } from "../drivers/witness"
import { reconcile } from "../drivers/workflows"
import { everyKind, HOLD_FIRST_KINDS } from "../setup/kinds"
import { runStore } from "../setup/run-store"

const DECLINED = "4444333322221111"

runStore("A refused attempt to pay", everyKind(), (store) => {
  const witness = witnessOf(store)

  it.each(
    HOLD_FIRST_KINDS,
  )("is told once, however often the shopper comes back: $title", async (kind) => {
    const checkout = await openCheckout(store, kind)
    const { externalId } = checkout
    const failures = () =>
      witness.told(externalId).filter(({ name }) => name === "rozetkapay.payment.failed")
    await store.gateway.pay(externalId, { card: DECLINED })
    await store.gateway.quiet()
    await witness.hears("rozetkapay.payment.failed", externalId)
    await comeBack(store, checkout)
    await comeBack(store, checkout)
    await reconcile(store)
    expect(failures()).toHaveLength(1)

    await store.gateway.pay(externalId, { card: DECLINED })
    await store.gateway.quiet()
    await comeBack(store, checkout)
    expect(failures()).toHaveLength(2)
  })
})
