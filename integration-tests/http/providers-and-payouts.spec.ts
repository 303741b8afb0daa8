import { deliver } from "../drivers/callback-signer"
import { placeOrder } from "../drivers/checkout"
import { StaffPages, theseDays } from "../drivers/staff-pages"
import { reconcile, settle } from "../drivers/workflows"
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

  it("matches payouts to orders to the kopiyka: one agrees, one is another sum, one is left out", async () => {
    const agrees = await placeOrder(store)
    const differs = await placeOrder(store)
    const leftOut = await placeOrder(store)
    await placeOrder(store, { provider: HOLD_FIRST.provider })
    await store.gateway.payOut(agrees.externalId)
    await store.gateway.payOut(differs.externalId, { amount: "1300.00" })

    const { payouts, missing } = await pages().payouts(ROZETKAPAY)
    expect(payouts).toMatchObject([
      { currency_code: "uah", amount: "2619.99", commission: "39.30", paid_out: "2580.69" },
    ])
    const rows = payouts.flatMap((one) => one.rows)
    const rowOf = (id: string) => rows.find((row) => row.external_id === id)
    expect(rows).toHaveLength(2)
    expect(rowOf(agrees.externalId)).toMatchObject({
      payment_id: store.admin.paymentOf(agrees.order).id,
      order: { id: agrees.order.id },
      amount: "1319.99",
      commission: "19.80",
      paid_out: "1300.19",
      card: "411111******1111",
      store_amount: null,
    })
    expect(rowOf(differs.externalId)).toMatchObject({ amount: "1300.00", store_amount: "1319.99" })
    expect(missing).toEqual([
      expect.objectContaining({
        payment_id: store.admin.paymentOf(leftOut.order).id,
        order: expect.objectContaining({ id: leftOut.order.id }),
        amount: "1319.99",
      }),
    ])
    // Of the other provider of the same login nothing is captured.
    expect(await pages().payouts(HOLD_FIRST.provider)).toMatchObject({ payouts: [], missing: [] })

    const { headers, text } = await pages().file("payouts", ROZETKAPAY)
    expect(headers.get("content-type")).toContain("text/csv")
    const lines = text.trim().split("\r\n")
    expect(lines).toHaveLength(4)
    expect(lines.filter((line) => line.endsWith(",Не виплачено"))).toHaveLength(1)
    expect(lines.filter((line) => line.endsWith(",Розбіжність"))).toHaveLength(1)
    expect(text).not.toContain(agrees.cart.email)
  })

  it("shows days that agree, and a cabinet's refund that nobody told of as a difference until it is synced", async () => {
    const { order, externalId } = await placeOrder(store)
    const payment = store.admin.paymentOf(order)
    await store.admin.refund(payment, 19.99)
    const [agreed, ...others] = (await pages().days(ROZETKAPAY)).days
    expect(others).toEqual([])
    expect(agreed).toMatchObject({
      currency_code: "uah",
      captured: { store: "1319.99", gateway: "1319.99" },
      refunded: { store: "19.99", gateway: "19.99" },
      fees: "19.80",
      differences: [],
    })

    await store.gateway.callbacks("lose")
    await store.gateway.cabinet(externalId, "refund", { amount: 300 })
    const [differs] = (await pages().days(ROZETKAPAY)).days
    expect(differs.refunded).toEqual({ store: "19.99", gateway: "319.99" })
    expect(differs.differences).toEqual([
      {
        external_id: externalId,
        payment_id: payment.id,
        order: expect.objectContaining({ id: order.id }),
        sum: "refunded",
        store: "19.99",
        gateway: "319.99",
      },
    ])
    expect((await pages().file("days", ROZETKAPAY)).text).toContain(`${externalId},19.99,319.99`)

    await settle(store, ROZETKAPAY, externalId)
    const [synced] = (await pages().days(ROZETKAPAY)).days
    expect(synced.refunded).toEqual({ store: "319.99", gateway: "319.99" })
    expect(synced.differences).toEqual([])
  })

  it("says what is wrong with a question, and when RozetkaPay does not answer", async () => {
    const ask = async (path: string) => {
      const answer = await store.admin.api.call("GET", `/admin/rozetkapay/${path}`)
      return { status: answer.status, json: answer.json }
    }
    for (const query of [
      "",
      `?provider_id=${ROZETKAPAY}&from=2026-11-02&to=2026-11-01`,
      `?provider_id=${ROZETKAPAY}&from=2026-01-01&to=2026-11-01`,
    ]) {
      for (const page of ["days", "days/export", "payouts", "payouts/export"]) {
        expect(await ask(page + query)).toMatchObject({
          status: 400,
          json: { code: "period_unreadable" },
        })
      }
    }
    expect(await ask(`days${theseDays("nobody")}`)).toMatchObject({
      status: 404,
      json: { code: "no_such_provider" },
    })
    await store.gateway.fault({ endpoint: "*", kind: "429", times: 0, reset: 60 })
    expect(await ask(`days${theseDays(ROZETKAPAY)}`)).toMatchObject({
      status: 400,
      json: { code: "report_not_read" },
    })
  })
})
