import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Amount } from "../core/money"
import { tell } from "./emit-event"
import type { Books } from "./snapshot"
import { noteUnexplained } from "./unexplained"

/**
 * Money that nobody here can place: a database that came back older, a copy of another store's, a part
 * that somebody has returned before there was an order. Nothing is moved; staff are told once.
 */
export const reportUnexplained = async (
  container: MedusaContainer,
  books: Books,
  amount: Amount,
): Promise<void> => {
  const { marks, situation } = books
  if (!(await noteUnexplained(container, marks, amount))) return
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `rozetkapay: money that this store can not place, so nothing is moved; see GET /admin/rozetkapay/unexplained provider_id=${marks.provider_id} session_id=${marks.external_id}`,
    )
  await tell(container, books, "rozetkapay.payment.unexplained", amount, whyUnexplained(situation))
}

const whyUnexplained = ({ foreign, session }: Books["situation"]): string => {
  if (foreign) return "other_installation"
  return session ? "returned_in_part" : "unknown_purchase"
}
