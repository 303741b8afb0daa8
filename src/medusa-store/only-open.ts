import type { MedusaContainer } from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import type { SessionId } from "../core/session-id"
import { selectRows } from "../provider/select-rows"

const row = z.object({ is_own: z.boolean(), is_closed: z.boolean(), has_payment: z.boolean() })

const SESSIONS = `select s.id = :own as is_own, s.status = :closed as is_closed,
    exists (select from payment p where p.payment_session_id = s.id and p.deleted_at is null) as has_payment
  from payment_session s where s.payment_collection_id = :collection and s.deleted_at is null`

/** Whether a session is there and open, and no other of its purchase is: so it is with nearly every cart. */
export const isOnlyOpen = async (
  container: MedusaContainer,
  own: SessionId,
  collection: string,
): Promise<boolean> => {
  const closed = PaymentSessionStatus.CANCELED
  const sessions = await selectRows(container, row, SESSIONS, { own, collection, closed })
  return (
    sessions.some((one) => one.is_own && !one.is_closed) &&
    sessions.every((one) => one.is_own || one.is_closed || one.has_payment)
  )
}
