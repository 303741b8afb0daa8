import { isRozetkaPay } from "medusa-payment-rozetkapay/storefront"

/** Any provider of the plugin, in whatever number: cards, instalments, sellers, several merchants. */
export { isRozetkaPay }

/** One entry for all of RozetkaPay's ways to pay, where the store has other providers beside it. */
export const ROZETKAPAY = "pp_rozetkapay_"

/** RozetkaPay's own ways are shown by `PaymentMethods`; without other providers there is nothing else to choose. */
export const paymentChoices = (providers: { id: string }[]): { id: string }[] => {
  const others = providers.filter(({ id }) => !isRozetkaPay(id))
  const isAlone = others.length === 0 || others.length === providers.length
  return isAlone ? others : [{ id: ROZETKAPAY }, ...others]
}
