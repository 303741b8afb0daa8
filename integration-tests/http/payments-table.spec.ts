import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import {
  PAYMENT_STATES,
  type PaymentRow,
  type PaymentsQuery,
} from "../../src/admin-client/payments-table"
import { kyivDay } from "../../src/core/kyiv-day"
import { openCheckout, placeOrder } from "../drivers/checkout"
import { Customer } from "../drivers/customer"
import { plus } from "../drivers/kopiykas"
import { sendLink } from "../drivers/payment-link"
import { readCsv } from "../drivers/read-csv"
import { AT_ONCE, BOTH_KINDS, HOLD_FIRST } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

const row = z.object({
  payment_id: z.string(),
  provider_id: z.string(),
  external_id: z.string(),
  rozetkapay_id: z.string().nullable(),
  created_at: z.iso.datetime(),
  state: z.enum(PAYMENT_STATES),
  amount: z.string(),
  currency_code: z.string(),
  sums: z.object({
    authorized: z.string(),
    held: z.string(),
    captured: z.string(),
    canceled: z.string(),
    refunded: z.string(),
  }),
  order: z.object({ id: z.string(), display_id: z.number() }).nullable(),
  email: z.string().nullable(),
  mask: z.string().nullable(),
  brand: z.string().nullable(),
  method: z.string().nullable(),
  rrn: z.string().nullable(),
})
const table = z.object({
  payments: z.array(row),
  count: z.number(),
  offset: z.number(),
  limit: z.number(),
})

/** A card's number, what charges it again, and what the shop pays for it: by names of fields, not what random ids spell. */
const SECRET = /"[a-z_]*(token|recurrent|fee)[a-z_]*":|4111111111111111|5555555555554444/i

const SUMS = ["authorized", "held", "captured", "canceled", "refunded"] as const

