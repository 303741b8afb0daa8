import type { Request } from "express"
import type { Payment } from "../payment"
import type { World } from "../world"
import { ControlError } from "./control-error"

/** The payment of `:external_id`, of the login in the query (or body) when one is named. */
export function findPayment(world: World, request: Request): Payment {
  const { external_id = "" } = request.params
  return findByIds(world, external_id, request.query.login ?? request.body?.login)
}

export function findByIds(world: World, external_id: string, login: unknown): Payment {
  const payment =
    typeof login === "string"
      ? world.payments.find(login, external_id)
      : world.payments.findAny(external_id)
  if (!payment) throw new ControlError(404, `There is no payment ${external_id}`)
  return payment
}
