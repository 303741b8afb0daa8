import { externalId } from "../../core/external-id"
import { installationOf } from "../../core/installation"
import { orderIdOf } from "../../core/order-id"
import { type PaymentMetadata, writeMetadata } from "../../core/payment-metadata"
import { sessionId } from "../../core/session-id"
import type { WebhookEvent } from "../../provider/payment-gateway"
import { findTry, isOfAnother } from "../find-try"
import type { LeftTry, Store, TryRows } from "../store"
import { ID, PROVIDER, RecordingStore, TERMS } from "./some-try"

const KEY = { provider_id: PROVIDER, external_id: ID }
const COLLECTION = "pay_col_01"
const NOTHING: TryRows = { data: undefined, collectionId: null, sessions: [] }

const METADATA: PaymentMetadata = {
  sessionId: sessionId("payses_01"),
  providerId: PROVIDER,
  twoStep: true,
  currency: "UAH",
  purchase: COLLECTION,
}
const TOLD = { external_id: ID, provider_id: PROVIDER, currency_code: "UAH", capture: false }

const event = (metadata: Record<string, string>): WebhookEvent => ({
  externalId: ID,
  paymentId: null,
  operations: [],
  metadata,
})
/** The first callback told nothing of whose the payment is. */
const callbacks = (change: Partial<PaymentMetadata> = {}) => [
  event({}),
  event(writeMetadata({ ...METADATA, ...change })),
]

const storeWith = (rows: Partial<TryRows>, left: LeftTry | null = null) => {
  const lookedUp: unknown[] = []
  const readLeftTry: Store["readLeftTry"] = async (...given) => {
    lookedUp.push(given)
    return left
  }
  const readTry = async () => ({ ...NOTHING, ...rows })
  return { store: new RecordingStore({ readTry, readLeftTry }), lookedUp }
}

describe("A payment is known", () => {
  test("by its session, which says what was asked for", async () => {
    const { store } = storeWith({ data: TERMS, collectionId: COLLECTION })
    expect(await findTry(store, KEY, [])).toMatchObject({
      terms: TERMS,
      collectionId: COLLECTION,
      others: [],
      isShown: true,
    })
  })

  test("together with the other open pages of its cart, but not with those that are written down or a stranger's", async () => {
    const row = (id: string, hasPayment = false, data: object = { external_id: id }) => ({
      ...{ id, hasPayment },
      data: { ...TERMS, ...data },
    })
    const sessions = [
      row(ID),
      row("payses_02"),
      row("payses_03", true),
      row("payses_04", false, { external_id: "payses_other" }),
      { id: "payses_05", hasPayment: false, data: undefined },
      row("payses_06"),
    ]
    const { store } = storeWith({ data: TERMS, collectionId: COLLECTION, sessions })
    const found = await findTry(store, KEY, [])
    expect(found?.others.map((one) => one.external_id)).toEqual(["payses_02", "payses_06"])
  })

  test("with ten others at most: more are a flood, and each is synced by itself", async () => {
    const sessions = Array.from({ length: 12 }, (_, n) => {
      const id = `payses_1${n}`
      return { id, hasPayment: false, data: { ...TERMS, external_id: id } }
    })
    const { store } = storeWith({ data: TERMS, collectionId: COLLECTION, sessions })
    expect((await findTry(store, KEY, []))?.others).toHaveLength(10)
  })

  test("by a signed callback when its session was cut off, and by whichever of them names it", async () => {
    const { store, lookedUp } = storeWith({ collectionId: COLLECTION })
    const found = await findTry(store, KEY, callbacks())
    expect(found).toEqual({ terms: TOLD, collectionId: COLLECTION, others: [], isShown: true })
    expect(lookedUp).toEqual([])
  })

  test("with its sellers' orders and the installation that opened it, as the callback says", async () => {
    const orders = ["anna", "boris"].map((seller) => orderIdOf(METADATA.sessionId, seller))
    const { store } = storeWith({})
    const found = await findTry(store, KEY, callbacks({ orders, installation: "abc" }))
    expect(found?.terms).toEqual({ ...TOLD, orders, installation: "abc" })
  })

  test("by what the store noted when it left the page behind, with its purchase", async () => {
    const { store, lookedUp } = storeWith({}, { collectionId: "pay_col_02", left: TERMS })
    const known = { terms: TERMS, collectionId: "pay_col_02", others: [], isShown: true }
    expect(await findTry(store, KEY, callbacks())).toEqual(known)
    expect(await findTry(store, KEY, [], "pay_col_02")).toEqual(known)
    expect(lookedUp).toEqual([
      [COLLECTION, ID],
      ["pay_col_02", ID],
    ])
  })

  test.each<[string, LeftTry | null]>([
    ["has no note of it", { collectionId: "pay_col_02", left: null }],
    ["is gone", null],
  ])("by its callback alone, and not as the store's own, when its purchase %s", async (_, left) => {
    const { store } = storeWith({}, left)
    expect(await findTry(store, KEY, callbacks())).toEqual({
      terms: TOLD,
      collectionId: left?.collectionId ?? null,
      others: [],
      isShown: false,
    })
    expect(await findTry(store, KEY, [], "pay_col_02")).toBeNull()
  })

  test("by its callback when that names no purchase, as older versions did", async () => {
    const { store, lookedUp } = storeWith({})
    const { purchase: _, ...metadata } = METADATA
    const found = await findTry(store, KEY, [event(writeMetadata(metadata))])
    expect(found).toEqual({ terms: TOLD, collectionId: null, others: [], isShown: false })
    expect(lookedUp).toEqual([])
  })
})

