import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY } from "../setup/store"

const keys = { ...MERCHANT, password: "mistyped-password" }
const second = { ...MERCHANT, login: "mistyped-login", id: "mistyped", capture: false }

runStore("A store with mistyped keys", { capture: true, keys, second }, (store) => {
  it.each([
    ["password", ROZETKAPAY],
    ["login", "pp_rozetkapay_mistyped"],
  ])("starts with a wrong %s, and says so to who first tries to pay", async (_, provider) => {
    const cart = await store.shopper.fillCart()
    const answer = await store.shopper.tryToOpenSession(cart, provider)
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/login or password/i)
    expect(answer.text).not.toContain("mistyped")
    expect(await store.shopper.sessions(cart)).toEqual([])
  })

  it("lets the shopper pay in another way", async () => {
    const cart = await store.shopper.fillCart()
    await store.shopper.tryToOpenSession(cart, ROZETKAPAY)
    await store.shopper.openSession(cart, "pp_system_default")
    expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
  })
})
