import { shopperError } from "../../errors"
import type { Chosen } from "../../provider/capabilities"
import type { Payer } from "../../provider/payment-gateway"
import { payerOf } from "../../provider/start/payer"
import type { PaymentToChooseFor } from "../../provider/start/start-session"
import { beyondLimits, detailsError, lackingDetails } from "../../provider/ways-to-pay"
import type { PayPartsBank } from "../../rozetkapay/client"
import { bankPhone } from "./bank-phone"
import { needsPhone } from "./bank-rules"
import { bankName, banksOf, limitsOf } from "./offered-banks"
import type { PayPartsOptions } from "./options"

type Asked = Pick<PaymentToChooseFor, "words" | "money" | "purchase" | "language">

/**
 * Reads `{ bank, parts }` of a session's data.
 *
 * @throws MedusaError a sentence for the shopper: it can't be paid so; nothing was sent
 */
export const readChoice = (
  { words, money, purchase, language }: Asked,
  told: PayPartsBank[],
  options: PayPartsOptions,
): Chosen => {
  const payer = payerOf(purchase, null, options)
  const anywhere = beyondLimits({ money, payer, language }, { currencies: ["UAH"] })
  if (anywhere) throw anywhere
  const offered = banksOf(told, options)
  const bank = offered.find(({ name }) => name === words.bank)
  if (!bank) {
    const banks = offered.map(({ name }) => name).join(", ")
    throw banks === ""
      ? shopperError("not_offered", language)
      : shopperError("bank_unknown", language, { banks })
  }
  const beyond = beyondLimits({ money, payer, language }, limitsOf(bank))
  if (beyond) throw beyond
  const parts = partsIn(words.parts)
  if (parts === null || !bank.availablePeriods.includes(parts)) {
    throw shopperError("parts_not_available", language, {
      bank: bankName(bank, language),
      parts: [...bank.availablePeriods].sort((a, b) => a - b).join(", "),
    })
  }
  requireNameAndPhone(bank.name, payer, language)
  return { choice: { bank: bank.name, parts } }
}

/** A form may have made a text of the number. */
const partsIn = (given: unknown): number | null => {
  const parts = typeof given === "string" && /^\d{1,3}$/.test(given) ? Number(given) : given
  return typeof parts === "number" && Number.isInteger(parts) ? parts : null
}

const requireNameAndPhone = (bank: string, payer: Payer, language: Asked["language"]) => {
  const byPhone = needsPhone(bank)
  const lacking = lackingDetails(payer, [
    "first_name",
    "last_name",
    ...(byPhone ? (["phone"] as const) : []),
  ])
  if (lacking.length > 0) throw detailsError(lacking, language)
  if (byPhone && !bankPhone(payer.phone)) throw shopperError("phone_not_ukrainian", language)
}
