import { createHash } from "node:crypto"
import { untouchedLedger } from "../../../core/fold-ledger"
import { amountOf } from "../../../core/money"
import { paymentInfo } from "../../../rozetkapay/payments/payment-info"
import { gatewayLedger } from "../../current-api/gateway-ledger"
import { expressLedger } from "../express-ledger"
import { isSignedCallback } from "../is-signed-callback"
import { readPaymentCallback } from "../read-payment-callback"

const PASSWORD = "sandbox-password"
const urlSafe = (bytes: Buffer) =>
  bytes.toString("base64").replaceAll("+", "-").replaceAll("/", "_")
const signed = (text: string) => ({
  "x-rozetkapay-signature": urlSafe(
    createHash("sha1")
      .update(PASSWORD + urlSafe(Buffer.from(text)) + PASSWORD)
      .digest(),
  ),
})
const isGenuine = (body: string, headers: object) =>
  isSignedCallback(Buffer.from(body), { ...headers }, { password: PASSWORD })

const agreed = {
  operation_id: "1",
  amount: "1399.99",
  currency: "UAH",
  status: "success",
  status_code: "order_with_postpayment_confirmed",
}
const gone = { operation_id: "2", amount: "1399.99", currency: "UAH", status: "success" }
const onDelivery = {
  id: "7",
  external_id: "payses_1",
  amount: "1399.99",
  currency: "UAH",
  purchased: true,
  purchase_details: [agreed],
  delivery_details: {
    city: { cityName: "Київ" },
    provider: "nova_poshta",
    delivery_type: "W",
    warehouse_number: { name: "Відділення №1", number: 1 },
  },
  order_recipient: { name: "Олена", last_name: "Пчілка", middle_name: "Петрівна" },
  customer: { phone: "0501112233", email: "olena@example.com", first_name: "Інша" },
}
const ledgerOf = (body: object, payOnDelivery: boolean, events = false) => {
  const asked = { twoStep: false, currency: "UAH" }
  const event = readPaymentCallback(Buffer.from(JSON.stringify(body)))
  const told = events && event ? [event] : []
  const info = events ? null : paymentInfo.parse(body)
  return expressLedger(gatewayLedger(info, asked, told), info, told, { payOnDelivery })
}

describe("a callback that comes as a form", () => {
  const json = JSON.stringify({ ...onDelivery, comment: "так+ні & 100%" })
  const form = `data=${encodeURIComponent(json)}`
  const spaced = form.replaceAll("%20", "+")

  it("is genuine by a signature over its bytes or over the JSON in it, and by no other", () => {
    for (const body of [form, spaced]) {
      expect(isGenuine(body, signed(body))).toBe(true)
      expect(isGenuine(body, signed(json))).toBe(true)
      expect(isGenuine(body, signed(`${json} `))).toBe(false)
      expect(isGenuine(body, {})).toBe(false)
    }
    // What is signed is the whole value: nothing may stand beside it unseen.
    expect(isGenuine(`${form}x`, signed(json))).toBe(false)
    expect(isGenuine("data=%E0%A4%A", signed(""))).toBe(false)
  })

  it("says the same as the JSON in it", () => {
    expect(readPaymentCallback(Buffer.from(spaced))).toEqual(readPaymentCallback(Buffer.from(json)))
  })

  it.each([
    "data=",
    "data=hello",
    "data=%E0%A4%A",
    "data=%7B%22a%22",
    "data",
    "foo=%7B%7D",
  ])("can't be read: %s", (body) => {
    expect(() => readPaymentCallback(Buffer.from(body))).toThrow(
      expect.objectContaining({ kind: "malformed" }),
    )
  })
})

