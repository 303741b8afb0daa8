/** @jest-environment jsdom */
import type { SavedCard } from "../../storefront/shopper-answers"
import { ExpressButton, SavedCards } from ".."
import { openShop } from "./shown-shop"

const card = (id: string, is_default: boolean): SavedCard => ({
  id,
  mask: `424242******${id}`,
  brand: "VISA",
  expiry: null,
  bank: null,
  name: null,
  is_default,
})

describe("A customer's saved cards", () => {
  let shop: ReturnType<typeof openShop>
  beforeEach(() => {
    shop = openShop()
  })
  afterEach(() => shop.leave())

  test("can be made the default one, and deleted by two presses", async () => {
    let cards = [card("1111", true), card("2222", false)]
    const given = {
      listCards: async () => ({ cards }),
      setDefaultCard: async (id: string) => {
        cards = cards.map((one) => ({ ...one, is_default: one.id === id }))
        return { card: card(id, true) }
      },
      removeCard: async (id: string) => {
        cards = cards.filter((one) => one.id !== id)
        return { removed: id }
      },
    }
    await shop.show(<SavedCards />, { given })
    await shop.press("[data-card='2222'] .rozetkapay-make-default")
    expect(shop.find("[data-card='2222']").textContent).toContain("default")
    await shop.press("[data-card='1111'] .rozetkapay-ask-delete")
    expect(cards).toHaveLength(2)
    await shop.press("[data-card='1111'] .rozetkapay-delete")
    expect(shop.all("[data-card]")).toHaveLength(1)
    expect(shop.find("[role=status]").textContent).toContain("VISA ••••\u00a01111 is deleted")
  })

  test("show the consent to later charges, and withdraw it", async () => {
    let given = true
    const status = async () => ({
      given,
      mask: given ? "424242******4242" : null,
      given_at: null,
      currency_code: null,
    })
    await shop.show(<SavedCards />, {
      given: {
        listCards: async () => ({ cards: [] }),
        readConsent: status,
        withdrawConsent: () => {
          given = false
          return status()
        },
      },
    })
    expect(shop.find(".rozetkapay-consent-status").textContent).toContain("••••\u00a04242")
    await shop.press(".rozetkapay-withdraw")
    expect(shop.find(".rozetkapay-consent-status").textContent).toContain("is withdrawn")
  })

  test("tell whoever is not logged in, and can be asked for again", async () => {
    const error = { code: "not_logged_in", message: "Please log in." }
    await shop.show(<SavedCards />, { given: { listCards: async () => ({ error }) } })
    expect(shop.find("[role=alert]").textContent).toContain("Please log in.")
    expect(shop.all(".rozetkapay-add-card")).toHaveLength(0)
  })

  test("A product is bought in one press, by a cart that the storefront makes for it", async () => {
    const bought: string[] = []
    const given = {
      startExpress: async ({ cartId }: { cartId: string }) => {
        bought.push(cartId)
        return { url: "https://checkout.rozetkapay.com/express" }
      },
    }
    await shop.show(<ExpressButton cartId={async () => "cart_new"} />, { given, cart: null })
    await shop.press("button")
    expect(bought).toEqual(["cart_new"])
    expect(shop.visited).toEqual(["https://checkout.rozetkapay.com/express"])
  })
})
