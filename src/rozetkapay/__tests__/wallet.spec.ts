import type { RozetkaPayClient, WalletCard } from "../client"
import { newCard, OPTION_ID, savedCard, TOKEN } from "./card-samples"
import { type Answer, dropConnection, withGateway } from "./local-gateway"
import { loadRequestCheck } from "./openapi-document"

const problemsOf = loadRequestCheck()
const card = {
  option_id: OPTION_ID,
  type: "card",
  name: null,
  is_default: true,
  a_field_of_tomorrow: {},
  card: {
    token: TOKEN,
    full_number: "4242424242424242",
    mask: "424242******4242",
    expires_at: "2031-04-30T00:00:00Z",
    bank_short_name: "monobank",
    payment_system: "VISA",
  },
}
const shown: WalletCard = {
  optionId: OPTION_ID,
  type: "card",
  name: null,
  isDefault: true,
  mask: "424242******4242",
  expiresAt: "2031-04-30T00:00:00Z",
  bank: "monobank",
  paymentSystem: "VISA",
}
const refused = (code: string): Answer => ({
  status: 400,
  body: { code, type: "customer_error", message: "", payment_id: "", param: "" },
})
const owner = { customerExternalId: "cus 1&x=ї" }
const query = "external_id=cus+1%26x%3D%D1%97"
const page = {
  ...owner,
  mode: "hosted",
  callbackUrl: "https://shop.example/callback",
  resultUrl: "https://shop.example/return",
} as const

type Case = {
  title: string
  call: (client: RozetkaPayClient) => Promise<unknown>
  request: { method: string; url: string; body: string }
  schema?: string
  answer: object
}

const cases: Case[] = [
  {
    title: "the wallet",
    call: ({ wallet }) => wallet.cards(owner),
    request: { method: "GET", url: `/api/customers/v1/wallet?${query}`, body: "" },
    answer: { external_id: "cus 1", wallet: [card] },
  },
  {
    title: "one card",
    call: ({ wallet }) => wallet.findCard({ ...owner, optionId: OPTION_ID }),
    request: {
      method: "GET",
      url: `/api/customers/v1/wallet/find?${query}&option_id=${OPTION_ID}`,
      body: "",
    },
    answer: card,
  },
  {
    title: "a card's confirmation",
    call: ({ wallet }) => wallet.cardConfirmation({ ...owner, optionId: OPTION_ID }),
    request: {
      method: "GET",
      url: `/api/customers/v1/wallet/confirmation/status?${query}&option_id=${OPTION_ID}`,
      body: "",
    },
    answer: { option_id: OPTION_ID, is_confirmed: true, status: "success", card: card.card },
  },
  {
    title: "a card added on RozetkaPay's page",
    call: ({ wallet }) => wallet.addCard(page),
    request: {
      method: "POST",
      url: `/api/customers/v1/wallet?${query}`,
      body:
        '{"mode":"hosted","payment_method":{"type":"cc_token"},' +
        '"callback_url":"https://shop.example/callback","result_url":"https://shop.example/return"}',
    },
    schema: "AddCustomerPaymentRequest",
    answer: { status: "init", action: { type: "url", value: "https://pay.example/add" } },
  },
  {
    title: "a card added by its token",
    call: ({ wallet }) => wallet.addCard({ ...newCard, ...owner, fingerprint: undefined }),
    request: {
      method: "POST",
      url: `/api/customers/v1/wallet?${query}`,
      body:
        `{"mode":"direct","payment_method":{"type":"cc_token","cc_token":{"token":"${TOKEN}",` +
        '"mask":"424242******4242","expires_at":"2031-04-30T00:00:00","use_3ds_flow":true}},' +
        '"callback_url":"https://shop.example/callback","result_url":"https://shop.example/return",' +
        '"make_default":true}',
    },
    schema: "AddCustomerPaymentRequest",
    answer: { status: "success", payment_method: card },
  },
  {
    title: "a card deleted",
    call: ({ wallet }) => wallet.deleteCard({ ...owner, optionId: OPTION_ID }),
    request: {
      method: "DELETE",
      url: `/api/customers/v1/wallet?${query}`,
      body: `{"option_id":"${OPTION_ID}","type":"card"}`,
    },
    schema: "DeleteCustomerPaymentRequest",
    answer: { option_id: OPTION_ID, type: "card", delete: true },
  },
  {
    title: "a card made the default one",
    call: ({ wallet }) => wallet.setDefaultCard({ ...owner, optionId: OPTION_ID }),
    request: {
      method: "POST",
      url: `/api/customers/v1/wallet/settings/set?${query}`,
      body: `{"option_id":"${OPTION_ID}","type":"card"}`,
    },
    schema: "SetDefaultCardRequest",
    answer: { option_id: OPTION_ID, type: "card", success: true },
  },
]