describe("an order that is paid when the parcel comes", () => {
  it.each([
    ["info", false],
    ["a callback, which is shaped like it", true],
  ])("is known by %s, with its delivery, and is no money", (_, byCallback) => {
    const ledger = ledgerOf(onDelivery, true, byCallback)
    expect(ledger).toMatchObject({
      authorized: "0.00",
      captured: "0.00",
      onDelivery: { amount: "1399.99", currency: "UAH" },
      delivery: {
        firstName: "Олена",
        lastName: "Пчілка",
        patronym: "Петрівна",
        phone: "+380501112233",
        email: "olena@example.com",
        city: "Київ",
        branch: "Відділення №1",
      },
    })
  })

  it("brings no card number into the store's rows that somebody typed into the form", () => {
    const { delivery } = ledgerOf(
      {
        ...onDelivery,
        delivery_details: {
          ...onDelivery.delivery_details,
          street: "4111 1111 1111 1111",
          notes: [{ text: "card 5555555555554444", number: 4111111111111111 }],
        },
        order_recipient: { ...onDelivery.order_recipient, last_name: "4111111111111111" },
      },
      true,
    )
    expect(delivery).toMatchObject({ lastName: "[card number]", street: "[card number]" })
    expect(JSON.stringify(delivery)).not.toMatch(/4111|5555/)
  })

  it("is a refusal where the store does not take it", () => {
    expect(ledgerOf(onDelivery, false)).toMatchObject({
      pending: false,
      decline: { code: "pay_on_delivery_not_accepted" },
    })
    expect(ledgerOf(onDelivery, false).onDelivery).toBeUndefined()
  })

  it.each([
    ["it was given up", { ...onDelivery, canceled: true }],
    ["it failed", { ...onDelivery, purchase_details: [{ ...agreed, status: "failure" }] }],
    [
      "it is not confirmed",
      { ...onDelivery, purchase_details: [{ ...agreed, status: "pending" }] },
    ],
    [
      "only an operation says that it was given up",
      { ...onDelivery, cancellation_details: [gone] },
    ],
    ["only a sum says that it was given up", { ...onDelivery, amount_canceled: "1399.99" }],
  ])("is none when %s", (_, body) => {
    expect(ledgerOf(body, true).onDelivery ?? null).toBeNull()
  })

  it("is none, and nobody waits for it, once a signed callback says that it was given up", () => {
    const told = [
      { ...onDelivery },
      { external_id: "payses_1", operation: "cancel", details: { ...gone, amount: "1399.99" } },
    ].flatMap((body) => readPaymentCallback(Buffer.from(JSON.stringify(body))) ?? [])
    const info = paymentInfo.parse(onDelivery)
    const asked = { twoStep: false, currency: "UAH" }
    const ledger = expressLedger(gatewayLedger(info, asked, told), info, told, {
      payOnDelivery: true,
    })
    expect(ledger.onDelivery ?? null).toBeNull()
    expect(ledger).toMatchObject({ pending: false, canceled: "0.00" })
  })

  it("stands when giving it up has failed", () => {
    const failed = { ...onDelivery, cancellation_details: [{ ...gone, status: "failure" }] }
    expect(ledgerOf(failed, true).onDelivery).toMatchObject({ amount: "1399.99" })
  })

  it.each([null, "0.00"])("is of no known amount when RozetkaPay writes %j beside it", (amount) => {
    const silent = { ...onDelivery, amount, purchase_details: [{ ...agreed, amount }] }
    expect(ledgerOf(silent, true).onDelivery).toEqual({ amount: null, currency: "UAH" })
    const half = { ...onDelivery, purchase_details: [{ ...agreed, amount }] }
    expect(ledgerOf(half, true).onDelivery).toEqual({ amount: "1399.99", currency: "UAH" })
  })

  it("counts for nothing beside money that is there", () => {
    const paid = { ...untouchedLedger("UAH"), authorized: amountOf("1399.99", "UAH") }
    const info = paymentInfo.parse(onDelivery)
    expect(expressLedger(paid, info, [], { payOnDelivery: true }).onDelivery).toBeUndefined()
  })
})
