import { container } from "@medusajs/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"

/** The payment module's own rows of account holders. */
export type AccountHolderRows = {
  list(filters: Record<string, unknown>): Promise<unknown[]>
  create(row: Record<string, unknown>): Promise<unknown>
}

const rows = z.array(z.object({ id: z.string() }))

/**
 * A customer as RozetkaPay's wallet knows them: by the store's own id, so there is
 * nothing to ask RozetkaPay for. `data.id` is what Medusa's own examples read.
 *
 * Medusa would write the account holder and its link to the customer one after the other. Of several
 * first sessions at once all but one would be refused by the holder's unique key, with a text of the
 * database's; and a holder whose link was never written would be made again, so that its customer could
 * never pay again. Here both are written, or found, however many do so at once, and Medusa is told
 * to write nothing.
 */
export const ensureAccountHolder = async (
  holders: AccountHolderRows,
  providerId: string,
  customer: { id: string; email?: string | null },
): Promise<Record<string, never>> => {
  const key = { provider_id: providerId, external_id: customer.id }
  const find = async () => rows.parse(await holders.list(key))[0]?.id
  const made = async () => {
    const row = { ...key, email: customer.email ?? null, data: { id: customer.id } }
    await holders.create(row).catch(async (error: unknown) => {
      if (!(await find())) throw error
    })
    return find()
  }
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.CUSTOMER]: { customer_id: customer.id },
    [Modules.PAYMENT]: { account_holder_id: (await find()) ?? (await made()) },
  })
  return {}
}
