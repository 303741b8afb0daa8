import fc from "fast-check"
import { type ExternalId, externalId } from "../../../../../core/external-id"
import { amountOfUnits, unitsOf } from "../../../../../core/minor-units"
import { amountOf } from "../../../../../core/money"
import type { ReportedPayout } from "../../../../../core/reported-payout"
import type { LedgerRows } from "../../../../../medusa-store/ledger-rows"
import { matchPayouts } from "../match-payouts"

const PROVIDER = "pp_rozetkapay_rozetkapay"
const PERIOD = { from: "2026-11-01", to: "2026-11-30" }
const uah = (value: string) => amountOf(value, "UAH")

const paidOut = (id: string, amount: string, more: Partial<ReportedPayout> = {}) => ({
  externalId: externalId(id),
  amount: uah(amount),
  currency: "UAH",
  commission: uah("1.00"),
  payerFee: uah("0"),
  paidOut: uah("99.00"),
  day: "2026-11-14",
  processedAt: new Date("2026-11-13T10:00:00Z"),
  card: "424242******4242",
  ...more,
})

type Moves = [amount: string, day: string][]
const store = (
  id: string,
  {
    captures = [],
    refunds = [],
    ...more
  }: { captures?: Moves; refunds?: Moves } & Partial<Pick<LedgerRows, "provider_id" | "currency">>,
): [ExternalId, LedgerRows] => {
  const movements = (all: Moves) =>
    all.map(([amount, day]) => ({ amount: uah(amount), at: new Date(`${day}T10:00:00Z`) }))
  return [
    externalId(id),
    {
      payment_id: `pay_${id}`,
      provider_id: PROVIDER,
      terms: {
        external_id: externalId(id),
        provider_id: PROVIDER,
        currency_code: "uah",
        checkout_url: null,
        mode: "hosted",
        capture: true,
        payment_id: null,
      },
      currency: "UAH",
      captures: movements(captures),
      refunds: movements(refunds),
      order: { id: `order_${id}`, display_id: 7 },
      ...more,
    },
  ]
}

const match = (reported: ReportedPayout[], ...known: [ExternalId, LedgerRows][]) =>
  matchPayouts(reported, new Map(known), PROVIDER, PERIOD)

/** What the one row says that the store has instead. */
const storeAmount = (reported: ReportedPayout[], ...known: [ExternalId, LedgerRows][]) =>
  match(reported, ...known).flatMap(({ rows }) => rows.map((row) => row.store_amount))

