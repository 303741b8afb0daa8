import { StaffPages } from "../drivers/staff-pages"
import { witnessOf } from "../drivers/witness"
import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY } from "../setup/store"

const keys = { ...MERCHANT, password: "mistyped-password" }
const second = { ...MERCHANT, login: "mistyped-login", id: "mistyped", capture: false }

runStore("A store with mistyped keys", { capture: true, keys, second }, (store) => {
  const witness = witnessOf(store)

  it.each([
    ["password", ROZETKAPAY],
    ["login", "pp_rozetkapay_mistyped"],
  ])("starts with a wrong %s; who first tries to pay reads a clean sentence, and the log says why", async (_, provider) => {
    const cart = await store.shopper.fillCart()
    const answer = await store.shopper.tryToOpenSession(cart, provider)
    expect(answer.status).toBe(400)
    expect(answer.json).toEqual({
      type: "invalid_data",
      code: "refused_start",
      message: expect.stringMatching(
        /^Зараз так сплатити не можна\. Нічого не списано;[^()]*магазин\.$/,
      ),
    })
    expect(witness.logged(provider, "login or password", "401")).toHaveLength(1)
    expect(witness.logged("mistyped-")).toEqual([])
    expect(await store.shopper.sessions(cart)).toEqual([])
  })

  it("shows staff which keys are refused, and never what they are", async () => {
    const path = "/admin/rozetkapay/providers?check=true"
    const shown = await new StaffPages(store.admin).providers({ check: true })
    expect(shown.providers.map(({ keys }) => keys?.is)).toEqual(["refused", "refused"])
    expect(JSON.stringify(shown)).toContain("login or password is wrong")
    const { text } = await store.admin.api.call("GET", path)
    for (const secret of [keys.login, keys.password, second.login]) {
      expect(text).not.toContain(secret)
    }
  })

  it("lets the shopper pay in another way", async () => {
    const cart = await store.shopper.fillCart()
    await store.shopper.tryToOpenSession(cart, ROZETKAPAY)
    await store.shopper.openSession(cart, "pp_system_default")
    expect((await store.shopper.complete(cart)).order?.total).toBe(1319.99)
  })
})
