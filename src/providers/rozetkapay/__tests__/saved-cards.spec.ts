import {
  dropConnection,
  type Reaction,
  withGateway,
} from "../../../rozetkapay/__tests__/local-gateway"
import { type CardToAdd, CardWallet } from "../card-wallet"
import { requireOwnCard } from "../require-own-card"
import { SavedCards } from "../saved-cards"

const OWN = "0ee67270-297d-4ed4-993c-5b4ba95c4daf"
const OTHERS = "7d1f6d0c-9a0e-4d0b-8f0e-2a8f7b0c1d2e"
const TOKEN = "b1946ac92492d2347c6235b4d2611184"
const wire = {
  option_id: OWN,
  type: "card",
  name: "Зарплатна",
  is_default: true,
  card: {
    token: TOKEN,
    mask: "424242******4242",
    expires_at: "2031-04-30T00:00:00Z",
    bank_short_name: "monobank",
    payment_system: "VISA",
  },
}
const face = {
  id: OWN,
  mask: "424242******4242",
  brand: "VISA",
  expiry: "2031-04",
  bank: "monobank",
  name: "Зарплатна",
  isDefault: true,
}
const wallet = { body: { external_id: "cus_1", wallet: [wire] } }
const refusal = (code: string, type: string) => ({ status: 400, body: { code, type, message: "" } })
const owner = { customerId: "cus_1", language: "en" } as const
const toAdd: CardToAdd = {
  card: { token: TOKEN, mask: "424242******4242", expiresAt: "2031-04-30T00:00:00" },
  makeDefault: false,
  fingerprint: null,
  callbackUrl: "https://api.shop.example/hooks",
  resultUrl: "https://shop.example/cards",
}

/** What the shopper is told, or the result. */
const asked = (reactions: Reaction[], ask: (cards: SavedCards) => Promise<unknown>) =>
  withGateway(reactions, async (client, { requests }) => {
    const answer = await ask(new SavedCards(new CardWallet(client.wallet))).catch(
      (error: unknown) => error,
    )
    return { answer, methods: requests.map(({ method }) => method) }
  })

describe("a customer's saved cards", () => {
  test("are asked of RozetkaPay once at a time, however many ask at the same moment", async () => {
    const many = (cards: SavedCards) =>
      Promise.all(Array.from({ length: 50 }, () => cards.list(owner)))
    const { answer, methods } = await asked([wallet, wallet, wallet], many)
    expect(answer).toHaveLength(50)
    expect(methods.length).toBeLessThanOrEqual(2)
  })

  test("show their face, and only cards", async () => {
    const body = {
      external_id: "cus_1",
      wallet: [wire, { ...wire, option_id: "2", type: "iban" }, { option_id: "3" }],
    }
    const { answer } = await asked([{ body }], (cards) => cards.list(owner))
    const unknown = { mask: null, brand: null, expiry: null, bank: null, name: null }
    expect(answer).toEqual([face, { id: "3", ...unknown, isDefault: false }])
    expect(JSON.stringify(answer)).not.toContain(TOKEN)
  })

  test.each([
    ["2031-04-30T00:00:00Z", "2031-04"],
    ["2031-04", "2031-04"],
    ["04/31", null],
    ["20310430", null],
  ])("an expiry written as %s is shown as %s", async (expires_at, expiry) => {
    const body = { external_id: "cus_1", wallet: [{ ...wire, card: { ...wire.card, expires_at } }] }
    const { answer } = await asked([{ body }], (cards) => cards.list(owner))
    expect(answer).toMatchObject([{ expiry }])
  })

  test("a card that is not in the customer's own list is never spoken of to RozetkaPay", async () => {
    const unknown = { type: "not_found", message: expect.stringContaining("no such card") }
    for (const ask of [
      (cards: SavedCards) => cards.remove(owner, OTHERS),
      (cards: SavedCards) => cards.makeDefault(owner, OTHERS),
      (cards: SavedCards) =>
        requireOwnCard({ type: "wallet", optionId: OTHERS }, "cus_1", cards, "en"),
    ]) {
      const { answer, methods } = await asked([wallet], ask)
      expect(answer).toMatchObject(unknown)
      expect(methods).toEqual(["GET"])
    }
  })

  test("their own card may be removed, named the default and paid with", async () => {
    const gone = await asked([wallet, { body: { option_id: OWN, delete: true } }], (cards) =>
      cards.remove(owner, OWN),
    )
    expect(gone).toEqual({ answer: undefined, methods: ["GET", "DELETE"] })
    const named = await asked([wallet, { body: { option_id: OWN, success: true } }], (cards) =>
      cards.makeDefault(owner, OWN),
    )
    expect(named).toEqual({ answer: face, methods: ["GET", "POST"] })
    const paid = await asked([wallet], (cards) =>
      requireOwnCard({ type: "wallet", optionId: OWN }, "cus_1", cards, "en"),
    )
    expect(paid).toEqual({ answer: undefined, methods: ["GET"] })
  })

  test.each([
    ["removed", { option_id: OWN, delete: false }, "remove"],
    ["named the default", { option_id: OWN, success: false }, "makeDefault"],
  ] as const)("a card that RozetkaPay has not %s is said to be so", async (_, body, change) => {
    const { answer } = await asked([wallet, { body }], (cards) => cards[change](owner, OWN))
    expect(answer).toMatchObject({ code: "no_answer" })
  })
})

