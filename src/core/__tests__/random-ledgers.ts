import fc from "fast-check"
import type { GatewayLedger } from "../../provider/payment-gateway"
import type { Ledger } from "../ledger"
import { type Amount, amountOf, currencyDigits, zero } from "../money"

/** 131999 of UAH -> "1319.99". Whole minor units, so that a test never computes with a float. */
export const minor = (units: number | bigint, currency = "UAH"): Amount => {
  const digits = currencyDigits(currency)
  const text = String(units).padStart(digits + 1, "0")
  const point = text.length - digits
  return amountOf(digits ? `${text.slice(0, point)}.${text.slice(point)}` : text, currency)
}

/** "1319.99" -> 131999n. */
export const units = (amount: Amount): bigint => BigInt(amount.replace(".", ""))

export const uah = (amount: string): Amount => amountOf(amount, "UAH")

type Sums = { authorized?: string; taken?: string; released?: string; returned?: string }

/** A book in which every sum that is not named is zero. */
export const book = (sums: Sums = {}, currency = "UAH"): Ledger => ({
  currency,
  authorized: amountOf(sums.authorized ?? 0, currency),
  taken: amountOf(sums.taken ?? 0, currency),
  released: amountOf(sums.released ?? 0, currency),
  returned: amountOf(sums.returned ?? 0, currency),
})

export const gatewayBook = (
  sums: Sums &
    Partial<Pick<GatewayLedger, "pending" | "decline" | "refundFailed" | "unclear">> = {},
  currency = "UAH",
): GatewayLedger => ({
  ...book(sums, currency),
  paymentId: "407932919957434368",
  unclear: sums.unclear ?? null,
  pending: sums.pending ?? false,
  underWay: { take: zero(currency), release: zero(currency) },
  refundFailed: sums.refundFailed ?? false,
  decline: sums.decline ?? null,
})

export const currencies = fc.constantFrom("UAH", "JPY", "KWD")

/** Amounts from nothing to millions, often small and often alike. */
export const minorUnits = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 500 }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
)

/** A book as it can really be: no more moved than there was to move. */
export const soundBook = (currency: string): fc.Arbitrary<Ledger> =>
  fc
    .tuple(
      minorUnits,
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([authorized, ofTaken, ofReleased, ofReturned]) => {
      const quarter = (whole: number, part: number) => Math.floor((whole * part) / 4)
      const taken = quarter(authorized, ofTaken)
      return {
        currency,
        authorized: minor(authorized, currency),
        taken: minor(taken, currency),
        released: minor(quarter(authorized - taken, ofReleased), currency),
        returned: minor(quarter(taken, ofReturned), currency),
      }
    })

/** Any four sums, also such as no book should have. */
export const anyBook = (currency: string): fc.Arbitrary<Ledger> =>
  fc.tuple(minorUnits, minorUnits, minorUnits, minorUnits).map((sums) => {
    const [authorized, taken, released, returned] = sums.map((one) => minor(one, currency))
    const nothing = minor(0, currency)
    return {
      currency,
      authorized: authorized ?? nothing,
      taken: taken ?? nothing,
      released: released ?? nothing,
      returned: returned ?? nothing,
    }
  })