runStore("The table of payments", BOTH_KINDS, (store) => {
  const asked = (query: PaymentsQuery) =>
    new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    )
  const look = (query: PaymentsQuery = {}) =>
    store.admin.api.get(table, `/admin/rozetkapay/payments?${asked(query)}`)
  const found = async (query: PaymentsQuery) =>
    (await look(query)).payments.map(({ external_id }) => external_id).sort()
  const download = (query: PaymentsQuery = {}) =>
    store.admin.api.call("GET", `/admin/rozetkapay/payments/export?${asked(query)}`)

  const one = <Of>([first]: Of[]): Of => {
    if (first === undefined) throw new Error("There is none")
    return first
  }

  /** One payment in each state, and one by Medusa's own provider. */
  const aDaysPayments = async () => {
    const byHand = await store.shopper.fillCart()
    await store.shopper.openSession(byHand, "pp_system_default")
    await store.shopper.complete(byHand)

    const captured = await placeOrder(store)
    const held = await placeOrder(store, { provider: HOLD_FIRST.provider })
    const partlyCaptured = await placeOrder(store, { provider: HOLD_FIRST.provider })
    await store.admin.capture(store.admin.paymentOf(partlyCaptured.order), 1000)
    const partlyRefunded = await placeOrder(store)
    await store.admin.refund(store.admin.paymentOf(partlyRefunded.order), 0.1)
    const refunded = await placeOrder(store, { goods: { socks: 1 } })
    await store.admin.refund(store.admin.paymentOf(refunded.order), 249.5)
    const canceled = await placeOrder(store, { provider: HOLD_FIRST.provider })
    await store.admin.cancel(canceled.order)
    const waiting = await openCheckout(store)
    await store.gateway.quiet()
    return {
      byHand,
      captured,
      held,
      partly_captured: partlyCaptured,
      partly_refunded: partlyRefunded,
      refunded,
      canceled,
      waiting,
    }
  }

  it("shows every payment through RozetkaPay and none by another provider, and finds it by what staff know of it", async () => {
    const { byHand, ...made } = await aDaysPayments()
    const { payments, ...page } = await look()
    expect(page).toEqual({ count: 7, offset: 0, limit: 50 })
    const states = Object.fromEntries(payments.map((each) => [each.external_id, each.state]))
    expect(states).toEqual(
      Object.fromEntries(
        Object.entries(made).map(([state, { externalId }]) => [externalId, state]),
      ),
    )
    const newestFirst = payments.map(({ created_at }) => created_at)
    expect(newestFirst).toEqual([...newestFirst].sort().reverse())

    const of = (wanted: { externalId: string }) =>
      one(payments.filter(({ external_id }) => external_id === wanted.externalId))
    expect(of(made.partly_captured)).toMatchObject({
      provider_id: HOLD_FIRST.provider,
      amount: "1319.99",
      currency_code: "uah",
      order: { id: made.partly_captured.order.id },
      email: made.partly_captured.cart.email,
      sums: {
        authorized: "1319.99",
        held: "319.99",
        captured: "1000.00",
        canceled: "0.00",
        refunded: "0.00",
      },
      mask: expect.stringMatching(/^\d{6}\*+\d{4}$/),
      brand: expect.stringMatching(/^[a-z]+$/),
      method: "card",
      rrn: expect.stringMatching(/^\w{12}$/),
    })
    expect(of(made.refunded).sums).toMatchObject({ captured: "249.50", refunded: "249.50" })
    expect(of(made.canceled).sums).toMatchObject({ held: "0.00", canceled: "1319.99" })
    expect(of(made.waiting)).toMatchObject({
      amount: "1319.99",
      order: null,
      email: made.waiting.cart.email,
      sums: { authorized: "0.00", held: "0.00", captured: "0.00" },
    })
    expect(JSON.stringify(payments)).not.toMatch(SECRET)

    for (const [state, { externalId }] of Object.entries(made)) {
      expect(await found({ state: z.enum(PAYMENT_STATES).parse(state) })).toEqual([externalId])
    }
    const sought = of(made.held)
    for (const q of [
      sought.external_id,
      sought.rozetkapay_id ?? "",
      sought.rrn ?? "",
      String(sought.order?.display_id),
      `#${sought.order?.display_id}`,
      sought.email ?? "",
      ` ${sought.email?.toUpperCase().slice(0, 14)}`,
      sought.payment_id,
    ]) {
      expect({ q, found: await found({ q }) }).toEqual({ q, found: [sought.external_id] })
    }
    expect(await found({ q: made.waiting.externalId })).toEqual([made.waiting.externalId])
    expect(await found({ q: made.waiting.cart.email })).toEqual([made.waiting.externalId])
    const paid = Object.values(made).filter((each) => each !== made.waiting)
    expect(await found({ q: sought.mask?.slice(-4) })).toEqual(
      paid.map(({ externalId }) => externalId).sort(),
    )
    for (const q of [
      "%",
      "_",
      "\\",
      "shopper_%",
      byHand.email,
      "no-such@example.com",
      "999999999999",
    ]) {
      expect({ q, found: await found({ q }) }).toEqual({ q, found: [] })
    }

    expect(await found({ provider_id: HOLD_FIRST.provider })).toEqual(
      [made.held, made.partly_captured, made.canceled].map(({ externalId }) => externalId).sort(),
    )
    expect(await found({ provider_id: "pp_system_default" })).toEqual([])
    const today = kyivDay(new Date())
    expect(await look({ from: today, to: today })).toMatchObject({ count: 7 })
    expect(await look({ from: "2026-01-01", to: "2026-01-31" })).toMatchObject({ count: 0 })
    expect(await look({ from: today, state: "held", q: sought.email ?? "" })).toMatchObject({
      count: 1,
    })

    const pages = [
      await look({ limit: 3 }),
      await look({ limit: 3, offset: 3 }),
      await look({ limit: 3, offset: 6 }),
    ]
    expect(pages.flatMap((each) => each.payments)).toEqual(payments)
    expect(pages.map(({ count }) => count)).toEqual([7, 7, 7])
    expect(await look({ limit: 3, offset: 9 })).toMatchObject({ payments: [], count: 7 })
  })

  it("hands the same rows to the accountant as CSV, to the kopiyka and in their language", async () => {
    await aDaysPayments()
    const { payments } = await look()
    const file = await store.admin.api.call("GET", "/admin/rozetkapay/payments/export")
    expect(file.status).toBe(200)
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(file.headers.get("content-disposition")).toMatch(
      /^attachment; filename="rozetkapay-payments-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const [head = [], ...lines] = readCsv(file.text)
    const column = (name: string) => lines.map((cells) => cells[head.indexOf(name)])
    expect(column("Зовнішній номер")).toEqual(payments.map((each) => each.external_id))
    expect(column("Замовлення")).toEqual(
      payments.map(({ order }) => (order ? String(order.display_id) : "")),
    )
    const total = (sums: (string | undefined)[]) =>
      sums.reduce<string>((so, next) => plus(so, next ?? "0"), "0.00")
    const summed = (name: (typeof SUMS)[number]) =>
      total(payments.map((each: PaymentRow) => each.sums[name]))
    expect(total(column("Списано"))).toBe(summed("captured"))
    expect(total(column("Заблоковано"))).toBe(summed("held"))
    expect(total(column("Повернено"))).toBe(summed("refunded"))
    expect(total(column("Скасовано"))).toBe(summed("canceled"))
    expect(column("Час (Київ)")[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)

    const held = readCsv((await download({ state: "held" })).text)
    expect(held).toHaveLength(2)
    expect(readCsv((await download({ q: "nobody@example.com" })).text)).toHaveLength(1)
  })

  it("says what it does not understand of a filter, and takes neither page nor export for a payment's id", async () => {
    const refused = {
      status: 400,
      json: expect.objectContaining({ code: "query_unreadable" }),
    }
    for (const query of [
      "state=paid",
      "from=2026-02-30",
      "to=yesterday",
      "from=2026-11-26&to=2026-11-25",
      "limit=101",
      "limit=0",
      "offset=-1",
      "provider_id=a%20b",
      "q=%00",
      "q=a&q=b",
      "status=held",
    ]) {
      const answer = await store.admin.api.call("GET", `/admin/rozetkapay/payments?${query}`)
      expect({ query, ...answer }).toMatchObject({ query, ...refused })
    }
    const answer = await store.admin.api.call("GET", "/admin/rozetkapay/payments/export?state=paid")
    expect(answer).toMatchObject(refused)
  })

  it("knows how a link, a card in the store and a later charge were paid, and leaves the merchant's own notes", async () => {
    const link = await sendLink(store)
    const linked = await store.shopper.openSession(link.cart, AT_ONCE.provider)
    await store.gateway.pay(linked.id, { card: "5555555555554444" })

    const customer = await Customer.register(store)
    const cart = await customer.fillCart()
    const token = await store.gateway.token("cc_token", "4111111111111111")
    const direct = await customer.openSession(cart, AT_ONCE.provider, {
      mode: "direct",
      remember: true,
      payment_method: { type: "cc_token", token },
    })
    await customer.complete(cart)
    const later = await customer.fillCart()
    const charged = await customer.openSession(later, AT_ONCE.provider, { off_session: true })
    await customer.complete(later)
    await store.gateway.quiet()

    const masks = { [linked.id]: /4444$/, [direct.id]: /1111$/, [charged.id]: /1111$/ }
    for (const [q, mask] of Object.entries(masks)) {
      expect(one((await look({ q })).payments)).toMatchObject({
        state: "captured",
        mask: expect.stringMatching(mask),
        method: "card",
        rrn: expect.stringMatching(/^\w+$/),
        order: { id: expect.any(String) },
      })
    }

    const payments = store.container.resolve(Modules.PAYMENT)
    const [payment] = await payments.listPayments({ payment_session_id: linked.id })
    const own = { id: payment?.id ?? "", metadata: { seen_by: "Olha" } }
    await payments.updatePayment(own)
    await store.admin.refund({ id: own.id }, 19.99)
    await store.gateway.quiet()
    const { payment: after } = await store.admin.api.get(
      z.object({ payment: z.object({ metadata: z.record(z.string(), z.unknown()) }) }),
      `/admin/payments/${own.id}?fields=metadata`,
    )
    expect(after.metadata).toMatchObject({
      seen_by: "Olha",
      rozetkapay_mask: expect.stringMatching(/4444$/),
      // The payment's own, and the refund's.
      rozetkapay_rrn: expect.stringMatching(/^\w{12}, \w{12}$/),
    })
    expect(JSON.stringify(after)).not.toMatch(SECRET)
  })
})
