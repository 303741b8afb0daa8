import { inspect } from "node:util"
import fc from "fast-check"
import { type Exchange, RozetkaPayClient } from "../client"
import { RozetkaPayError } from "../errors"
import { networkFailure, safeErrorFields } from "../transport/redaction"
import { direct, fingerprint, newCard, recurrent } from "./card-samples"
import {
  BASIC,
  dropConnection,
  LOGIN,
  neverAnswer,
  PASSWORD,
  type Reaction,
  withGateway,
} from "./local-gateway"

const CARD_TOKEN = "TOKEN-OF-THE-CARD"

/** Everything that a careless logger could write of an error. */
function transcript(error: unknown): string {
  if (!(error instanceof RozetkaPayError)) {
    throw new Error("expected a RozetkaPayError")
  }
  return [
    JSON.stringify(error),
    inspect(error, { depth: 10, showHidden: true }),
    error.stack,
    error.message,
    String(error),
    JSON.stringify(Object.getOwnPropertyDescriptors(error)),
  ].join("\n")
}

const refund = (client: RozetkaPayClient) =>
  client.payments.refund({ externalId: "payses_1" }).catch((error: unknown) => error)

const chatty = {
  code: `code ${PASSWORD}`,
  message: `wrong credentials ${LOGIN}:${PASSWORD}, Basic ${BASIC}`,
  param: BASIC,
  type: CARD_TOKEN.repeat(20),
  error_id: "err-1",
  payment_id: "407932919957434368",
  cc_token: CARD_TOKEN,
}

describe("what an error tells", () => {
  test.each<[string, Reaction]>([
    ["a refusal", { status: 400, body: { ...chatty, code: "action_not_allowed" } }],
    ["wrong keys", { status: 401, body: { ...chatty, code: "authorization_failed" } }],
    ["a failure of the gateway", { status: 500, body: chatty }],
    ["the rate limit", { status: 429, headers: { "X-RateLimit-Reset": "60" }, body: chatty }],
    ["a body that is no answer", { body: chatty }],
    ["a dropped connection", dropConnection],
    ["a timeout", neverAnswer],
  ])("%s never shows login, password, the header or a card's token", async (_, reaction) => {
    await withGateway(
      [reaction],
      async (client, { requests }) => {
        const told = transcript(await refund(client))
        expect(requests[0]?.headers.authorization).toContain(BASIC)
        for (const secret of [LOGIN, PASSWORD, PASSWORD.trim(), BASIC, CARD_TOKEN, "Basic"]) {
          expect(told).not.toContain(secret)
        }
      },
      { timeoutMs: 2000 },
    )
  })

  test("a refused connection does not show them either", async () => {
    const client = new RozetkaPayClient({
      login: LOGIN,
      password: PASSWORD,
      apiUrl: "http://127.0.0.1:1",
    })
    const told = transcript(await refund(client))
    expect(told).toContain("ECONNREFUSED")
    for (const secret of [LOGIN, PASSWORD, BASIC]) {
      expect(told).not.toContain(secret)
    }
  })

  test("before: the gateway's body and the library's error; after: what may be told", async () => {
    expect(safeErrorFields(chatty, [PASSWORD, BASIC])).toEqual({
      code: null,
      type: null,
      param: null,
      errorId: "err-1",
      paymentId: "407932919957434368",
    })
    const thrown = Object.assign(new Error(`connect to ${LOGIN}:${PASSWORD}`), {
      code: "ECONNRESET",
      config: { auth: { username: LOGIN, password: PASSWORD } },
      request: { _header: `Authorization: Basic ${BASIC}` },
    })
    expect(networkFailure(thrown, false)).toEqual({
      failure: "dropped",
      explanation: "the connection was lost, ECONNRESET",
    })
  })

  test.each<[string, object, boolean, string]>([
    ["a name that is not known", { code: "ENOTFOUND", syscall: "getaddrinfo" }, false, "not_sent"],
    ["a refused connection", { code: "ECONNREFUSED", syscall: "connect" }, false, "not_sent"],
    [
      "several addresses, all refused",
      { code: "ECONNREFUSED", errors: [{ syscall: "connect" }, { syscall: "connect" }] },
      false,
      "not_sent",
    ],
    [
      "a connection that was never made in time",
      { code: "ETIMEDOUT", syscall: "connect" },
      true,
      "not_sent",
    ],
    [
      "a certificate that is not trusted",
      { code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
      false,
      "not_sent",
    ],
    ["a reset while reading", { code: "ECONNRESET", syscall: "read" }, false, "dropped"],
    [
      "a host that goes away while reading",
      { code: "EHOSTUNREACH", syscall: "read" },
      false,
      "dropped",
    ],
    ["our own clock", { code: "ERR_CANCELED" }, true, "timeout"],
    ["an answer that is too large", { code: "ERR_BAD_RESPONSE" }, false, "not_understood"],
    ["something that nobody knows", {}, false, "dropped"],
  ])("%s", (_, cause, timedOut, failure) => {
    expect(networkFailure({ ...cause, cause }, timedOut).failure).toBe(failure)
    expect(networkFailure(cause, timedOut).failure).toBe(failure)
  })

  test("what is thrown may be anything", () => {
    for (const thrown of [undefined, null, "text", 42, []]) {
      expect(networkFailure(thrown, false).failure).toBe("dropped")
    }
  })

  test.each<[number, string | undefined]>([
    [401, "authorization_failed"],
    [403, "access_not_allowed"],
    [401, undefined],
  ])("HTTP %s with code %s says that login or password is wrong", async (status, code) => {
    await withGateway([{ status, body: { code } }], async (client) => {
      const error = await client.validateKeys().catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind: "rejected", isWrongKeys: true, httpStatus: status })
      expect(error).toHaveProperty("message", expect.stringContaining("login or password is wrong"))
    })
  })

  test("a refusal reads as one sentence with what support asks for", async () => {
    const body = {
      code: "invalid_request_body",
      type: "invalid_request_error",
      param: "products.quantity",
      error_id: "NYdKYdA4Zv3iOJSw",
      payment_id: "407932919957434368",
      message: "free text",
    }
    await withGateway([{ status: 400, body }], async (client) => {
      const error = await refund(client)
      expect(error).toMatchObject({
        name: "RozetkaPayError",
        kind: "rejected",
        code: "invalid_request_body",
        type: "invalid_request_error",
        param: "products.quantity",
        errorId: "NYdKYdA4Zv3iOJSw",
        paymentId: "407932919957434368",
        httpStatus: 400,
        operation: "refund",
        mayHaveHappened: false,
        isWrongKeys: false,
        message:
          "RozetkaPay refused refund (HTTP 400, code invalid_request_body, param products.quantity, error id NYdKYdA4Zv3iOJSw)",
      })
    })
  })
})

