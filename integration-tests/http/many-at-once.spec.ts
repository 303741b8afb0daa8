import { Customer } from "../drivers/customer"
import { BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

runStore("A new customer who asks many times at one moment", BOTH_KINDS, (store) => {
  it("is never told a text of the database's when several first payments are started", async () => {
    const customer = await Customer.register(store)
    const carts = await Promise.all([1, 2, 3].map(() => customer.fillCart()))
    const answers = await Promise.all(
      carts.map((cart) => customer.tryToOpenSession(cart, ROZETKAPAY)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const next = await customer.fillCart()
    expect((await customer.tryToOpenSession(next, ROZETKAPAY)).status).toBe(200)
  })

  it("has RozetkaPay asked for their cards a few times only", async () => {
    const customer = await Customer.register(store)
    const before = (await store.gateway.requests()).length
    const path = `?provider_id=${ROZETKAPAY}`
    const answers = await Promise.all(Array.from({ length: 30 }, () => customer.ask("GET", path)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await store.gateway.requests()).length - before).toBeLessThan(10)
  })
})
