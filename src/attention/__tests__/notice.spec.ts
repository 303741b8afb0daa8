import type { AttentionItem } from "../../admin-client"
import { noticeOf } from "../notice"

const HOLD: AttentionItem = {
  id: "hold_lapsing:payses_1",
  kind: "hold_lapsing",
  since: "2026-11-26T10:00:00.000Z",
  until: "2026-11-28T23:30:00.000Z",
  amount: "1319.99",
  currency_code: "uah",
  order: { id: "order_1", display_id: 12 },
  payment_id: "pay_1",
  provider_id: "pp_rozetkapay_rozetkapay",
  external_id: "payses_1",
  detail: null,
  belongs_to: null,
}

test("A notice names the order, the sum, and the day in Kyiv until which to capture", () => {
  expect(noticeOf(HOLD, "uk")).toEqual({
    title: "Банк скоро зніме блокування коштів",
    description: expect.stringMatching(
      /^Замовлення №12 · 1319\.99 UAH · Списати до 29 листопада 2026/,
    ),
  })
  expect(noticeOf(HOLD, "en").description).toBe(
    "Order #12 · 1319.99 UAH · Capture by 29 November 2026",
  )
})

test("A notice of money that nobody can place names the payment, and the order that it may be for", () => {
  const item: AttentionItem = {
    ...HOLD,
    kind: "unexplained",
    until: null,
    order: null,
    belongs_to: { id: "order_2", display_id: 7 },
  }
  expect(noticeOf(item, "en").description).toBe(
    "Payment payses_1 · 1319.99 UAH · It seems to be Order #7",
  )
})

test("A notice says no sum that is not known", () => {
  const item: AttentionItem = { ...HOLD, kind: "difference", until: null, amount: null }
  expect(noticeOf(item, "uk").description).toBe("Замовлення №12")
})
