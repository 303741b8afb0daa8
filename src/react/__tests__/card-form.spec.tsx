/** @jest-environment jsdom */
import type { Started } from "../../storefront/payment-actions"
import { CardForm, PayButton, SavedCards } from ".."
import { openShop, way } from "./shown-shop"
import { putWidget } from "./widget-of-a-page"

const asks = { save: true, remember: true }
const card = way("card", {
  settings: { widget_key: "key_1", script_url: "https://cdn/w.js" },
  asks,
})
const REFUSED: Started = { error: { code: "card_expired", message: "Check the card." } }

describe("RozetkaPay's card form in the page", () => {
  let shop: ReturnType<typeof openShop>
  let widget: ReturnType<typeof putWidget>
  let answers: Started[]
  const sent: Record<string, unknown>[] = []
  const startPayment = async ({ data }: { data: Readonly<Record<string, unknown>> }) => {
    sent.push(data)
    return answers.shift() ?? { url: "https://bank.ua/3ds" }
  }
  beforeEach(() => {
    shop = openShop()
    widget = putWidget()
    answers = []
    sent.length = 0
  })
  afterEach(() => shop.leave())

  test("pays by the press in it, and keeps the card when the customer has asked for it", async () => {
    const listWays = async () => ({ methods: [card], logged_in: true })
    await shop.show(<PayButton />, { given: { listWays, startPayment } })
    expect(widget.asked).toHaveLength(1)
    expect(widget.asked[0]).toMatchObject({ key: "key_1", amount: 478.5, lang: "en" })
    await shop.press("input[name=rozetkapay-save]")
    await widget.fillIn()
    expect(sent).toMatchObject([
      { mode: "direct", payment_method: { type: "cc_token", token: "tok_1" }, save: true },
    ])
    expect(sent[0]).not.toHaveProperty("remember")
    expect(shop.visited).toEqual(["https://bank.ua/3ds"])
  })

  test("asks a guest nothing", async () => {
    const guests = { ...card, asks: { save: false, remember: false } }
    await shop.show(<CardForm way={guests} />, { given: { startPayment } })
    expect(shop.all("input[type=checkbox]")).toHaveLength(0)
  })

  test("is a new one after a refusal, since a token works once", async () => {
    answers = [REFUSED]
    await shop.show(<CardForm way={card} />, { given: { startPayment } })
    await widget.fillIn()
    expect(shop.find("[role=alert]").textContent).toBe("Check the card.")
    expect(widget.asked).toHaveLength(2)
  })

  test("keeps the card for a press while the rest of the checkout is not filled in", async () => {
    let isValid = false
    await shop.show(<CardForm way={card} onPress={() => isValid} />, { given: { startPayment } })
    await widget.fillIn()
    expect(sent).toHaveLength(0)
    isValid = true
    await shop.press(".rozetkapay-button")
    expect(sent).toHaveLength(1)
  })

  test("says that a card is saved, where nothing is paid", async () => {
    const added: unknown[] = []
    const given = {
      listCards: async () => ({ cards: [] }),
      addCard: async (token: unknown) => {
        added.push(token)
        return { url: "https://bank.ua/confirm" }
      },
    }
    await shop.show(<SavedCards widget={{ key: "key_1" }} />, { given })
    await shop.press(".rozetkapay-add-card button")
    expect(widget.asked[0]?.locale).toEqual({ en: { submit: "Save the card" } })
    expect(widget.asked[0]).not.toHaveProperty("amount")
    await widget.fillIn()
    expect(added).toMatchObject([{ token: "tok_1", fingerprint: expect.any(Object) }])
    expect(shop.visited).toEqual(["https://bank.ua/confirm"])
  })
})
