import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { alone } from "../provider/payment-lock"
import { notedRows } from "./noted-rows"

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

/** Oldest first. `of`: the id of a payment, or of a link's payment collection. */
export const staffActions = z.object({
  of: z.string(),
  /** One that can't be read is left out. */
  actions: z
    .array(z.unknown())
    .transform((all) => all.flatMap((one) => action.safeParse(one).data ?? [])),
})

/**
 * What staff did of which no row of Medusa's says whose it was: a capture and a refund have `created_by`; a
 * sync, a callback asked for, the rest of a hold that was canceled, a payment link have nothing. Not in the
 * metadata of what it was done to: shoppers may read that with their orders, and Medusa writes it as a
 * whole, so that a note of a sync's at the same moment could be lost.
 */
const rows = notedRows({
  what: "staff_actions",
  schema: staffActions,
  nameOf: ({ of }): { of: string } => ({ of }),
})

/** What staff did to each of these, oldest first. */
export const staffActionsOf = async (
  container: MedusaContainer,
  ids: string[],
): Promise<Map<string, NotedAction[]>> => {
  const found = await rows.findAmong(
    container,
    [...new Set(ids)].map((of) => ({ of })),
  )
  return new Map(found.map(({ of, actions }) => [of, actions]))
}

/** Never throws: what was done is done. Two of one moment are both kept: whoever writes a list reads it first. */
export const noteStaffAction = async (
  container: MedusaContainer,
  of: string,
  noted: NotedAction,
): Promise<void> => {
  const write = async () => {
    const before = await rows.find(container, { of })
    const actions = [...(before?.actions ?? []), noted].slice(-MOST)
    await rows.note(container, { of, actions }, before === null)
  }
  await alone(container.resolve(Modules.LOCKING), `staff:${of}`, write).catch((error: unknown) =>
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `rozetkapay: it could not be noted that ${noted.actor} did ${noted.what} of ${of}: ${oneLine(errorMessage(error))}`,
      ),
  )
}
