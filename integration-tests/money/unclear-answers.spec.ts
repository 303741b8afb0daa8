import { deliver, paymentCallback, signature } from "../drivers/callback-signer"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { expectAsked } from "../drivers/gateway-operations"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { witnessOf } from "../drivers/witness"
import { settle } from "../drivers/workflows"
import { AT_ONCE } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { MERCHANT } from "../setup/store"

runStore("An answer of RozetkaPay's that can not be counted", { capture: true }, (store) => {
  const witness = witnessOf(store)
  const tell = (body: string) =>
    deliver(`${store.url}/hooks/rozetkapay/rozetkapay`, body, {
      signature: signature(body, MERCHANT.password),
    })

  it("is not yet when its currency is unknown: no order, nothing given back, and it is not asked for again", async () => {
    const { cart, externalId } = await openCheckout(store)
    const said = paymentCallback({ external_id: externalId, amount: "1319.99", currency: "ZZZ" })
    const answer = await tell(said)
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({ outcome: "waiting" })
    expect(witness.logged("can not be understood", externalId, '"ZZZ" is not known')).toHaveLength(
      1,
    )
    expect((await store.shopper.complete(cart)).reason).toMatch(/Зачекайте.*хвилину/)
    expect(await store.admin.ordersOf(cart)).toEqual([])
    await expectAsked(store.gateway, externalId, {})

    // Once the answer can be counted, it counts.
    await store.gateway.pay(externalId)
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(cart)
    await expectBothLedgers(store.admin, store.gateway, order, { taken: "1319.99" })
  })

  it("lets no refund be sent when something was refunded and nobody says how much", async () => {
    const { order, externalId } = await placeOrder(store)
    const said = JSON.stringify({
      id: "18446744073709551617",
      external_id: externalId,
      operation: "refund",
      is_success: true,
      details: { amount: null, currency: "UAH", status: "success", operation_id: "7" },
    })
    expect((await tell(said)).status).toBe(200)
    const { status, text } = await store.admin.refund(store.admin.paymentOf(order), 100)
    expect(status).toBe(400)
    expect(text).toMatch(/can not be understood.*Nothing was sent/)
    expect(await settle(store, AT_ONCE.provider, externalId)).toMatchObject({ is: "order_placed" })
    await expectAsked(store.gateway, externalId, {})
    await expectBothLedgers(store.admin, store.gateway, order, { taken: "1319.99" })
  })
})