describe("what RozetkaPay receives about saved cards", () => {
  test.each(cases)("$title: of this customer, named by the store alone", async (expected) => {
    await withGateway([{ body: expected.answer }], async (client, { requests }, exchanges) => {
      await expected.call(client)
      expect(requests).toMatchObject([expected.request])
      expect(requests[0]?.headers["x-customer-auth"]).toBeUndefined()
      const { schema } = expected
      expect(schema ? (problemsOf?.(schema, requests[0]?.body ?? "") ?? []) : []).toEqual([])
      const told = JSON.stringify(exchanges)
      expect(exchanges).toMatchObject([
        { outcome: "ok", operation: expect.stringMatching(/^wallet/) },
      ])
      expect(told).not.toContain(OPTION_ID)
      expect(told).not.toContain(TOKEN)
    })
  })

  test("the browser's fingerprint goes with the token, as the document wants it", async () => {
    await withGateway([{ body: { status: "success" } }], async (client, { requests }) => {
      await client.wallet.addCard(newCard)
      const body = requests[0]?.body ?? ""
      expect(JSON.parse(body).fingerprint).toMatchObject({ browser_color_depth: "24" })
      expect(problemsOf?.("AddCustomerPaymentRequest", body) ?? []).toEqual([])
    })
  })

  test.each<[string, (client: RozetkaPayClient) => Promise<unknown>, string]>([
    ["a wallet of nobody", ({ wallet }) => wallet.cards({ customerExternalId: "" }), "external_id"],
    [
      "a card without its id",
      ({ wallet }) => wallet.deleteCard({ ...savedCard, optionId: "" }),
      "option_id",
    ],
    [
      "a page without the way back",
      ({ wallet }) => wallet.addCard({ ...page, resultUrl: "" }),
      "result_url",
    ],
    [
      "a card number in place of a token",
      ({ wallet }) =>
        wallet.addCard({ ...newCard, card: { ...newCard.card, token: "5454545454545454" } }),
      "payment_method.cc_token.token",
    ],
    [
      "a card number in place of a mask",
      ({ wallet }) =>
        wallet.addCard({ ...newCard, card: { ...newCard.card, mask: "5454 5454 5454 5454" } }),
      "payment_method.cc_token.mask",
    ],
  ])("%s is refused before anything is sent", async (_, call, param) => {
    await withGateway([{}], async (client, { requests }) => {
      const error = await call(client).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind: "rejected", param, httpStatus: null })
      expect(requests).toHaveLength(0)
    })
  })
})

