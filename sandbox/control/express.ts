import { Router } from "express"
import { z } from "zod"
import { DEFAULT_CARD } from "../cards"
import { finishAttempt, pay } from "../cashier"
import { orderOnDelivery } from "../express/on-delivery"
import {
  type ExpressOrder,
  SAMPLE_DELIVERY,
  SAMPLE_EMAIL,
  SAMPLE_RECIPIENT,
} from "../express/order"
import { hostedPageOf } from "../payment"
import { typedIn } from "../payment-attempts"
import { readMoney } from "../request-shapes"
import { showPayment } from "../show-payment"
import type { World } from "../world"
import { cardNamed, expiry } from "./card-named"
import { ControlError, control } from "./control-error"
import { findPayment } from "./find-payment"

/** Any text is taken: what the real page would never send must be met as well. */
const text = z.string().optional()
const delivery = z.strictObject({
  delivery_type: text,
  provider: text,
  city: text,
  street: text,
  house: text,
  apartment: text,
  warehouse_number: text,
})
const person = z.strictObject({
  first_name: text,
  last_name: text,
  patronym: text,
  phone: text,
})

const shopping = z.strictObject({
  login: z.string().optional(),
  means: z.enum(["card", "on_delivery"]).default("card"),
  card: z.string().default(DEFAULT_CARD),
  expiry,
  three_ds: z.enum(["approve", "reject", "leave"]).default("approve"),
  amount: z.coerce.number().optional(),
  currency: z.string().optional(),
  /** As given, nothing added; null = the answers have no such part; left out = a sample. */
  delivery: delivery.nullable().optional(),
  recipient: person.nullable().optional(),
  /** Left out = the recipient and `email`. */
  customer: person.extend({ email: text }).nullable().optional(),
  email: z.string().nullable().optional(),
})

/** Buys on the express page without the page. */
export function expressControl(world: World): Router {
  const router = Router()
  router.post(
    "/payments/:external_id/express",
    control((request) => {
      const payment = findPayment(world, request)
      const wanted = shopping.parse(request.body)
      const page = hostedPageOf(payment)
      if (page?.mode !== "express") throw new ControlError(409, "The payment has no express page")
      if (page.expires_at <= Date.now()) throw new ControlError(409, "The page has expired")
      const order = orderOf(wanted)
      if (wanted.means === "on_delivery") orderOnDelivery(world, payment, page, order)
      else {
        const card = cardNamed(wanted.card, wanted.expiry)
        const currency = wanted.currency ?? page.currency
        const amount =
          wanted.amount === undefined ? page.amount : readMoney(wanted.amount, currency)
        const means = { ...typedIn(card), express: order }
        const attempt = pay(world, payment, page, means, { amount, currency })
        if (attempt.status === "pending" && wanted.three_ds !== "leave")
          finishAttempt(world, payment, attempt, wanted.three_ds)
      }
      return { payment: showPayment(payment, world.url), redirect_to: page.result_url }
    }),
  )
  return router
}

function orderOf(wanted: z.infer<typeof shopping>): ExpressOrder {
  const { delivery = SAMPLE_DELIVERY, recipient = SAMPLE_RECIPIENT, email = SAMPLE_EMAIL } = wanted
  const ofRecipient = { ...(recipient ?? SAMPLE_RECIPIENT), ...(email === null ? {} : { email }) }
  return {
    delivery,
    recipient,
    customer: wanted.customer === undefined ? ofRecipient : wanted.customer,
  }
}
