import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { HowPaidNotes } from "../sync/how-paid-note"

/** Into the Payment's metadata, into which Medusa merges them; what the merchant keeps there stays. */
export const noteHowPaid = async (
  container: MedusaContainer,
  id: string,
  metadata: HowPaidNotes,
): Promise<void> => {
  // Medusa's type names the id alone; its method writes whatever the row has, and asks no provider.
  const row = { id, metadata }
  await container.resolve(Modules.PAYMENT).updatePayment(row)
}
