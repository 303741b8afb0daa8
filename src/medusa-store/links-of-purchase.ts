import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { type ExternalId, sessionOf } from "../core/external-id"
import { selectRows } from "../provider/select-rows"

/*
 * What a purchase hangs together with. Every sync asks all of this, some of it twice, and each of Medusa's own
 * answers goes through two modules and the links between them: here each is one question.
 */

const named = z.object({ id: z.string().nullable() })

const one = async (
  container: MedusaContainer,
  text: string,
  values: Record<string, string>,
): Promise<string | null> => (await selectRows(container, named, text, values))[0]?.id ?? null

/** By the session, or by the Payment of one that is gone. */
export const collectionOf = (
  container: MedusaContainer,
  externalId: ExternalId,
): Promise<string | null> =>
  one(
    container,
    `select payment_collection_id as id from payment_session where id = :session and deleted_at is null
     union all
     select payment_collection_id from payment where payment_session_id = :session and deleted_at is null`,
    { session: sessionOf(externalId) },
  )

export const orderOf = (container: MedusaContainer, collection: string): Promise<string | null> =>
  one(
    container,
    `select order_id as id from order_payment_collection
     where payment_collection_id = :collection and deleted_at is null`,
    { collection },
  )