describe("payouts beside the store", () => {
  test("each is matched to its payment and order; the newest day comes first", () => {
    const found = match(
      [
        paidOut("a", "100.00"),
        paidOut("b", "50.50", {
          day: "2026-11-15",
          commission: uah("0.76"),
          paidOut: uah("49.74"),
        }),
      ],
      store("a", { captures: [["100.00", "2026-11-13"]] }),
      store("b", { captures: [["50.50", "2026-11-14"]] }),
    )
    expect(found).toEqual([
      {
        day: "2026-11-15",
        currency_code: "uah",
        amount: "50.50",
        commission: "0.76",
        paid_out: "49.74",
        rows: [expect.objectContaining({ payment_id: "pay_b", store_amount: null })],
      },
      {
        day: "2026-11-14",
        currency_code: "uah",
        amount: "100.00",
        commission: "1.00",
        paid_out: "99.00",
        rows: [
          {
            external_id: "a",
            payment_id: "pay_a",
            order: { id: "order_a", display_id: 7 },
            amount: "100.00",
            commission: "1.00",
            payer_fee: "0.00",
            paid_out: "99.00",
            processed_at: "2026-11-13T10:00:00.000Z",
            card: "424242******4242",
            store_amount: null,
          },
        ],
      },
    ])
  })

  test("another sum than the store's is shown to the kopiyka", () => {
    const known = store("a", {
      captures: [["100.00", "2026-11-13"]],
      refunds: [["10.00", "2026-11-13"]],
    })
    expect(storeAmount([paidOut("a", "90.01")], known)).toEqual(["90.00"])
    expect(storeAmount([paidOut("a", "90.00")], known)).toEqual([null])
  })

  test("a refund after the payout makes no difference of it, nor one that is withheld from another", () => {
    const known = store("a", {
      captures: [["100.00", "2026-11-13"]],
      refunds: [["10.00", "2026-11-20"]],
    })
    expect(storeAmount([paidOut("a", "100.00")], known)).toEqual([null])
  })

  test("captures in parts agree whether they are paid out one by one or together", () => {
    const known = store("a", {
      captures: [
        ["60.00", "2026-11-13"],
        ["40.00", "2026-11-20"],
      ],
    })
    const parts = [paidOut("a", "60.00"), paidOut("a", "40.00", { day: "2026-11-21" })]
    expect(storeAmount(parts, known)).toEqual([null, null])
    expect(storeAmount([parts[0] ?? paidOut("a", "0")], known)).toEqual([null])
    expect(storeAmount([paidOut("a", "100.00")], known)).toEqual([null])
    expect(storeAmount([paidOut("a", "61.00")], known)).toEqual(["100.00"])
  })

  test("what the store does not know is another shop's on the login, or lost: it is shown", () => {
    expect(match([paidOut("order-77", "5.00")])[0]?.rows[0]).toMatchObject({
      payment_id: null,
      order: null,
      store_amount: null,
    })
  })

  test("another provider's payment is left to that provider", () => {
    expect(match([paidOut("a", "5.00")], store("a", { provider_id: "pp_other" }))).toEqual([])
  })

  test("a seller's part is matched to the whole payment, of which it says nothing", () => {
    const session = "payses_01HZX3S2V7K1M6Q9W8E5R4T3Y2"
    const found = match(
      [paidOut(`${session}-0123abcd`, "30.00")],
      store(session, { captures: [["100.00", "2026-11-13"]] }),
    )
    expect(found[0]?.rows[0]).toMatchObject({ payment_id: `pay_${session}`, store_amount: null })
  })

  test("only days of the period are shown; what is not paid out yet stands alone", () => {
    const none = { day: null, commission: null, paidOut: null }
    const found = match([
      paidOut("before", "1.00", { day: "2026-10-31" }),
      paidOut("after", "1.00", { day: "2026-12-01" }),
      paidOut("waits", "3.00", none),
      paidOut("waited", "3.00", { ...none, processedAt: new Date("2026-10-30T10:00:00Z") }),
      paidOut("inside", "2.00"),
    ])
    expect(found.map(({ day, amount, commission }) => [day, amount, commission])).toEqual([
      [null, "3.00", "0.00"],
      ["2026-11-14", "2.00", "1.00"],
    ])
  })

  test("currencies are never added up", () => {
    const pln = { currency: "PLN" }
    expect(
      match([paidOut("a", "1.00"), paidOut("b", "2.00", pln)]).map((one) => [
        one.currency_code,
        one.amount,
      ]),
    ).toEqual([
      ["pln", "2.00"],
      ["uah", "1.00"],
    ])
  })

  test("every day's sums are those of its rows, whatever was paid out", () => {
    const units = fc.bigInt({ min: 0n, max: 10n ** 15n })
    const some = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      amount: units,
      fee: fc.option(units),
      day: fc.constantFrom("2026-11-01", "2026-11-14", "2026-11-30", null),
    })
    fc.assert(
      fc.property(fc.array(some), (all) => {
        const reported = all.map(({ id, amount, fee, day }) =>
          paidOut(id, amountOfUnits(amount, "UAH"), {
            day,
            commission: fee === null ? null : amountOfUnits(fee, "UAH"),
          }),
        )
        const found = match(reported)
        const sumOf = (amounts: (string | null)[]) =>
          amounts.reduce((total, one) => total + unitsOf(uah(one ?? "0")), 0n)
        for (const { amount, commission, rows } of found) {
          expect(unitsOf(uah(amount))).toBe(sumOf(rows.map((row) => row.amount)))
          expect(unitsOf(uah(commission))).toBe(sumOf(rows.map((row) => row.commission)))
        }
        expect(sumOf(found.map(({ amount }) => amount))).toBe(
          all.reduce((total, { amount }) => total + amount, 0n),
        )
      }),
    )
  })
})
