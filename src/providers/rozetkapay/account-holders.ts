import { container } from "@medusajs/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"

/** The payment module's own rows of account holders. */
export type AccountHolderRows = { list(filters: Record<string, unknown>): Promise<unknown[]> }

const rows = z.array(z.object({ id: z.string() }))

/**
 * A customer as RozetkaPay's wallet knows them: by the store's own id, so there is
 * nothing to ask RozetkaPay for. `data.id` is what Medusa's own examples read.
 */
export type NewAccountHolder = { id: string; data: { id: string } }

/**
 * Medusa writes an account holder and its link to the customer one after the other.
 * A holder whose link was never written would be made again, which its unique key
 * forbids, and that customer could never pay again: here the link is made good.
 *
 * @returns nothing when the customer has a holder already
 */
export const newAccountHolder = async (
  holders: AccountHolderRows,
  providerId: string,
  customerId: string,
): Promise<NewAccountHolder | Record<string, never>> => {
  const [found] = rows.parse(
    await holders.list({ provider_id: providerId, external_id: customerId }),
  )
  if (!found) return { id: customerId, data: { id: customerId } }
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.CUSTOMER]: { customer_id: customerId },
    [Modules.PAYMENT]: { account_holder_id: found.id },
  })
  return {}
}
