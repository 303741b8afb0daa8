/**
 * What the bare name of the package leads to. It is no payment provider, but a merchant may well
 * name it as one; Medusa would only say that the module can't be found.
 */
const noProvider = {
  name: "NoProvider",
  // Medusa asks for it first.
  identifier: "medusa-payment-rozetkapay",
  validateOptions(): void {
    throw new Error(
      'medusa-payment-rozetkapay: `resolve: "medusa-payment-rozetkapay"` belongs to `plugins` in medusa-config.ts; a payment provider is `resolve: "medusa-payment-rozetkapay/providers/rozetkapay"`',
    )
  },
}

export default { services: [noProvider] }
