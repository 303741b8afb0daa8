import fc from "fast-check"
import { sessionId } from "../../../core/session-id"
import { parseOptionsBy } from "../../../provider/store-options"
import { cardAdapter } from "../../../providers/rozetkapay/descriptor"
import { cartAddress, storefrontAddress } from "../storefront-address"
import type { ShopperResult } from "../sync-for-shopper"

const urls = { backendUrl: "https://api.shop.example", storefrontUrl: "https://shop.example" }
const keys = { login: "shop-login", password: "shop-password" }
const options = parseOptionsBy(cardAdapter, { ...keys, ...urls })

const returning = {
  providerId: "pp_rozetkapay_main",
  sessionId: sessionId("payses_01"),
}

const cart = { cart_id: "cart_1", country_code: "pl" }
const noCart = { cart_id: null, country_code: null }

const sentTo = (result: ShopperResult, given = options) =>
  storefrontAddress(result, given, returning)

describe("where a shopper goes from RozetkaPay", () => {
  test("to the order's page of the official storefront, in the cart's country", () => {
    expect(sentTo({ is: "order_placed", order_id: "order_1", ...cart })).toBe(
      "https://shop.example/pl/order/order_1/confirmed",
    )
    expect(sentTo({ is: "order_placed", order_id: "order_1", ...noCart })).toBe(
      "https://shop.example/ua/order/order_1/confirmed",
    )
  })

  test("back to the checkout with the bank's code, and no words: anybody can write others into an address", () => {
    const decline = { code: "insufficient_funds", description: "Not sufficient funds" }
    const url = new URL(sentTo({ is: "declined", decline, ...cart }))
    expect(url.origin + url.pathname).toBe("https://shop.example/pl/checkout")
    expect(Object.fromEntries(url.searchParams)).toEqual({
      step: "payment",
      payment_error: "insufficient_funds",
    })
    for (const code of [null, "", "Недостатньо коштів", "no money", "x".repeat(65)]) {
      const said = new URL(
        sentTo({ is: "declined", decline: { code, description: null }, ...cart }),
      )
      expect(said.searchParams.get("payment_error")).toBe("declined")
    }
  })

  test("to the order, with the code of what became of the money, when another page of the cart has paid for it", () => {
    const result = { is: "returned", reason: "paid_otherwise", order_id: "order_1" } as const
    const url = new URL(sentTo({ ...result, ...cart }))
    expect(url.origin + url.pathname).toBe("https://shop.example/pl/order/order_1/confirmed")
    expect(url.search).toBe("?payment_error=paid_otherwise")

    const own = parseOptionsBy(cardAdapter, {
      ...keys,
      ...urls,
      successUrl: "{storefront_url}/o?id={order_id}",
    })
    const { searchParams } = new URL(sentTo({ ...result, ...cart }, own))
    expect(searchParams.get("id")).toBe("order_1")
    expect(searchParams.get("payment_error")).toBe("paid_otherwise")
  })

  test("to the link's own page when its order was paid by another payment, or the money went back", () => {
    const link = { ...noCart, link: "pay_col_1" }
    const page = "https://api.shop.example/payment-collection/pay_col_1?payment_error="
    const order_id = "order_1"
    expect(sentTo({ is: "returned", reason: "paid_otherwise", order_id, ...link })).toBe(
      `${page}paid_otherwise`,
    )
    expect(sentTo({ is: "returned", reason: "order_failed", order_id: null, ...link })).toBe(
      `${page}returned`,
    )
  })

  const mismatched = { is: "returned", reason: "mismatched", order_id: null } as const

  test.each<[ShopperResult, string]>([
    [{ is: "unpaid", ...cart }, "unpaid"],
    [{ ...mismatched, ...cart }, "returned"],
    [{ is: "unknown_session" }, "unknown_session"],
  ])("back to the checkout when there is no order: %j", (result, reason) => {
    const url = new URL(sentTo(result))
    expect(url.pathname).toMatch(/\/checkout$/)
    expect(url.searchParams.get("payment_error")).toBe(reason)
  })

  test.each<ShopperResult>([
    { is: "unpaid", ...cart, standing: "order_1" },
    {
      is: "declined",
      decline: { code: "declined", description: null },
      ...cart,
      standing: "order_1",
    },
  ])("to the order when another page of the cart has become it, since nothing is to be paid: %j", (result) => {
    expect(sentTo(result)).toBe("https://shop.example/pl/order/order_1/confirmed")
  })

  test("to a page that waits while the bank, or this server, needs more time", () => {
    const waiting = "https://api.shop.example/hooks/rozetkapay/pp_rozetkapay_main/waiting/payses_01"
    expect(sentTo({ is: "waiting", ...cart })).toBe(waiting)
    expect(sentTo({ is: "unfinished" })).toBe(waiting)
  })

  test("and from there back to the cart, when the payment was left without confirming it", () => {
    const url = new URL(cartAddress({ is: "waiting", ...cart }, options, returning) ?? "")
    expect(url.origin + url.pathname).toBe("https://shop.example/pl/checkout")
    expect(url.searchParams.get("payment_error")).toBe("unconfirmed")
    expect(cartAddress({ is: "unfinished" }, options, returning)).toBeNull()
  })

  test("to the shop, when a payment link was paid", () => {
    expect(sentTo({ is: "authorized", ...noCart })).toBe("https://shop.example")
  })

  test("a store's own addresses may use every placeholder", () => {
    const own = parseOptionsBy(cardAdapter, {
      ...keys,
      ...urls,
      successUrl:
        "{storefront_url}/danke?o={order_id}&c={cart_id}&p={provider_id}&s={session_id}&l={country_code}&b={backend_url}&r={reason}",
    })
    expect(sentTo({ is: "order_placed", order_id: "order_1", ...cart }, own)).toBe(
      "https://shop.example/danke?o=order_1&c=cart_1&p=pp_rozetkapay_main&s=payses_01&l=pl&b=https://api.shop.example&r=",
    )
  })

  test("whatever a bank's code or a session id is, the shopper stays in the shop and reads no sentence of the bank's", () => {
    const odd = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom("../../evil", "//evil.example", "a&payment_error=b", "#", "{order_id}", "$&"),
    )
    fc.assert(
      fc.property(odd, odd, (code, session) => {
        const decline = { code, description: null }
        const shopper = { ...returning, sessionId: sessionId(session) }
        const refused = new URL(
          storefrontAddress({ is: "declined", decline, ...cart }, options, shopper),
        )
        expect(refused.origin + refused.pathname).toBe("https://shop.example/pl/checkout")
        expect([code, "declined"]).toContain(refused.searchParams.get("payment_error"))
        expect(refused.searchParams.get("payment_error")).toMatch(/^[\w-]+$/)

        const waiting = new URL(storefrontAddress({ is: "unfinished" }, options, shopper))
        expect(waiting.origin).toBe("https://api.shop.example")
        expect(waiting.search + waiting.hash).toBe("")
      }),
    )
  })

  test("a shop whose own address looks like a pattern is still found", () => {
    for (const storefrontUrl of ["https://shop.example/$&", "https://shop.example/$$/$1/$`"]) {
      const own = parseOptionsBy(cardAdapter, { ...keys, ...urls, storefrontUrl })
      expect(sentTo({ is: "order_placed", order_id: "order_1", ...cart }, own)).toBe(
        `${storefrontUrl}/pl/order/order_1/confirmed`,
      )
    }
  })
})
