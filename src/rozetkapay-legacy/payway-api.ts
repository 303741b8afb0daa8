import { refusal, required } from "../rozetkapay/body-fields"
import { type LegacyAccess, sendPrimary } from "./access"
import { atMost } from "./field-limits"
import { type Fields, paymentFields } from "./order-body"
import { secretsOfOrder } from "./order-secrets"
import type { LegacyPayment, MobilePayment, PartsPayment } from "./requests"
import type { LegacyTransaction } from "./results"

/**
 * Direct payments by other means than a card's data. Each may charge at once, so none is repeated
 * after an unknown outcome; where the shopper has to go first, `userActionUrl` leads there.
 */
export class PaywayApi {
  constructor(private readonly access: LegacyAccess) {}

  /** "Direct payments using Privat24". */
  async payByPrivat24(request: LegacyPayment): Promise<LegacyTransaction> {
    return this.pay("Privat24 payment", request, { payway: "privat24" })
  }

  /**
   * "Direct payments using Privat Payment by Parts". The document calls the number of parts
   * `parts_count` in its table and `part_counts` in its example: both are sent, properties are free.
   */
  async payByPrivatParts(request: PartsPayment): Promise<LegacyTransaction> {
    const operation = "Privat payment by parts"
    const { partsCount } = request
    if (!/^\d{1,2}$/.test(partsCount) || Number(partsCount) < 2 || Number(partsCount) > 25) {
      throw refusal(operation, "properties.parts_count", "it must be from 2 to 25")
    }
    const properties = {
      ...request.properties,
      parts_count: partsCount,
      part_counts: partsCount,
    }
    return this.pay(operation, request, { payway: "privat_payparts", properties })
  }

  /** "Credit payments via EvoCredit". `properties` tell of the delivery and the recipient. */
  async payByEvoCredit(request: LegacyPayment): Promise<LegacyTransaction> {
    return this.pay("EvoCredit payment", request, { payway: "credit_pay" })
  }

  /** "Payments via Przelewy24". */
  async payByPrzelewy24(request: LegacyPayment): Promise<LegacyTransaction> {
    const operation = "Przelewy24 payment"
    const { email, postalCode, address } = request.customer ?? {}
    atMost(operation, "customer_email", 50, email)
    atMost(operation, "customer_postal_code", 6, postalCode)
    atMost(operation, "customer_address", 50, address)
    return this.pay(operation, request, { payway: "przelewy24" })
  }

  /** "Google Pay", section "Charging". */
  async payByGooglePay(request: MobilePayment): Promise<LegacyTransaction> {
    return this.payByMobile("Google Pay payment", "gpay", request)
  }

  /** "Apple Pay", section "Charging". */
  async payByApplePay(request: MobilePayment): Promise<LegacyTransaction> {
    return this.payByMobile("Apple Pay payment", "applepay", request)
  }

  private payByMobile(operation: string, payway: string, request: MobilePayment) {
    const token = required(operation, "cc_token", request.token)
    return this.pay(operation, request, { payway, cc_token: `${payway}:${token}` }, [token])
  }

  private pay(
    operation: string,
    request: LegacyPayment,
    special: Fields,
    secrets: string[] = [],
  ): Promise<LegacyTransaction> {
    return sendPrimary(this.access, {
      operation,
      fields: paymentFields(operation, this.access.posId, request, special),
      orderId: request.orderId,
      effect: "charges",
      secrets: [...secrets, ...secretsOfOrder(request)],
    })
  }
}
