import { deliver, retell, signature } from "../drivers/callback-signer"
import { openCheckout } from "../drivers/checkout"
import { expectAsked, expectOperations } from "../drivers/gateway-operations"
import { plus } from "../drivers/kopiykas"
import { witnessOf } from "../drivers/witness"
import { settle } from "../drivers/workflows"
import { AT_ONCE_KINDS, everyKind, KINDS, type Kind } from "../setup/kinds"
import { runStore } from "../setup/run-store"
import { PRICES } from "../setup/seed-store"
import { MERCHANT } from "../setup/store"

/** Another shop of the same merchant's, with a login of its own. */
const OTHER = { login: "other-login", password: "other-password" }
const setup = {
  ...everyKind({}, { ...OTHER, id: "hold", capture: false }),
  merchants: [MERCHANT, OTHER],
}

/** What may go wrong when it goes back: every system tells of its loss by the same rules. */
const faultsOf = (system: Kind["system"]) =>
  system === "rozetkapay" ? ["nothing goes wrong", "drop_after", "500_before"] : ["drop_after"]

const [CARDS, , MARKET] = AT_ONCE_KINDS

runStore("Money that is behind no order", setup, (store) => {
  const witness = witnessOf(store)

  describe.each(KINDS)("$title", (kind) => {
    const { system, provider, total, orders, back, backIn } = kind

    /** Nothing is left, and what came went back by one move. */
    const expectGone = async (externalId: string, amount: string, reason: string) => {
      await store.gateway.quiet()
      const { ledger } = await store.gateway.payment(externalId)
      expect(ledger.held).toBe("0.00")
      expect(ledger[backIn]).toBe(amount)
      await expectOperations(store.gateway, externalId, { [back]: orders })
      await witness.hears("rozetkapay.payment.returned", externalId)
      expect(witness.told(externalId)).toEqual([
        { name: "rozetkapay.payment.returned", amount, reason },
      ])
      expect(witness.logged("rozetkapay.payment.returned", externalId)).toHaveLength(1)
    }

    it.each(
      faultsOf(system),
    )("goes back once when an old page is paid after the cart has changed, also with: %s", async (fault) => {
      const { cart, externalId } = await openCheckout(store, kind)
      await store.shopper.addToCart(cart, "socks")
      const anew = await store.shopper.openSession(cart, provider)
      if (fault !== "nothing goes wrong")
        await store.gateway.fault({ endpoint: kind.endpoints[back], kind: fault })
      await store.gateway.callbacks("double")
      await store.gateway.pay(externalId)
      await expectGone(externalId, total, "orphaned")
      await store.gateway.callbacks("normal")
      // The shopper's new page is still good.
      await store.gateway.pay(String(anew.data.external_id))
      await store.gateway.quiet()
      expect((await store.admin.theOrderOf(cart)).total).toBe(Number(plus(total, PRICES.socks)))
    })

    // A batch is paid as it is: RozetkaPay's page asks for what its orders add up to.
    if (orders === 1) {
      it.each([
        ["1.00", { amount: 1 }],
        ["1320.00", { amount: 1320 }],
        ["1319.99", { currency: "USD" }],
      ])("goes back when %s was paid of another amount or currency: %o", async (amount, how) => {
        const { cart, externalId } = await openCheckout(store, kind)
        await store.gateway.fault({ endpoint: kind.endpoints[back], kind: "500_before", times: 2 })
        await store.gateway.pay(externalId, how)
        await expectGone(externalId, amount, "mismatched")
        expect(await store.admin.ordersOf(cart)).toEqual([])
      })
    }

    it("goes back when the cart was paid in another way", async () => {
      const { cart, externalId } = await openCheckout(store, kind)
      await store.shopper.openSession(cart, "pp_system_default")
      expect((await store.shopper.complete(cart)).order).toBeDefined()
      await store.gateway.pay(externalId)
      await store.gateway.quiet()
      const [event] = [await witness.hears("rozetkapay.payment.returned", externalId)]
      // Medusa deletes the session when another is chosen, so nothing tells whose order it was for.
      await expectGone(externalId, total, event.reason)
      expect(["orphaned", "paid_otherwise"]).toContain(event.reason)
      expect(await store.admin.ordersOf(cart)).toHaveLength(1)
    })
  })

  it.each(
    AT_ONCE_KINDS,
  )("of another shop on the same login is never touched, even with marks like ours of another store: $system", async ({
    provider,
    login,
  }) => {
    const callback_url = `${store.url}/hooks/rozetkapay/${provider}`
    const foreign = { login, amount: 55.5, currency: "UAH", callback_url }
    const shops = [
      { ...foreign, external_id: "order-77", state: "captured" as const },
      { ...foreign, external_id: "order-78", state: "held" as const, metadata: { shop: "7" } },
      {
        ...foreign,
        external_id: "payses_OFANOTHERSTORE",
        state: "captured" as const,
        metadata: {
          medusa_session: "payses_ANOTHER",
          medusa_provider: provider,
          medusa_capture: "true",
          medusa_currency: "UAH",
        },
      },
    ]
    for (const shop of shops) {
      await store.gateway.paymentBySomebodyElse(shop)
      await store.gateway.quiet()
      await expectAsked(store.gateway, shop.external_id, {})
      expect(await settle(store, provider, shop.external_id)).toBeNull()
      expect(await store.gateway.requests({ external_id: shop.external_id })).toEqual([])
    }
  })

  it.each([
    { of: CARDS, at: MARKET },
    { of: MARKET, at: CARDS },
  ])("is left to its own provider when its callback comes to another one of the same login: of $of.system, at $at.system", async ({
    of,
    at,
  }) => {
    const { cart, externalId } = await openCheckout(store, of)
    await store.gateway.callbacks("lose")
    await store.gateway.pay(externalId)
    const { name, orders = [] } = await store.gateway.payment(externalId)
    const before = await store.gateway.requests({ external_id: externalId })
    for (const one of [name, ...orders]) {
      const callback = await store.gateway.newestCallback(one)
      const url = `${store.url}/hooks/rozetkapay/${at.provider}`
      expect((await retell({ ...callback, url }, at.secret)).status).toBe(200)
    }
    await settle(store, at.provider, externalId)
    expect(await store.gateway.requests({ external_id: externalId })).toEqual(before)
    expect((await store.gateway.payment(externalId)).ledger.captured).toBe(of.total)
    expect(witness.told(externalId)).toEqual([])
    await store.gateway.sendCallbacks({ external_id: externalId })
    expect((await store.admin.theOrderOf(cart)).total).toBe(Number(of.total))
  })

  it("is not believed in when marks of one provider come under another's signature", async () => {
    const { externalId } = await openCheckout(store)
    await store.gateway.callbacks("lose")
    await store.gateway.pay(externalId)
    const { body } = await store.gateway.newestCallback(externalId)
    const before = await store.gateway.requests({ external_id: externalId })
    // OTHER's password signs a callback over MERCHANT's payment, at each of the addresses.
    const signed = { signature: signature(body, OTHER.password) }
    const at = (path: string) => deliver(`${store.url}/hooks/${path}`, body, signed)
    expect((await at("rozetkapay/rozetkapay")).status).toBe(401)
    expect((await at("rozetkapay/hold")).status).toBe(200)
    await at("payment/rozetkapay_hold")
    await at("payment/rozetkapay_rozetkapay")
    await new Promise((resolve) => setTimeout(resolve, 6000))
    expect(await store.gateway.requests({ external_id: externalId })).toEqual(before)
    expect((await store.gateway.payment(externalId)).ledger.captured).toBe("1319.99")
    expect(witness.told(externalId)).toEqual([])
  })
})
