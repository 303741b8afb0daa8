import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { alone } from "../provider/payment-lock"

/*
 * What staff did of which no row of Medusa's says whose it was: a capture and a refund have `created_by`; a
 * sync, a callback asked for, the rest of a hold that was canceled, a payment link have nothing. It stands in
 * the metadata of the payment, or of the link's payment collection: with them it lives and goes.
 */
const KEY = "rozetkapay_staff_actions"

/** The last ones; whoever needs more has the log. */
const MOST = 30

const action = z.object({
  /** ISO 8601, in UTC. */
  at: z.iso.datetime(),
  what: z.enum([
    "sync",
    "resend_callback",
    "retry_refund",
    "cancel_refund",
    "cancel_remainder",
    "payment_link",
  ]),
  /** Medusa's id of the user, or of the API key. */
  actor: z.string(),
  /** "done", or the code of why not. */
  outcome: z.string(),
})

export type NotedAction = z.output<typeof action>

/** Oldest first. One that can't be read is left out. */
export const staffActionsIn = (metadata: unknown): NotedAction[] => {
  const noted = z.looseObject({ [KEY]: z.array(z.unknown()) }).safeParse(metadata).data?.[KEY]
  return (noted ?? []).flatMap((one) => action.safeParse(one).data ?? [])
}

/** Never throws: what was done is done. */
export const noteOnPayment = (
  container: MedusaContainer,
  id: string,
  noted: NotedAction,
): Promise<void> => {
  const payments = container.resolve(Modules.PAYMENT)
  return note(container, id, noted, async (add) => {
    const [payment] = await payments.listPayments({ id }, { select: ["id", "metadata"] })
    // Medusa's type leaves it out; its module keeps it.
    const written = { id, metadata: add(payment && metadataOf(payment)) }
    if (payment) await payments.updatePayment(written)
  })
}

/** As `noteOnPayment`, on the payment collection of a link. */
export const noteOnLink = (
  container: MedusaContainer,
  id: string,
  noted: NotedAction,
): Promise<void> => {
  const payments = container.resolve(Modules.PAYMENT)
  return note(container, id, noted, async (add) => {
    const [link] = await payments.listPaymentCollections({ id }, { select: ["id", "metadata"] })
    if (link) await payments.updatePaymentCollections(id, { metadata: add(metadataOf(link)) })
  })
}

const metadataOf = (row: object): unknown => ("metadata" in row ? row.metadata : null)

type Add = (metadata: unknown) => Record<string, unknown>

/** Two of one moment are both kept: whoever writes a list reads it first. */
const note = async (
  container: MedusaContainer,
  id: string,
  noted: NotedAction,
  write: (add: Add) => Promise<void>,
): Promise<void> => {
  const add: Add = (metadata) => ({ [KEY]: [...staffActionsIn(metadata), noted].slice(-MOST) })
  await alone(container.resolve(Modules.LOCKING), `staff:${id}`, () => write(add)).catch(
    (error: unknown) =>
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `rozetkapay: it could not be noted that ${noted.actor} did ${noted.what} of ${id}: ${oneLine(errorMessage(error))}`,
        ),
  )
}
