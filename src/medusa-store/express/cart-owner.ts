import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Delivery } from "../../core/delivery"
import { type ExpressOptions, emailOf } from "../../provider/express-options"

type OwnedCart = {
  email?: string | null
  customer?: { id: string; has_account: boolean; email?: string | null } | null
}

/** Of orders whose store has no express options any more. */
const NO_EMAIL = "{session_id}@express.invalid"

/**
 * Whose order it becomes. A customer with an account stays who they are. A guest is known by the e-mail
 * that they gave RozetkaPay, else the store, else by the option's; and is never taken for a customer with
 * an account, whose e-mail anybody could type.
 */
export const ownerOf = async (
  container: MedusaContainer,
  { email: before, customer }: OwnedCart,
  delivery: Delivery,
  session_id: string,
  express: ExpressOptions | undefined,
): Promise<{ email: string; customer_id: string }> => {
  const { phone } = delivery
  const fallback = emailOf(express?.email ?? NO_EMAIL, { session_id, phone })
  if (customer?.has_account) {
    const email = before || customer.email || delivery.email || fallback
    return { email, customer_id: customer.id }
  }
  const email = delivery.email ?? (before || fallback)
  if (customer?.email === email) return { email, customer_id: customer.id }
  return { email, customer_id: await guestOf(container, email, delivery) }
}

const guestOf = async (
  container: MedusaContainer,
  email: string,
  { firstName, lastName, phone }: Delivery,
): Promise<string> => {
  const customers = container.resolve(Modules.CUSTOMER)
  const find = async () => (await customers.listCustomers({ email, has_account: false }))[0]?.id
  const known = await find()
  if (known) return known
  const guest = {
    email,
    first_name: firstName ?? undefined,
    last_name: lastName ?? undefined,
    phone: phone ?? undefined,
  }
  return customers.createCustomers(guest).then(
    ({ id }) => id,
    async (error: unknown) => {
      // Another cart of the same guest's, in this very moment.
      const meanwhile = await find()
      if (meanwhile) return meanwhile
      throw error
    },
  )
}