describe("what an error tells of a card that is paid with, saved or charged again", () => {
  /** Opaque, as tokens are; the dots and dashes are what an error's code may hold as well. */
  const secrets = fc.stringMatching(/^[A-Za-z0-9_.-]{16,128}$/)

  const calls: [string, (client: RozetkaPayClient, secret: string) => Promise<unknown>][] = [
    ["a card's token", (c, token) => c.payments.create(direct({ type: "cc_token", token }))],
    ["Google Pay", (c, token) => c.payments.create(direct({ type: "google_pay", token }))],
    ["Apple Pay", (c, token) => c.payments.create(direct({ type: "apple_pay", token }))],
    ["a saved card", (c, optionId) => c.payments.create(direct({ type: "wallet", optionId }))],
    [
      "the browser",
      (c, userAgent) => {
        const request = direct()
        const browser = { ...fingerprint, userAgent }
        return c.payments.create({
          ...request,
          customer: { ...request.customer, fingerprint: browser },
        })
      },
    ],
    [
      "a recurrent id",
      (c, recurrentId) => c.payments.createRecurrent({ ...recurrent, recurrentId }),
    ],
    [
      "a card to be checked",
      (c, token) =>
        c.payments.lookupCard({
          mode: "direct",
          customer: direct({ type: "cc_token", token }).customer,
        }),
    ],
    [
      "a card to be saved",
      (c, token) => c.wallet.addCard({ ...newCard, card: { ...newCard.card, token } }),
    ],
    [
      "a saved card to be found",
      (c, optionId) => c.wallet.findCard({ customerExternalId: "cus_1", optionId }),
    ],
    [
      "a saved card to be deleted",
      (c, optionId) => c.wallet.deleteCard({ customerExternalId: "cus_1", optionId }),
    ],
    [
      "a saved card to become the default",
      (c, optionId) => c.wallet.setDefaultCard({ customerExternalId: "cus_1", optionId }),
    ],
  ]

  /** Ways in which a gateway repeats what it was sent: whole, within words, and cut off. */
  const echoes = (secret: string) => [
    secret,
    `invalid.${secret}`.slice(0, 100),
    `${secret.slice(0, -1)}`,
    `value_${secret.slice(2, 20)}`,
  ]

  test.each(calls)("%s is never repeated, whatever RozetkaPay answers", async (_, call) => {
    let secret = ""
    let echo = ""
    let status = 400
    const answer: Reaction = (response) => {
      const body = { code: echo, type: echo, param: echo, error_id: echo, payment_id: echo }
      response.writeHead(status, { "Content-Type": "application/json" })
      response.end(JSON.stringify({ ...body, message: `${echo} ${secret}` }))
    }
    await withGateway([answer], async (client, gateway, exchanges: Exchange[]) => {
      await fc.assert(
        fc.asyncProperty(
          secrets,
          fc.nat({ max: 3 }),
          fc.constantFrom(400, 401, 403, 302, 200),
          async (value, way, httpStatus) => {
            secret = value
            echo = echoes(value)[way] ?? value
            status = httpStatus
            exchanges.length = 0
            gateway.requests.length = 0
            const told = transcript(await call(client, secret).catch((error: unknown) => error))
            const sent = gateway.requests.map(({ url, body }) => `${url} ${body}`).join()
            expect(sent).toContain(secret)
            const logged = inspect(exchanges, { depth: 10 }) + JSON.stringify(exchanges)
            for (const part of [secret, secret.slice(0, 12), secret.slice(2, 16)]) {
              expect(told).not.toContain(part)
              expect(logged).not.toContain(part)
            }
          },
        ),
        { numRuns: 40 },
      )
    })
  })

  test("a refusal stays a refusal when its code may not be told", async () => {
    const token = "a-token-that-is-echoed"
    await withGateway([{ status: 400, body: { code: token } }], async (client) => {
      await expect(
        client.payments.create(direct({ type: "cc_token", token })),
      ).rejects.toMatchObject({ kind: "rejected", code: null, mayHaveHappened: false })
    })
  })

  test("a card number is never repeated, also one that this store has not sent", () => {
    const echoed = {
      code: "card_4242424242424242",
      param: "4242-4242-4242-4242",
      type: "4242.4242.4242",
    }
    expect(safeErrorFields({ ...echoed, payment_id: "407932919957434368" }, [])).toEqual({
      code: null,
      type: null,
      param: null,
      errorId: null,
      paymentId: "407932919957434368",
    })
  })

  test("honest words pass, also beside tokens that have letters in common with them", () => {
    const body = { code: "invalid_card_token", param: "customer.payment_method.cc_token.token" }
    expect(safeErrorFields(body, ["invalid_carrot", "token_of_the_card"])).toMatchObject(body)
  })
})