describe("A payment is not this store's", () => {
  const another = { ...TERMS, provider_id: "pp_rozetkapay_other" }

  test("when nothing here knows it and no callback names it", async () => {
    expect(await findTry(storeWith({}).store, KEY, [])).toBeNull()
    expect(await findTry(storeWith({}).store, KEY, [event({})])).toBeNull()
  })

  test.each([
    ["another payment", { sessionId: sessionId("payses_09") }],
    ["another provider", { providerId: "pp_rozetkapay_other" }],
    ["a currency that nobody can count", { currency: "XXQ" }],
  ])("when its callback is about %s", async (_, change) => {
    const { store } = storeWith({ collectionId: COLLECTION })
    expect(await findTry(store, KEY, callbacks(change))).toBeNull()
  })

  test.each([
    ["of another provider's", another],
    ["of another payment's", { ...TERMS, external_id: externalId("payses_09") }],
  ])("by a session %s", async (_, data) => {
    expect(await findTry(storeWith({ data, collectionId: COLLECTION }).store, KEY, [])).toBeNull()
  })

  test("by a note of another provider's, and such a note does not prove it", async () => {
    const { store } = storeWith({}, { collectionId: "pay_col_02", left: another })
    expect(await findTry(store, KEY, [], "pay_col_02")).toBeNull()
    expect((await findTry(store, KEY, callbacks()))?.isShown).toBe(false)
  })
})

describe("A payment is another installation's", () => {
  const here = { backendUrl: "https://shop.example" }
  const openedAt = (url: string) => ({ ...TERMS, installation: installationOf(url) })

  test("when it was opened under an address that this one never had", () => {
    expect(isOfAnother(openedAt("https://staging.example"), here)).toBe(true)
    expect(isOfAnother(openedAt("https://shop.example"), here)).toBe(false)
    expect(isOfAnother(TERMS, here)).toBe(false)
  })

  test("but not when it was opened under a former address", () => {
    const moved = { ...here, formerBackendUrls: ["https://old.example"] }
    expect(isOfAnother(openedAt("https://old.example"), moved)).toBe(false)
    expect(isOfAnother(openedAt("https://shop.example"), moved)).toBe(false)
  })
})