describe("what the customer may see of saved cards", () => {
  test("mask, brand, expiry, bank and which is the default; never the token or the number", async () => {
    const bare = { option_id: "2", type: "card", name: "4242 4242 4242 4242", card: null }
    const items = [card, bare, { ...card, option_id: null }, null, "junk"]
    const body = { rid: "r", external_id: "cus_1", email: "o@shop.example", wallet: items }
    await withGateway([{ body }], async ({ wallet }) => {
      const read = await wallet.cards(savedCard)
      expect(read).toEqual({
        customerExternalId: "cus_1",
        cards: [
          shown,
          {
            optionId: "2",
            type: "card",
            name: null,
            isDefault: false,
            mask: null,
            expiresAt: null,
            bank: null,
            paymentSystem: null,
          },
        ],
      })
      expect(JSON.stringify(read)).not.toMatch(new RegExp(`${TOKEN}|4242424242424242|example`))
    })
  })

  test("a customer without cards has an empty wallet, known to RozetkaPay or not", async () => {
    const answers = [
      { body: { external_id: "cus_1", wallet: null } },
      { body: { external_id: "cus_1" } },
      refused("customer_profile_not_found"),
    ]
    await withGateway(answers, async ({ wallet }) => {
      for (const _ of answers) {
        await expect(wallet.cards(savedCard)).resolves.toEqual({
          customerExternalId: "cus_1",
          cards: [],
        })
      }
    })
  })

  test("a wallet that can not be read is not an empty one", async () => {
    const answers = [{ body: { external_id: "cus_1", wallet: "none" } }, { body: { hello: 1 } }, {}]
    await withGateway(answers, async ({ wallet }) => {
      for (const _ of answers) {
        await expect(wallet.cards(savedCard)).rejects.toMatchObject({ kind: "malformed" })
      }
    })
    await withGateway([refused("wallet_not_configured")], async ({ wallet }) => {
      await expect(wallet.cards(savedCard)).rejects.toMatchObject({
        kind: "rejected",
        code: "wallet_not_configured",
      })
    })
  })

  test("one card is found, or is not this customer's", async () => {
    const answers = [{ body: card }, refused("payment_method_not_found"), refused("internal_error")]
    await withGateway(answers, async ({ wallet }) => {
      await expect(wallet.findCard(savedCard)).resolves.toEqual(shown)
      await expect(wallet.findCard(savedCard)).resolves.toBeNull()
      await expect(wallet.findCard(savedCard)).rejects.toMatchObject({ code: "internal_error" })
    })
  })

  test("a card that was added is saved only by the status success", async () => {
    const added = { operation: "add_payment_method", created_at: "2026-11-22T09:00:00Z" }
    const answers = [
      {
        body: { ...added, status: "success", payment_method: card, customer: { external_id: "c" } },
      },
      {
        body: {
          ...added,
          status: "pending",
          action_required: true,
          action: { type: "url", value: "https://bank.example/3ds" },
          payment_method: { card: null },
          customer: null,
        },
      },
      { body: { status: "SUCCESS" } },
    ]
    await withGateway(answers, async ({ wallet }) => {
      await expect(wallet.addCard(newCard)).resolves.toEqual({
        operation: "add_payment_method",
        status: "success",
        actionRequired: false,
        action: null,
        card: shown,
        customerExternalId: "c",
        createdAt: "2026-11-22T09:00:00Z",
      })
      await expect(wallet.addCard(newCard)).resolves.toMatchObject({
        status: "pending",
        actionRequired: true,
        action: { value: "https://bank.example/3ds" },
        card: null,
        customerExternalId: null,
      })
      await expect(wallet.addCard(newCard)).resolves.toMatchObject({ status: "unknown" })
    })
  })

  test("a confirmation is one only when RozetkaPay says so", async () => {
    const answers = [
      { body: { option_id: OPTION_ID, is_confirmed: true, status: "success", card: card.card } },
      { body: { option_id: null, is_confirmed: "true", status: null } },
    ]
    await withGateway(answers, async ({ wallet }) => {
      await expect(wallet.cardConfirmation(savedCard)).resolves.toEqual({
        optionId: OPTION_ID,
        isConfirmed: true,
        status: "success",
        mask: shown.mask,
        bank: shown.bank,
        expiresAt: shown.expiresAt,
        paymentSystem: shown.paymentSystem,
      })
      await expect(wallet.cardConfirmation(savedCard)).resolves.toMatchObject({
        isConfirmed: false,
        status: "unknown",
        mask: null,
      })
    })
  })
})

describe("when a request about saved cards fails", () => {
  test("a deletion and a default card are asked for again, since twice is the same as once", async () => {
    const deleted = { body: { option_id: OPTION_ID, delete: true } }
    await withGateway([dropConnection, deleted], async ({ wallet }, { requests }) => {
      await expect(wallet.deleteCard(savedCard)).resolves.toEqual({
        optionId: OPTION_ID,
        done: true,
      })
      expect(requests).toHaveLength(2)
    })
    const set = { body: { option_id: OPTION_ID, success: true } }
    await withGateway([{ status: 500 }, set], async ({ wallet }, { requests }) => {
      await expect(wallet.setDefaultCard(savedCard)).resolves.toMatchObject({ done: true })
      expect(requests).toHaveLength(2)
    })
  })

  test("a deletion whose answer was lost finds no card any more, and that is what was wanted", async () => {
    const answers = [dropConnection, refused("payment_method_not_found")]
    await withGateway(answers, async ({ wallet }) => {
      await expect(wallet.deleteCard(savedCard)).resolves.toEqual({
        optionId: OPTION_ID,
        done: true,
      })
    })
  })

  test("a change that RozetkaPay does not speak of is not taken for done", async () => {
    const answers = [{ body: { option_id: OPTION_ID } }, { body: { success: false } }]
    await withGateway(answers, async ({ wallet }) => {
      await expect(wallet.deleteCard(savedCard)).resolves.toMatchObject({ done: false })
      await expect(wallet.setDefaultCard(savedCard)).resolves.toMatchObject({ done: false })
    })
  })

  test("a default card that is not there is refused", async () => {
    await withGateway([refused("payment_method_not_found")], async ({ wallet }) => {
      await expect(wallet.setDefaultCard(savedCard)).rejects.toMatchObject({
        kind: "rejected",
        code: "payment_method_not_found",
      })
    })
  })

  test("a card is not added again after a lost answer: its token may be used up", async () => {
    await withGateway([dropConnection, { body: card }], async ({ wallet }, { requests }) => {
      await expect(wallet.addCard(newCard)).rejects.toMatchObject({ mayHaveHappened: true })
      expect(requests).toHaveLength(1)
    })
  })
})
