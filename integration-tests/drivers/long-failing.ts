import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Store } from "../setup/store"

/** As if placing the order of this session had failed for the first time many days ago. */
export const failingForDays = async (store: Store, sessionId: string): Promise<void> => {
  await store.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `update payment_session
     set metadata = metadata || '{"rozetkapay_failing_since":"2020-01-01T00:00:00.000Z"}'::jsonb
     where id = ?`,
    [sessionId],
  )
}
