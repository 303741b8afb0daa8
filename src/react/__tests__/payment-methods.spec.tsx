/** @jest-environment jsdom */
import { PayButton, PaymentMethods } from ".."
import { cart, openShop, PARTS, way } from "./shown-shop"

const NO_WAY = { code: "amount_below_least", message: "This way of paying begins at 500.00 UAH." }
const monobank = way("monobank", {
  provider_id: PARTS,
  icon: "https://banks.ua/monobank.svg",
  limits: { ...way("x").limits, least: "500", parts: { least: 3, most: 25 } },
  needs: ["parts"],
  data: { bank: "monobank" },
})
const ways = (...methods: ReturnType<typeof way>[]) => ({ methods, logged_in: false })

describe("The ways to pay", () => {
  let shop: ReturnType<typeof openShop>
  let id = 0
  const next = () => ({ ...cart, id: `cart_${++id}` })
  beforeEach(() => {
    shop = openShop()
  })
  afterEach(() => shop.leave())

  test("are radio buttons of one group with a legend, and the first that is possible is chosen", async () => {
    const chosen: string[] = []
    const reason = { available: false, reason: NO_WAY }
    const given = { listWays: async () => ways(way("page", reason), way("card"), monobank) }
    await shop.show(<PaymentMethods onChoose={({ method }) => chosen.push(method)} />, {
      given,
      cart: next(),
    })
    const radios = shop.all("input[type=radio]")
    expect(radios).toHaveLength(3)
    expect(new Set(radios.map((radio) => radio.getAttribute("name"))).size).toBe(1)
    expect(shop.find("fieldset > legend").textContent).toBe("How to pay")
    expect(shop.find("[data-method=page]").textContent).toContain(NO_WAY.message)
    expect(shop.find("[data-method=page] input").hasAttribute("disabled")).toBe(true)
    expect(shop.find("[data-method=monobank]").textContent).toContain("from ₴500.00, 3 to 25")
    expect(shop.find("[data-method=monobank] img").getAttribute("src")).toBe(monobank.icon)
    expect(chosen).toEqual(["card"])
  })

  test("leave out what nobody can pay with here", async () => {
    const none = { available: false, reason: { code: "not_set_up", message: "Not yet." } }
    const given = {
      listWays: async () =>
        ways(
          way("page"),
          way("card", none),
          way("google_pay"),
          way("other", { provider_id: "pp_system_default" }),
        ),
    }
    await shop.show(<PaymentMethods />, { given, cart: next() })
    expect(shop.all("[data-method]").map(({ dataset }) => dataset.method)).toEqual(["page"])
  })

  test("are others as soon as the storefront offers others", async () => {
    const given = { listWays: async () => ways(way("page"), monobank) }
    const own = next()
    const shown = () => shop.all("[data-method]").map(({ dataset }) => dataset.method)
    const part = <PaymentMethods />
    await shop.show(part, { given, cart: own, only: ({ needs }) => !needs.includes("parts") })
    expect(shown()).toEqual(["page"])
    await shop.show(part, { given, cart: own, only: ({ needs }) => needs.includes("parts") })
    expect(shown()).toEqual(["monobank"])
  })

  test("by a saved card say to choose another where there is none", async () => {
    const given = {
      listWays: async () => ways(way("saved_card", { data: { mode: "direct" } })),
      listCards: async () => ({ cards: [] }),
    }
    await shop.show(
      <>
        <PaymentMethods />
        <PayButton />
      </>,
      { given, cart: next() },
    )
    expect(shop.text()).toContain("There are no saved cards yet. Please choose another way")
    await shop.press(".rozetkapay-pay .rozetkapay-button")
    expect(shop.find("[role=alert]").textContent).toBe(
      "Please choose a card, or another way to pay.",
    )
  })

  test("keep the choice for a page that is loaded anew, in whatever number of its provider", async () => {
    const own = next()
    const other = way("page", { provider_id: "pp_rozetkapay_second" })
    const given = { listWays: async () => ways(way("page"), other) }
    await shop.show(<PaymentMethods />, { given, cart: own })
    await shop.press("[data-provider=pp_rozetkapay_second] input")
    const kept = sessionStorage.getItem(`rozetkapay_choice_${own.id}`) ?? ""

    // A page that is loaded anew has the tab's memory alone: here by a cart that it has not seen.
    const reloaded = next()
    sessionStorage.setItem(`rozetkapay_choice_${reloaded.id}`, kept)
    const chosen: string[] = []
    const onChoose = (one: { provider_id: string }) => chosen.push(one.provider_id)
    await shop.show(<PaymentMethods onChoose={onChoose} />, { given, cart: reloaded })
    expect(chosen.at(-1)).toBe("pp_rozetkapay_second")
  })

  test("are listed anew when the cart's total changes, and only then", async () => {
    const asked: string[] = []
    const given = {
      listWays: async (cartId: string) => {
        asked.push(cartId)
        return ways(way("page"))
      },
    }
    const own = next()
    await shop.show(<PaymentMethods />, { given, cart: own })
    await shop.show(<PaymentMethods />, { given, cart: { ...own } })
    expect(asked).toHaveLength(1)
    await shop.show(<PaymentMethods />, { given, cart: { ...own, total: 500 } })
    expect(asked).toHaveLength(2)
  })

  test("can be asked for again after an error", async () => {
    let isDown = true
    const error = { code: "no_connection", message: "The shop can't be reached." }
    const given = { listWays: async () => (isDown ? { error } : ways(way("page"))) }
    await shop.show(<PaymentMethods />, { given, cart: next() })
    expect(shop.find("[role=alert]").textContent).toContain(error.message)
    isDown = false
    await shop.press("[role=alert] button")
    expect(shop.all("[data-method]")).toHaveLength(1)
  })

  test("by a bank show each month's sum, and pay in the parts that were chosen", async () => {
    const periods = [
      { parts: 3, monthly: "159.50", last: "159.50" },
      { parts: 4, monthly: "119.62", last: "119.64" },
    ]
    const bank = {
      bank: "monobank",
      name: "monobank",
      product_name: null,
      logo_url: null,
      needs_phone: true,
      periods,
      available: true,
      reason: null,
    }
    const started: object[] = []
    const given = {
      listWays: async () => ways(monobank),
      listBanks: async () => ({ banks: [bank] }),
      startPayment: async (input: object) => {
        started.push(input)
        return { url: "https://api.shop.ua/waiting" }
      },
    }
    const own = next()
    await shop.show([<PaymentMethods key="ways" />, <PayButton key="pay" />], { given, cart: own })
    expect(shop.text()).toContain("3 × ₴159.50")
    await shop.type("select", "4")
    expect(shop.text()).toContain("The last payment: ₴119.64")
    await shop.type("input[type=tel]", "050 222 22 22")
    await shop.press(".rozetkapay-button")
    expect(started).toEqual([
      {
        cartId: own.id,
        providerId: PARTS,
        total: 478.5,
        data: { bank: "monobank", parts: 4 },
        phone: "050 222 22 22",
      },
    ])
    expect(shop.visited).toEqual(["https://api.shop.ua/waiting"])
  })

  test("by a saved card offer the default one", async () => {
    const card = (cardId: string, is_default: boolean) => ({
      id: cardId,
      mask: "424242******4242",
      brand: "VISA",
      expiry: "2031-04",
      bank: null,
      name: null,
      is_default,
    })
    const started: { data: object }[] = []
    const given = {
      listWays: async () => ways(way("saved_card", { data: { mode: "direct" } })),
      listCards: async () => ({ cards: [card("opt_1", false), card("opt_2", true)] }),
      startPayment: async (input: { data: object }) => {
        started.push(input)
        return { orderId: "order_1" }
      },
    }
    const ordered: (string | null)[] = []
    Object.defineProperty(navigator, "javaEnabled", { configurable: true, value: () => false })
    await shop.show([<PaymentMethods key="ways" />, <PayButton key="pay" />], {
      given,
      cart: next(),
      onOrdered: (orderId) => ordered.push(orderId),
    })
    expect(shop.text()).toContain("VISA ••••\u00a04242, 04/31")
    await shop.press(".rozetkapay-button")
    expect(started[0]?.data).toMatchObject({
      mode: "direct",
      payment_method: { type: "wallet", option_id: "opt_2" },
    })
    expect(ordered).toEqual(["order_1"])
  })
})
