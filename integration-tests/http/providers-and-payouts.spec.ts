import { deliver } from "../drivers/callback-signer"
import { placeOrder } from "../drivers/checkout"
import { StaffPages } from "../drivers/staff-pages"
import { reconcile } from "../drivers/workflows"
import { BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { MERCHANT, ROZETKAPAY } from "../setup/store"

runStore("A store whose staff look after its payments", BOTH_KINDS, (store) => {
  const pages = () => new StaffPages(store.admin)

  it("shows how each provider is set up, without login or password, and whether the keys are right", async () => {
    const shown = await pages().providers({ check: true })
    expect(shown.providers.map(({ id }) => id).sort()).toEqual([HOLD_FIRST.provider, ROZETKAPAY])
    expect(await pages().provider(ROZETKAPAY)).toMatchObject({
      environment: "sandbox",
      two_step: false,
      currencies: ["uah"],
      regions: [{ id: store.seed.regionId, name: "Україна" }],
      callback_url: `${store.url}/hooks/rozetkapay/${ROZETKAPAY}`,
      return_url: `${store.url}/hooks/rozetkapay/${ROZETKAPAY}/return/{session_id}`,
      keys: { is: "known" },
      reachability: { is: "reached", milliseconds: expect.any(Number) },
    })
    expect((await pages().provider(HOLD_FIRST.provider)).two_step).toBe(true)
    const { text } = await store.admin.api.call("GET", "/admin/rozetkapay/providers?check=true")
    expect(text).toContain(ROZETKAPAY)
    for (const secret of [MERCHANT.login, MERCHANT.password]) expect(text).not.toContain(secret)
  })

  it("asks RozetkaPay for the keys once, however many people press at the same moment, and charges nothing", async () => {
    await store.gateway.fault({ endpoint: "me", kind: "latency", ms: 1500, times: 0 })
    await Promise.all([1, 2, 3, 4].map(() => pages().providers({ check: true })))
    const asked = await store.gateway.requests()
    // Two providers.
    expect(asked.map(({ endpoint }) => endpoint)).toEqual(["me", "me"])
  })

  it("says so when RozetkaPay does not answer", async () => {
    await store.gateway.fault({ endpoint: "me", kind: "500_before", times: 0 })
    const { keys } = await pages().provider(ROZETKAPAY, { check: true })
    expect(keys).toMatchObject({ is: "unanswered" })
  })

  it("tells what the store runs on, and whether several processes could share it", async () => {
    const { store: health } = await pages().providers()
    expect(health).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      medusa_version: expect.stringMatching(/^2\./),
      unsafe_with_several_processes: [],
    })
    expect(health.modules.map(({ module, is_shared }) => [module, is_shared])).toEqual([
      ["locking", false],
      ["event_bus", false],
      ["workflow_engine", false],
      ["caching", false],
    ])
  })

  it("knows when RozetkaPay called last, which an unsigned call does not change", async () => {
    const { callback_url, last_callback_at } = await pages().provider(ROZETKAPAY)
    expect(last_callback_at).toBeNull()
    expect((await deliver(callback_url, "{}", {})).status).toBe(401)
    expect((await pages().provider(ROZETKAPAY)).last_callback_at).toBeNull()

    const before = Date.now()
    await placeOrder(store)
    const called = await pages().provider(ROZETKAPAY)
    expect(Date.parse(called.last_callback_at ?? "")).toBeGreaterThanOrEqual(before)
    expect((await pages().provider(HOLD_FIRST.provider)).last_callback_at).toBeNull()

    await placeOrder(store)
    const again = await pages().provider(ROZETKAPAY)
    expect(again.last_callback_at).toBe(called.last_callback_at)
  })

  it("lists the last reconcile runs with what each did, and no dry run", async () => {
    await store.gateway.callbacks("lose")
    const cart = await store.shopper.fillCart()
    const session = await store.shopper.openSession(cart, ROZETKAPAY)
    await store.gateway.pay(String(session.data.external_id))
    const { last_runs: earlier } = await pages().provider(ROZETKAPAY)
    await reconcile(store, { dry_run: true })
    expect((await pages().provider(ROZETKAPAY)).last_runs).toEqual(earlier)

    const began = Date.now()
    await reconcile(store, { report_days: 14 })
    const [run, ...others] = (await pages().provider(ROZETKAPAY)).last_runs
    expect(others).toEqual(earlier)
    expect(run).toMatchObject({
      checked: 1,
      differences: 1,
      operations_compared: 1,
      announced: 0,
      has_more: false,
      errors: [],
    })
    expect(Date.parse(run.began_at)).toBeGreaterThanOrEqual(began)
    const [ofHolds] = (await pages().provider(HOLD_FIRST.provider)).last_runs
    expect(ofHolds).toMatchObject({ differences: 0, began_at: run.began_at })
  })
})
