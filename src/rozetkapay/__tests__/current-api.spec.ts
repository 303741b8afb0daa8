import { currentApi } from "../transport/current-api"
import { networkFailure, safeErrorFields } from "../transport/redaction"

const OPTIONS = { login: "shop", password: " pass word " }
const BASIC = Buffer.from("shop: pass word ").toString("base64")

describe("The current API", () => {
  test("is RozetkaPay's own, by login and password as they are", () => {
    const api = currentApi(OPTIONS)
    expect(api.url).toBe("https://api.rozetkapay.com")
    expect(api.credentials("")).toEqual({ Authorization: `Basic ${BASIC}` })
    expect(api.secrets).toEqual([OPTIONS.password, BASIC])
  })

  test("is another where the merchant says so, on behalf of a child login", () => {
    const api = currentApi({ ...OPTIONS, apiUrl: "http://localhost:1", onBehalfOf: "child" })
    expect(api.url).toBe("http://localhost:1")
    expect(api.credentials("")).toMatchObject({ "X-ON-BEHALF-OF": "child" })
    expect(currentApi({ ...OPTIONS, onBehalfOf: "" }).credentials("")).toEqual({
      Authorization: `Basic ${BASIC}`,
    })
  })
})

describe("A request that never left this machine", () => {
  test.each([
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "ERR_TLS_CERT_ALTNAME_INVALID",
  ])("is one to a server whose certificate was refused: %s", (code) => {
    expect(networkFailure({ code }, false).failure).toBe("not_sent")
    expect(networkFailure({ code: "ERR_NETWORK", cause: { code } }, false).failure).toBe("not_sent")
  })

  test.each<[string, object, string]>([
    ["the first cause counts", { syscall: "read", cause: { syscall: "connect" } }, "not_sent"],
    [
      "not what was wrapped around it",
      { syscall: "connect", cause: { syscall: "read" } },
      "dropped",
    ],
    [
      "all addresses must be refused",
      { errors: [{ syscall: "connect" }, { syscall: "read" }] },
      "dropped",
    ],
    ["a name is looked up before", { errors: [{ syscall: "getaddrinfo" }] }, "not_sent"],
    ["no address says nothing", { errors: [] }, "dropped"],
    [
      "what can't be read says nothing",
      { errors: "connect", syscall: 1, code: "a code" },
      "dropped",
    ],
    ["a broken answer has come", { code: "ERR_BAD_RESPONSE" }, "not_understood"],
  ])("is told from one that may have been done: %s", (_, thrown, failure) => {
    expect(networkFailure(thrown, false).failure).toBe(failure)
  })

  test("is told from one that was not answered in time", () => {
    expect(networkFailure({ code: "ERR_CANCELED" }, true).failure).toBe("timeout")
    expect(networkFailure({ syscall: "connect" }, true).failure).toBe("not_sent")
    expect(networkFailure({ code: "ERR_CANCELED" }, false).failure).toBe("dropped")
  })

  test("says by which code of the system, and by no other word of the library", () => {
    const words = (thrown: unknown) => networkFailure(thrown, false).explanation
    expect(words({ code: "ECONNRESET", cause: { code: "EPIPE" } })).toContain("EPIPE")
    expect(words({ code: "ECONNRESET" })).toContain("ECONNRESET")
    expect(words({ code: "Basic c2hvcDp" })).toContain("unknown network error")
    expect(words({ code: "E".repeat(61) })).toContain("unknown network error")
    expect(words({ code: "E".repeat(60) })).toContain("E".repeat(60))
    expect(words("text")).toContain("unknown network error")
  })
})

describe("What of a refusal may be told", () => {
  const told = (value: string, secrets: string[] = []) =>
    safeErrorFields({ code: value }, secrets).code

  test.each([
    "card[0].token",
    "a",
    "a".repeat(100),
    "err:1-2_3",
    "1234567890",
  ])("is %s", (value) => {
    expect(told(value)).toBe(value)
  })

  test.each([
    ["a sentence", "two words"],
    ["nothing", ""],
    ["more than a name is long", "a".repeat(101)],
    ["a line more", "code\nmore"],
    ["as many digits as a card may have", "12345678901"],
    ["a card number in groups", "4242-4242-4242"],
    ["a card number among words", "card_4242.4242.4242.4242_x"],
  ])("is not %s", (_, value) => {
    expect(told(value)).toBeNull()
  })

  test("is no piece of a secret that is twelve letters long or more", () => {
    const secret = "abcdefghijklmnopqrstuvwxyz"
    expect(told("x.abcdefghijkl", [secret])).toBeNull()
    expect(told("abcdefghijkl.x", [secret])).toBeNull()
    expect(told("opqrstuvwxyz", [secret])).toBeNull()
    expect(told("x.abcdefghijk.x", [secret])).toBe("x.abcdefghijk.x")
    expect(told("code_pin", ["other", "pin"])).toBeNull()
  })

  test("is an id that is a long number, where it is no code", () => {
    const long = "407932919957434368"
    expect(
      safeErrorFields(
        { error_id: long, payment_id: long, code: long, type: long, param: long },
        [],
      ),
    ).toEqual({
      ...{ code: null, type: null, param: null },
      ...{ errorId: long, paymentId: long },
    })
  })

  test("is nothing where there is nothing", () => {
    const nothing = { code: null, type: null, param: null, errorId: null, paymentId: null }
    for (const body of [undefined, null, "text", 1, []])
      expect(safeErrorFields(body, [])).toEqual(nothing)
  })
})
