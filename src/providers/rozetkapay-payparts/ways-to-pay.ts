import { IN_INSTALMENTS } from "../../messages/instalments"
import {
  type CartToPay,
  lackingDetails,
  reasonByLimits,
  type WayToPay,
} from "../../provider/ways-to-pay"
import type { PayPartsBank } from "../../rozetkapay/client"
import { needsPhone } from "./bank-rules"
import { bankName, banksOf, limitsOf } from "./offered-banks"
import type { PayPartsOptions } from "./options"

/** One way for each bank; how many parts is the shopper's to say. */
export const payPartsWays = (
  cart: CartToPay,
  told: PayPartsBank[] | null,
  options: PayPartsOptions,
): WayToPay[] => {
  if (!told) return []
  return banksOf(told, options).map((bank) => ({
    method: bank.name,
    name: bankName(bank, cart.language),
    description: bank.productName ?? IN_INSTALMENTS[cart.language],
    icon: bank.logoUrl ?? bank.name,
    limits: limitsOf(bank),
    reason: reasonByLimits(cart, limitsOf(bank)),
    needs: [
      "parts",
      ...lackingDetails(cart.payer, [
        "first_name",
        "last_name",
        ...(needsPhone(bank.name) ? (["phone"] as const) : []),
      ]),
    ],
    data: { bank: bank.name },
  }))
}
