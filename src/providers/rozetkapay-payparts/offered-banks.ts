import { inParts } from "../../core/instalments"
import { byText } from "../../core/minor-units"
import type { Money } from "../../core/money"
import { BANKS } from "../../messages/instalments"
import type { ShopperLanguage } from "../../messages/language"
import type { BankOffer } from "../../provider/capabilities"
import { reasonByLimits, type WayLimits } from "../../provider/ways-to-pay"
import type { PayPartsBank } from "../../rozetkapay/client"
import { modeOf, needsPhone } from "./bank-rules"
import type { PayPartsOptions } from "./options"

/** The document's minimum of a create, for a bank that tells no other. */
const LEAST = "1"

/** The banks that a merchant sells by, in the merchant's order, with those parts that they have now. */
export const banksOf = (
  told: PayPartsBank[],
  { banks, mode }: Pick<PayPartsOptions, "banks" | "mode">,
): PayPartsBank[] => {
  const ready = told.filter(
    ({ name, availablePeriods }) =>
      availablePeriods.length > 0 && (mode === undefined || modeOf(name) === mode),
  )
  return banks
    ? banks.flatMap((name) => ready.find((bank) => bank.name === name) ?? [])
    : [...ready].sort((a, b) => byText(a.name, b.name))
}

export const limitsOf = ({ minAmount, maxAmount, availablePeriods }: PayPartsBank): WayLimits => ({
  currencies: ["UAH"],
  least: minAmount ?? LEAST,
  most: maxAmount,
  parts: { least: Math.min(...availablePeriods), most: Math.max(...availablePeriods) },
})

/** As people call it. */
export const bankName = (
  { name, productName }: Pick<PayPartsBank, "name"> & Partial<PayPartsBank>,
  language: ShopperLanguage,
): string => BANKS[name]?.name[language] ?? productName ?? name

/** A bank beside an amount, as a storefront shows it. */
export const offerOf = (bank: PayPartsBank, money: Money, language: ShopperLanguage): BankOffer => {
  const { name, productName, logoUrl, availablePeriods, periods, maxAmount } = bank
  const limits = limitsOf(bank)
  const reason = reasonByLimits({ money, payer: {}, language }, limits)
  return {
    bank: name,
    name: bankName(bank, language),
    product_name: productName,
    logo_url: logoUrl,
    needs_phone: needsPhone(name),
    periods: [...availablePeriods]
      .sort((a, b) => a - b)
      .map((parts) => ({
        ...inParts(money, parts),
        fee: periods.find(({ period }) => period === parts)?.fee ?? null,
      })),
    min: limits.least ?? LEAST,
    max: maxAmount,
    available: reason === null,
    reason,
  }
}