describe("adding a card", () => {
  const url = "https://bank.example/3ds"
  test.each<[string, object, object]>([
    [
      "is done by the status success with the card",
      { status: "success", payment_method: wire },
      { is: "saved", card: face },
    ],
    [
      "goes on at the bank when RozetkaPay says where",
      { status: "pending", action_required: true, action: { type: "url", value: url } },
      { is: "to_confirm", url },
    ],
    [
      "goes on at the bank even when it is called a success",
      {
        status: "success",
        payment_method: wire,
        action_required: true,
        action: { type: "url", value: url },
      },
      { is: "to_confirm", url },
    ],
    [
      "has failed by the status failure",
      { status: "failure" },
      { type: "payment_authorization_error", code: "refused" },
    ],
    ["is not known without the card", { status: "success" }, { code: "maybe_added" }],
    ["is not known by an unknown status", { status: "of_tomorrow" }, { code: "maybe_added" }],
    [
      "never sends the shopper to something that is no web address",
      { status: "pending", action: { type: "url", value: "javascript:alert(1)" } },
      { code: "maybe_added" },
    ],
  ])("%s", async (_, body, expected) => {
    const { answer } = await asked([{ body }], (cards) => cards.add(owner, toAdd))
    expect(answer).toMatchObject(expected)
  })

  test.each<[string, Reaction, string]>([
    ["a used token", refusal("invalid_card_token", "payment_method_error"), "enter it again"],
    [
      "a project without a wallet",
      refusal("wallet_not_configured", "payment_settings_error"),
      "not available",
    ],
    [
      "wrong keys",
      { status: 401, body: { code: "authorization_failed", type: "api_error" } },
      "not available",
    ],
    [
      "too many requests",
      { status: 429, headers: { "X-RateLimit-Reset": "3600" } },
      "does not answer",
    ],
    ["a lost answer", dropConnection, "not known yet"],
    ["an answer without sense", { body: "<html>" }, "not known yet"],
  ])("%s is told in a sentence, without the token, and never tried twice", async (_, reaction, words) => {
    const { answer, methods } = await asked([reaction], (cards) => cards.add(owner, toAdd))
    expect(answer).toBeInstanceOf(Error)
    expect(String(answer)).toContain(words)
    expect(String(answer)).not.toContain(TOKEN)
    expect(methods).toEqual(["POST"])
  })
})

describe("a guest", () => {
  test.each([
    { type: "wallet", optionId: OWN },
    { type: "cc_token", token: TOKEN, save: true },
  ] as const)("is asked to log in before anything is sent: $type", async (instrument) => {
    const { answer, methods } = await asked([wallet], (cards) =>
      requireOwnCard(instrument, null, cards, "uk"),
    )
    expect(answer).toMatchObject({ message: expect.stringContaining("Увійдіть") })
    expect(methods).toEqual([])
  })

  test.each([
    null,
    { type: "cc_token", token: TOKEN, save: false },
    { type: "google_pay", token: TOKEN },
  ] as const)("may pay in every other way, which costs no question: %j", async (instrument) => {
    const { answer, methods } = await asked([wallet], (cards) =>
      requireOwnCard(instrument, null, cards, "uk"),
    )
    expect({ answer, methods }).toEqual({ answer: undefined, methods: [] })
  })
})
