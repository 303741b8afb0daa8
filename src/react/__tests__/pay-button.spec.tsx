/** @jest-environment jsdom */
import { act } from "react"
import type { Started } from "../../storefront/payment-actions"
import { PayButton } from ".."
import { cart, openShop, way } from "./shown-shop"

const PAGE = { url: "https://checkout.rozetkapay.com/p/1" }
const refusal = (code: string) => ({ error: { code, message: `Sentence of ${code}.` } })
const BUTTON = ".rozetkapay-button"

describe("The button that pays", () => {
  let shop: ReturnType<typeof openShop>
  let answers: Started[]
  let starts = 0
  const ways = { methods: [way("page")], logged_in: false }
  const startPayment = async () => {
    starts += 1
    return answers.shift() ?? PAGE
  }
  const given = { listWays: async () => ways, startPayment }

  beforeEach(() => {
    shop = openShop()
    answers = []
    starts = 0
  })
  afterEach(async () => {
    jest.useRealTimers()
    await shop.leave()
  })

  test.each([
    ["en", "uah", "Pay ₴478.50"],
    ["uk-UA", "uah", "Сплатити 478,50\u00a0₴"],
    ["ua", "eur", "Сплатити 478,50\u00a0€"],
    ["en", "not a currency", "Pay 478.5 NOT A CURRENCY"],
  ])("says in %s what is paid in %s", async (language, currency_code, label) => {
    await shop.show(<PayButton />, { given, language, cart: { ...cart, currency_code } })
    expect(shop.find(BUTTON).textContent).toBe(label)
  })

  test("leads to the page once, however often it is pressed", async () => {
    await shop.show(<PayButton />, { given })
    await act(async () => {
      shop.find(BUTTON).click()
      shop.find(BUTTON).click()
    })
    await shop.press(BUTTON)
    expect(starts).toBe(1)
    expect(shop.visited).toEqual([PAGE.url])
    expect(shop.find(BUTTON).getAttribute("aria-disabled")).toBe("true")
  })

  test("can be pressed again when the browser's back button shows the page as it was", async () => {
    await shop.show(<PayButton />, { given })
    await shop.press(BUTTON)
    const back = Object.assign(new Event("pageshow"), { persisted: true })
    await act(async () => window.dispatchEvent(back))
    expect(shop.find(BUTTON).getAttribute("aria-disabled")).toBe("false")
    await shop.press(BUTTON)
    expect(shop.visited).toHaveLength(2)
  })

  test("waits while another tab starts a payment of the cart, and then asks again", async () => {
    jest.useFakeTimers()
    answers = [refusal("another_is_starting"), refusal("another_is_starting"), PAGE]
    await shop.show(<PayButton />, { given })
    await shop.press(BUTTON)
    expect(shop.find("[role=status]").textContent).toContain("Waiting")
    await act(async () => jest.advanceTimersByTimeAsync(60_000))
    expect(shop.visited).toEqual([PAGE.url])
  })

  test("says so when the other tab takes too long", async () => {
    jest.useFakeTimers()
    answers = Array.from({ length: 9 }, () => refusal("another_is_starting"))
    await shop.show(<PayButton />, { given })
    await shop.press(BUTTON)
    await act(async () => jest.advanceTimersByTimeAsync(60_000))
    expect(shop.find("[role=alert]").dataset.code).toBe("another_is_starting")
    expect(starts).toBe(4)
  })

  test("tells a refusal where the keyboard is led to, and can be pressed again", async () => {
    const told: string[] = []
    answers = [refusal("insufficient_funds")]
    await shop.show(<PayButton onError={({ code }) => told.push(code)} />, {
      given,
      say: ({ code }) => (code === "insufficient_funds" ? "In the shop's own words." : undefined),
    })
    await shop.press(BUTTON)
    const alert = shop.find("[role=alert]")
    expect(alert.textContent).toBe("In the shop's own words.")
    expect(document.activeElement).toBe(alert)
    expect(told).toEqual(["insufficient_funds"])
    await shop.press(BUTTON)
    expect(shop.all("[role=alert]")).toHaveLength(0)
    expect(shop.visited).toEqual([PAGE.url])
  })

  test("has the cart loaded anew when its price has changed", async () => {
    let changed = 0
    let listed = 0
    answers = [refusal("cart_changed")]
    const listWays = async () => {
      listed += 1
      return ways
    }
    await shop.show(<PayButton />, {
      given: { ...given, listWays },
      onCartChanged: () => {
        changed += 1
      },
    })
    await shop.press(BUTTON)
    expect([changed, listed]).toEqual([1, 2])
    expect(shop.find("[role=alert]").dataset.code).toBe("cart_changed")
  })

  test.each([
    "already_ordered",
    "paid",
  ])("has the order looked for when the cart is %s", async (code) => {
    const ordered: (string | null)[] = []
    answers = [refusal(code)]
    await shop.show(<PayButton />, { given, onOrdered: (orderId) => ordered.push(orderId) })
    await shop.press(BUTTON)
    expect(ordered).toEqual([null])
  })

  test("lists the ways again when they could not be listed", async () => {
    let isDown = true
    const error = { code: "no_connection", message: "The shop can't be reached." }
    const listWays = async () => (isDown ? { error } : ways)
    await shop.show(<PayButton />, { given: { ...given, listWays } })
    expect(shop.find("[role=status]").textContent).toBe(error.message)
    isDown = false
    await shop.press(BUTTON)
    expect(shop.find(BUTTON).textContent).toBe("Pay ₴478.50")
  })

  test("says that a cart is gone, and has it loaded anew", async () => {
    let changed = 0
    const error = { code: "no_such_cart", message: "The query names no cart." }
    await shop.show(<PayButton />, {
      given: { ...given, listWays: async () => ({ error }) },
      onCartChanged: () => {
        changed += 1
      },
    })
    expect(shop.find("[role=status]").textContent).toContain("has become an order")
    expect(changed).toBe(1)
  })

  test("is off for a cart that is an order", async () => {
    await shop.show(<PayButton />, {
      given,
      cart: { ...cart, completed_at: "2026-11-26T10:00:00Z" },
    })
    await shop.press(BUTTON)
    expect(starts).toBe(0)
    expect(shop.find("[role=status]").textContent).toBe("The order is placed already.")
  })

  test("never leads to what is no web address", async () => {
    answers = [{ url: "javascript:alert(1)" }]
    await shop.show(<PayButton />, { given })
    await shop.press(BUTTON)
    expect(shop.visited).toEqual([])
    expect(shop.all("[role=alert]")).toHaveLength(1)
  })

  test("starts nothing while the storefront's own form is not valid", async () => {
    await shop.show(<PayButton onPress={() => false} />, { given })
    await shop.press(BUTTON)
    expect(starts).toBe(0)
    expect(shop.find(BUTTON).getAttribute("aria-disabled")).toBe("false")
  })

  test("asks for later charges only whom the list of ways says to ask", async () => {
    await shop.show(<PayButton />, { given })
    expect(shop.all("input[type=checkbox]")).toHaveLength(0)
    const asks = { save: false, remember: true }
    const data: object[] = []
    await shop.show(<PayButton />, {
      cart: { ...cart, id: "cart_of_customer" },
      given: {
        listWays: async () => ({ methods: [way("page", { asks })], logged_in: true }),
        startPayment: async (input) => {
          data.push(input.data)
          return PAGE
        },
      },
    })
    const box = shop.find("input[type=checkbox]")
    expect(box.matches(":checked")).toBe(false)
    await shop.press("input[type=checkbox]")
    await shop.press(BUTTON)
    expect(data).toEqual([{ mode: "hosted", remember: true }])
  })
})
