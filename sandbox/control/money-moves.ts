import { type Request, Router } from "express"
import { z } from "zod"
import { cancelWholeBatch, confirmOrders } from "../batch/announced-moves"
import { bankEvent, cancelPayment, confirmPayment, refundPayment, settleRefund } from "../cashier"
import { refused } from "../gateway-error"
import { type Merchant, PRODUCTS, readBalance } from "../merchants"
import { toDecimal } from "../money"
import { ledgerOf, type Payment } from "../payment"
import { moveOrder } from "../payparts/moves"
import { pendingRefunds } from "../refund-moves"
import { readMoney } from "../request-shapes"
import { showPayment } from "../show-payment"
import type { World } from "../world"
import { ControlError, control } from "./control-error"
import { findPayment } from "./find-payment"

const part = z.strictObject({ login: z.string().optional(), amount: z.coerce.number().optional() })
const cabinetMove = z.enum(["confirm", "cancel", "refund"])
const bankMove = z.enum(["hold-cancelled", "chargeback", "representment"])
const refundEnd = z.enum(["settle", "fail"])
const merchantShape = z.strictObject({
  balance: z.string().nullable().optional(),
  not_allowed: z.array(z.enum(PRODUCTS)).optional(),
  /** Changed in the cabinet: the store's is refused from now on. */
  password: z.string().min(1).optional(),
})

/** The merchant's cabinet, the card holder's bank, deferred refunds and the balance behind them. */
export function moneyControl(world: World): Router {
  const router = Router()
  const readPart = (request: Request, payment: Payment) => {
    const { amount } = part.parse(request.body)
    return amount === undefined ? undefined : readMoney(amount, payment.currency)
  }
  const shown = (payment: Payment) => ({ payment: showPayment(payment, world.url) })

  router.post(
    "/payments/:external_id/cabinet/:move",
    control((request) => {
      const payment = findPayment(world, request)
      cabinet(world, payment, cabinetMove.parse(request.params.move), readPart(request, payment))
      return shown(payment)
    }),
  )
  router.post(
    "/payments/:external_id/bank/:move",
    control((request) => {
      const payment = findPayment(world, request)
      bankEvent(world, payment, bankMove.parse(request.params.move), readPart(request, payment))
      return shown(payment)
    }),
  )
  router.post(
    "/payments/:external_id/refunds/:end",
    control((request) => {
      const payment = findPayment(world, request)
      endPendingRefunds(world, payment, refundEnd.parse(request.params.end))
      return shown(payment)
    }),
  )
  router.post(
    "/merchants/:login",
    control(({ params, body }) => {
      const merchant = world.merchants.find(params.login ?? "")
      if (!merchant) throw new ControlError(404, `There is no merchant ${params.login}`)
      const { balance: wanted, not_allowed, password } = merchantShape.parse(body)
      if (wanted !== undefined) changeBalance(merchant, wanted)
      if (not_allowed) merchant.not_allowed = not_allowed
      if (password) merchant.password = password
      const { login, balance } = merchant
      return {
        login,
        balance: balance === null ? null : toDecimal(balance, "UAH"),
        not_allowed: merchant.not_allowed,
      }
    }),
  )
  return router
}

export function changeBalance(merchant: Merchant, wanted: string | null): void {
  const minor = wanted === null ? null : readBalance(wanted)
  if (wanted !== null && minor === null)
    throw new ControlError(400, 'balance is a decimal with two digits, such as "0.00", or null')
  merchant.balance = minor
}

export function cabinet(
  world: World,
  payment: Payment,
  move: z.infer<typeof cabinetMove>,
  amount: bigint | undefined,
): void {
  if (payment.kind === "batch") {
    cabinetOfBatch(world, payment, move, amount)
    return
  }
  const wish = amount === undefined ? {} : { amount }
  if (payment.kind === "payparts") {
    moveOrder(world, payment, move, wish, "cabinet")
    return
  }
  switch (move) {
    case "confirm":
      confirmPayment(world, payment, wish, "cabinet")
      return
    case "cancel":
      cancelPayment(world, payment, wish, "cabinet")
      return
    case "refund":
      refundPayment(world, payment, wish, "cabinet")
      return
  }
}

function cabinetOfBatch(
  world: World,
  batch: Payment,
  move: z.infer<typeof cabinetMove>,
  amount: bigint | undefined,
): void {
  if (amount !== undefined)
    throw refused("action_not_allowed", "A part is moved order by order", batch.id)
  switch (move) {
    case "confirm":
      confirmOrders(world, batch, null, {}, "cabinet")
      return
    case "cancel":
      cancelWholeBatch(world, batch, {}, "cabinet")
      return
    case "refund":
      for (const order of batch.orders) {
        const { captured, refunded, refunding } = ledgerOf(order)
        if (captured > refunded + refunding) refundPayment(world, order, {}, "cabinet")
      }
      return
  }
}

export function endPendingRefunds(world: World, payment: Payment, end: "settle" | "fail"): void {
  for (const refund of pendingRefunds(payment))
    settleRefund(
      world,
      payment,
      refund,
      end === "settle" ? "refund_successful" : "refund_is_cancelled_by_system",
    )
}
