import { retell } from "../drivers/callback-signer"
import { openCheckout, resultUrl } from "../drivers/checkout"
import { eventually } from "../drivers/eventually"
import { expectOperations } from "../drivers/gateway-operations"
import { whileDatabaseHangs } from "../drivers/hung-database"
import { send } from "../drivers/json-http"
import { expectBothLedgers } from "../drivers/two-ledgers"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { PRICES } from "../setup/seed-store"
import { MERCHANT } from "../setup/store"

/** Milliseconds, far above the plugin's own deadline and far below the minute after which a database's driver gives up. */
const WAITS_AT_MOST = 40_000

const quickly = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  const begun = Date.now()
  const answered = await answer
  expect(Date.now() - begun).toBeLessThan(WAITS_AT_MOST)
  return answered
}

// The routes are the same for all of RozetkaPay's systems: one of them shows it.
runStore("A database that hangs", BOTH_KINDS, (store) => {
  it("has the gateway call again and the shopper wait, and the order comes when it is back", async () => {
    const checkout = await openCheckout(store)
    await store.gateway.callbacks("hold")
    await store.gateway.pay(checkout.externalId)
    const callback = await store.gateway.newestCallback(checkout.externalId)
    const back = await resultUrl(store, checkout)

    await whileDatabaseHangs(store, async () => {
      const [told, returned] = await Promise.all([
        quickly(retell(callback, MERCHANT.password)),
        quickly(store.shopper.comesBack(back)),
      ])
      expect(told.status).toBe(503)
      expect(returned.status).toBe(302)
      const waiting = new URL(returned.headers.get("location") ?? "")
      expect(waiting.pathname).toMatch(/\/waiting\//)
      // By its short name as well, which the store was not asked for before.
      const short = new URL(waiting.pathname.replace("/pp_", "/"), waiting)
      const pages = await Promise.all([quickly(send(waiting.href)), quickly(send(short.href))])
      for (const page of pages) {
        expect(page).toMatchObject({
          status: 200,
          text: expect.stringContaining("Чекаємо на банк"),
        })
      }
    })

    await store.gateway.callbacks("normal")
    await store.gateway.flushCallbacks()
    await eventually("the order", async () => (await store.admin.ordersOf(checkout.cart)).at(0))
    await store.gateway.quiet()
    const order = await store.admin.theOrderOf(checkout.cart)
    await expectBothLedgers(store.admin, store.gateway, order, { captured: PRICES.shirt })
    await expectOperations(store.gateway, checkout.externalId, {})
  })
})
