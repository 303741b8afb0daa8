import { createCustomerAccountWorkflow } from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { DEMO_CUSTOMER } from "./sample-shopper"

/** The customer whom the storefront's button logs in. */
export async function seedCustomer(container: MedusaContainer): Promise<void> {
  const { email, password, ...name } = DEMO_CUSTOMER
  const known = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email, has_account: true }, { take: 1 })
  if (known.length > 0) return
  const auth = container.resolve(Modules.AUTH)
  const login = { body: { email, password } }
  const registered = await auth.register("emailpass", login)
  // An earlier start may have been stopped between the login and the customer.
  const found = registered.authIdentity ? registered : await auth.authenticate("emailpass", login)
  if (!found.authIdentity) throw new Error(`No customer login: ${registered.error ?? found.error}`)
  await createCustomerAccountWorkflow(container).run({
    input: { authIdentityId: found.authIdentity.id, customerData: { email, ...name } },
  })
}
