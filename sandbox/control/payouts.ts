import { Router } from "express"
import { z } from "zod"
import type { Payment } from "../payment"
import { dayOf, isCapture } from "../payouts"
import { readMoney } from "../request-shapes"
import type { World } from "../world"
import { ControlError, control } from "./control-error"
import { findPayment } from "./find-payment"

const saying = z.strictObject({
  login: z.string().optional(),
  /** Another sum than was captured. */
  amount: z.coerce.number().optional(),
  /** Today, unless it is said. */
  day: z.iso.date().optional(),
})

/** What the merchant gets of a payment, and when. */
export function payoutsControl(world: World): Router {
  const router = Router()
  router.post(
    "/payments/:external_id/payout",
    control((request) => {
      const payment = findPayment(world, request)
      const { amount, day } = saying.parse(request.body)
      payOut(world, payment, {
        day,
        amount: amount === undefined ? undefined : readMoney(amount, payment.currency),
      })
      return { paid_out: true }
    }),
  )
  router.delete(
    "/payments/:external_id/payout",
    control((request) => {
      leaveOut(world, findPayment(world, request))
      return { paid_out: false }
    }),
  )
  return router
}

/** A batch is paid out order by order. */
export function payOut(
  world: World,
  payment: Payment,
  { amount, day = dayOf(Date.now()) }: { amount?: bigint; day?: string },
): void {
  const paid = payment.kind === "batch" ? payment.orders : [payment]
  if (!paid.some(({ operations }) => operations.some(isCapture)))
    throw new ControlError(409, "Nothing was captured of this payment", "nothing_captured")
  if (amount !== undefined && payment.kind === "batch")
    throw new ControlError(409, "A sum is paid out order by order", "order_by_order")
  for (const one of paid) world.payouts.say(one, { left_out: false, day, amount: amount ?? null })
}

export function leaveOut(world: World, payment: Payment): void {
  const paid = payment.kind === "batch" ? payment.orders : [payment]
  for (const one of paid) world.payouts.say(one, { left_out: true, day: null, amount: null })
}
