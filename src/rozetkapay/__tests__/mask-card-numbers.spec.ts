import { transaction } from "../../rozetkapay-legacy/transactions/transaction"
import { paymentInfo } from "../payments/payment-info"
import { transactionsReport } from "../reports/transactions-report"
import { parseCallback } from "../webhook/callback"
import { maskCardNumbers } from "../wire/mask-card-numbers"

const CARD = "4111111111111111"
const written = [
  CARD,
  "4111 1111 1111 1111",
  "4111-1111-1111-1111",
  "4111.1111.1111.1111",
  "4111–1111–1111–1111",
  "4111/1111/1111/1111",
  "4111\t1111\t1111\t1111",
  "4111\u00a01111\u202f1111\u20091111",
  "4\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1",
  "4111\u200d \u200d1111 1111\u00ad1111",
  "٤١١١١١١١١١١١١١١١",
  "𝟜𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙",
  "4111 1111 1111 1111",
  "5555 5555 5555 4444",
  "378282246310005",
  "3782 822463 10005",
  "9804 0000 0000 0009",
  "2200000000000004",
  "4222222222222",
  "6304000000000000000",
]

describe("card numbers in the gateway's words", () => {
  test.each(
    written,
  )("%j goes, alone and in a sentence, beside other numbers, and twice", (card) => {
    for (const [text, left] of [
      [card, "[card number]"],
      [`Card ${card} declined`, "Card [card number] declined"],
      [`Картку ${card}, відхилено.`, "Картку [card number], відхилено."],
      [`${card} ${card}`, "[card number] [card number]"],
      [`card=${card};cvv=123`, "card=[card number];cvv=123"],
    ] as const) {
      expect(maskCardNumbers(text)).toBe(left)
    }
    for (const beside of [`12 ${card}`, `${card} 12/30 123`, `order 7: ${card} (2)`]) {
      const left = maskCardNumbers(beside)
      expect(left).toContain("[card number]")
      expect(left.replace("[card number]", "").match(/\p{Nd}/gu)?.length).toBeLessThanOrEqual(7)
    }
  })

  test("a card's number that is run together with others goes too", () => {
    const left = maskCardNumbers(`;${CARD}30121010000012300000?`)
    expect(left).toContain("[card number]")
    expect(left).not.toContain(CARD)
  })

  test("what is no card's number stays as it was", () => {
    for (const text of [
      "",
      "Операція успішна",
      "RRN 123456789012",
      "operation 407932919957434368 is done",
      "refused at 2026-11-26T10:11:12.123456Z",
      "at 1795690000000 ms",
      "+380 93 000 00 01, 100.00 UAH of 1249.90 UAH",
      "4111111111111112",
      "mask 411111******1111",
    ]) {
      expect(maskCardNumbers(text)).toBe(text)
    }
  })
})

describe("an answer's words, where it is read", () => {
  const words = `Card ${CARD} declined`
  const details = {
    // An id that looks like a card's number is an id.
    operation_id: CARD,
    transaction_id: "407932919957434368",
    rrn: CARD,
    amount: "100",
    currency: "UAH",
    status: "failure",
    status_code: `card_${CARD}_declined`,
    status_description: words,
  }
  const read = {
    operationId: CARD,
    transactionId: "407932919957434368",
    rrn: CARD,
    statusCode: "card_[card number]_declined",
    statusDescription: "Card [card number] declined",
  }

  test("have no card number: in a callback, in info, in the ledgers, in the legacy API", () => {
    const body = { id: CARD, external_id: CARD, operation: "payment", details }
    const told = parseCallback(Buffer.from(JSON.stringify(body)))
    expect(told).toMatchObject({ id: CARD, externalId: CARD, details: read })
    const listed = paymentInfo.parse({ id: CARD, currency: words, purchase_details: [details] })
    expect(listed).toMatchObject({
      id: CARD,
      currency: "Card [card number] declined",
      purchaseDetails: [read],
    })
    const row = { order_id: CARD, status: words, status_code: words }
    expect(transactionsReport.parse({ transactions: [row] })).toMatchObject([
      { orderId: CARD, status: "Card [card number] declined" },
    ])
    const legacy = transaction.parse({
      ...details,
      description: words,
      comment: words,
      created_at: "2018-10-10T10:10:12.000",
      receipt_url: `https://pay.example/${CARD}`,
    })
    expect(legacy).toMatchObject({
      ...read,
      description: "Card [card number] declined",
      comment: "Card [card number] declined",
      receiptUrl: `https://pay.example/${CARD}`,
    })
  })

  test("that are endless are cut, and not in the middle of a number", () => {
    for (let length = 1970; length < 2010; length++) {
      const status_description = `${"я".repeat(length)} ${CARD} ${"ж".repeat(5_000)}`
      const body = { operation: "payment", details: { ...details, status_description } }
      const told = parseCallback(Buffer.from(JSON.stringify(body))).details?.statusDescription
      expect(told).not.toMatch(/\d/)
      expect(told?.length).toBeLessThan(2_010)
    }
  })
})
