import { moneyOf } from "../../../../core/money"
import { sessionId } from "../../../../core/session-id"
import { linkPage as page, type ShownLink } from "../link-page"
import type { Link } from "../read-link"

const link: Link = {
  orderNumber: 12,
  money: moneyOf("1319.99", "UAH"),
  state: "payable",
  orderId: "order_1",
  pages: [
    {
      url: "https://checkout.example/p?a=1&b=2",
      of: { provider_id: "pp_rozetkapay_main", session_id: sessionId("payses_1") },
      choice: null,
      takesTry: true,
    },
  ],
  held: null,
}

const CARD = {
  provider_id: "pp_rozetkapay_main",
  method: "page",
  name: "Card",
  description: "",
  data: { mode: "hosted" },
  asks: { parts: null, blikCode: false },
}

const linkPage = (
  shown: Link,
  reason: string | null,
  language: ShownLink["language"],
  more: Partial<ShownLink> = {},
) =>
  page({
    link: shown,
    order: null,
    ways: [],
    reason,
    named: "order_1",
    language,
    look: {},
    ...more,
  })

describe("a payment link's page", () => {
  test("says which order it is for, how much, and leads to RozetkaPay", () => {
    const page = linkPage(link, null, "uk")
    expect(page).toContain("Замовлення №12")
    expect(page).toContain("1\u00a0319,99\u00a0₴")
    expect(page).toContain('href="https://checkout.example/p?a=1&amp;b=2"')
  })

  test("says why a payment was refused, in words of its own, whatever stands in the address", () => {
    expect(linkPage(link, "insufficient_funds", "en")).toContain('class="why"')
    for (const forged of ["<script>alert(1)</script>", "Call +380 44 000 00 00", "__proto__"]) {
      expect(linkPage(link, forged, "en")).not.toContain(forged)
    }
  })

  test("asks for nothing when the order is paid or was cancelled, or the link is out of date", () => {
    for (const state of ["paid", "order_canceled", "closed", "too_much"] as const) {
      const page = linkPage({ ...link, state }, "declined", "en")
      expect(page).not.toContain('class="why"')
      expect(page).not.toContain('href="https')
      expect(page).not.toContain("1,319.99")
    }
  })

  test("says that money goes back which came for an order that is paid, or was cancelled", () => {
    const canceled = linkPage({ ...link, state: "order_canceled" }, "returned", "uk")
    expect(canceled).toContain("повертаються на картку")
    expect(canceled).toContain("Замовлення скасовано")
    const twice = linkPage({ ...link, state: "paid" }, "paid_otherwise", "en")
    expect(twice).toContain("paid by another payment already")
    expect(twice).toContain("Paid. Thank you!")
  })

  test("neither asks for the sum again nor hides the way back while the bank confirms a payment", () => {
    const page = linkPage({ ...link, state: "confirming" }, null, "en")
    expect(page).toContain("still confirming")
    expect(page).not.toContain('class="button"')
    expect(page).not.toContain("1,319.99")
    expect(page).toContain('href="https://checkout.example/p?a=1&amp;b=2"')
  })

  test("asks to open the shop's link again when no page of RozetkaPay's is open", () => {
    expect(linkPage({ ...link, pages: [] }, null, "uk")).toContain("посилання магазину")
  })

  test("sends nobody to a page that is old, or that has refused a card", () => {
    const pages = link.pages.map((one) => ({ ...one, takesTry: false }))
    const shown = linkPage({ ...link, pages }, null, "uk")
    expect(shown).not.toContain("checkout.example")
    expect(shown).toContain("посилання магазину")
    const confirming = linkPage({ ...link, pages, state: "confirming" }, null, "uk")
    expect(confirming).not.toContain("checkout.example")
  })

  test("waits by itself while the bank confirms, and leads whoever has confirmed nothing to the other ways", () => {
    const confirming: Link = { ...link, state: "confirming" }
    const waiting = linkPage(confirming, null, "en", { ways: [CARD], looks: 3 })
    expect(waiting).toContain('content="3;url=?order_id=order_1&amp;n=4"')
    expect(waiting).toContain('href="?order_id=order_1&amp;other=1"')
    expect(waiting).not.toContain("<form")
    const other = linkPage(confirming, null, "en", { ways: [CARD], isOther: true })
    expect(other).not.toContain("http-equiv")
    expect(other).toContain("one of the two goes back")
    expect(other).toContain(`value="${CARD.provider_id} page"`)
    expect(linkPage(confirming, null, "en", { named: null, looks: 60 })).not.toContain("http-equiv")
  })

  test("shows what was bought, and offers each way to pay, once the order was named", () => {
    const order = {
      lines: [{ title: "<b>Shirt</b>", quantity: 2, money: moneyOf("1200", "UAH") }],
      total: moneyOf("1500", "UAH"),
      toPay: {
        money: link.money,
        email: null,
        locale: null,
        shippingAddress: null,
        billingAddress: null,
        customerId: null,
        providerIds: [],
      },
    }
    const way = {
      provider_id: "pp_rozetkapay-payparts_parts",
      method: "monobank",
      name: "monobank",
      description: "",
      data: { bank: "monobank" },
      asks: {
        parts: [
          { parts: 4, monthly: moneyOf("330", "UAH"), last: moneyOf("330", "UAH") },
          { parts: 7, monthly: moneyOf("188.57", "UAH"), last: moneyOf("188.58", "UAH") },
        ],
        blikCode: false,
      },
    }
    const shown = linkPage(link, null, "en", { order, ways: [way] })
    expect(shown).toContain("&lt;b&gt;Shirt&lt;/b&gt; × 2")
    expect(shown).toContain("The whole order")
    expect(shown).toContain('value="pp_rozetkapay-payparts_parts monobank"')
    expect(shown).toContain('<option value="4">4 × ₴330.00</option>')
    expect(shown).toContain('<option value="7">7 × ₴188.57. Last one: ₴188.58</option>')
    expect(linkPage(link, null, "en", { ways: [] })).not.toContain("Shirt")
  })

  test("has the shop's name, its logo and a button whose text can be read", () => {
    const look = {
      name: "Крамниця & Co",
      logoUrl: "https://shop.example/logo.png",
      color: "#ffee00",
    }
    const shown = linkPage(link, null, "uk", { look })
    expect(shown).toContain("Крамниця &amp; Co")
    expect(shown).toContain('src="https://shop.example/logo.png"')
    expect(shown).toContain("background:#ffee00;color:#1c231f")
  })
})
