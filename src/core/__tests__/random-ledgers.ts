import fc from "fast-check"
import type { GatewayLedger, Ledger } from "../ledger"
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

type Sums = { authorized?: string; captured?: string; canceled?: string; refunded?: string }

/** A ledger in which every sum that is not named is zero. */
export const someLedger = (sums: Sums = {}, currency = "UAH"): Ledger => ({
  currency,
  authorized: amountOf(sums.authorized ?? 0, currency),
  captured: amountOf(sums.captured ?? 0, currency),
  canceled: amountOf(sums.canceled ?? 0, currency),
  refunded: amountOf(sums.refunded ?? 0, currency),
})

export const someGatewayLedger = (
  sums: Sums &
    Partial<Pick<GatewayLedger, "pending" | "decline" | "refundFailed" | "unclear">> & {
      chargedBack?: string
    } = {},
  currency = "UAH",
): GatewayLedger => ({
  ...someLedger(sums, currency),
  paymentId: "407932919957434368",
  unclear: sums.unclear ?? null,
  pending: sums.pending ?? false,
  underWay: { capture: zero(currency), cancel: zero(currency) },
  refundFailed: sums.refundFailed ?? false,
  refundDecline: null,
  chargedBack: amountOf(sums.chargedBack ?? 0, currency),
  decline: sums.decline ?? null,
})

export const currencies = fc.constantFrom("UAH", "JPY", "KWD")

/** Amounts from nothing to millions, often small and often alike. */
export const minorUnits = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 500 }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
)

/** A ledger as it can really be: no more moved than there was to move. */
export const soundLedger = (currency: string): fc.Arbitrary<Ledger> =>
  fc
    .tuple(
      minorUnits,
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([authorized, ofCaptured, ofCanceled, ofReturned]) => {
      const quarter = (whole: number, part: number) => Math.floor((whole * part) / 4)
      const captured = quarter(authorized, ofCaptured)
      return {
        currency,
        authorized: minor(authorized, currency),
        captured: minor(captured, currency),
        canceled: minor(quarter(authorized - captured, ofCanceled), currency),
        refunded: minor(quarter(captured, ofReturned), currency),
      }
    })

/** Any four sums, also such as no ledger should have. */
export const anyLedger = (currency: string): fc.Arbitrary<Ledger> =>
  fc.tuple(minorUnits, minorUnits, minorUnits, minorUnits).map((sums) => {
    const [authorized, captured, canceled, refunded] = sums.map((one) => minor(one, currency))
    const nothing = minor(0, currency)
    return {
      currency,
      authorized: authorized ?? nothing,
      captured: captured ?? nothing,
      canceled: canceled ?? nothing,
      refunded: refunded ?? nothing,
    }
  })
