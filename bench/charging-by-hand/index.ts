import { randomUUID } from "node:crypto"
import {
  AbstractPaymentProvider,
  ModuleProvider,
  Modules,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"

/**
 * Medusa's own manual provider, with one word changed: money is charged and not held. So a checkout with it is all that
 * Medusa itself does of a charge's order, and whatever a callback's order takes more is ours.
 */
class ChargingByHand extends AbstractPaymentProvider {
  static override identifier = "charging"

  // biome-ignore lint/complexity/noUselessConstructor: Medusa's is protected, and its loader makes one.
  constructor(cradle: Record<string, unknown>, options: Record<string, unknown>) {
    super(cradle, options)
  }

  async initiatePayment() {
    return { id: randomUUID(), data: {} }
  }
  async authorizePayment() {
    return { data: {}, status: PaymentSessionStatus.CAPTURED }
  }
  async getPaymentStatus() {
    return { data: {}, status: PaymentSessionStatus.CAPTURED }
  }
  async getWebhookActionAndData() {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
  async retrievePayment() {
    return { data: {} }
  }
  async updatePayment() {
    return { data: {} }
  }
  async deletePayment() {
    return { data: {} }
  }
  async capturePayment() {
    return { data: {} }
  }
  async refundPayment() {
    return { data: {} }
  }
  async cancelPayment() {
    return { data: {} }
  }
}

export default ModuleProvider(Modules.PAYMENT, { services: [ChargingByHand] })
