import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"

const customer = z.object({ id: z.string(), has_account: z.boolean() }).nullish().catch(null)
const linked = z.object({ customer }).nullish().catch(null)

/** Whose a purchase is: the customer's with an account, or null, when it is a guest's. */
export type WhosePurchase = { of: "cart" | "order" | "nothing"; customerId: string | null }

/** Two customers may have the same e-mail, one with an account and one who typed it as a guest: ids are compared. */
export const whosePurchase = async (
  container: MedusaContainer,
  payment_collection_id: string,
): Promise<WhosePurchase> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  for (const kind of ["cart", "order"] as const) {
    const { data } = await query.graph({
      entity: `${kind}_payment_collection`,
      fields: [`${kind}_id`, `${kind}.customer.id`, `${kind}.customer.has_account`],
      filters: { payment_collection_id },
    })
    const [found]: Record<string, unknown>[] = data
    if (!found) continue
    const owner = linked.parse(found[kind])?.customer
    return { of: kind, customerId: owner?.has_account ? owner.id : null }
  }
  return { of: "nothing", customerId: null }
}

/**
 * The logged-in customer, if they may save a card with this payment, pay with one, or allow later
 * payments: whoever has a cart's id, or a payment link, may pay for somebody else, and the card is the
 * payer's. A link may be passed on, so nobody may there.
 *
 * @param isByClient false: a store's own code asks, which knows whom it charges, also for no cart at all
 */
export const ownCustomer = (
  { of, customerId }: WhosePurchase,
  loggedIn: string,
  isByClient: boolean,
): string | null => {
  const isTheirs = customerId === loggedIn
  switch (of) {
    case "cart":
      return isTheirs ? loggedIn : null
    case "order":
      return isTheirs && !isByClient ? loggedIn : null
    case "nothing":
      return isByClient ? null : loggedIn
  }
}
