import { Router } from "express"
import { z } from "zod"
import type { CallbackAnswer } from "../callback-post"
import { callbackModeShape, FLUSH_ORDERS } from "../callbacks"
import { callbackUrlOf, writeLetter } from "../cashier"
import { nameOf } from "../payment"
import type { World } from "../world"
import { ControlError, control } from "./control-error"
import { findByIds } from "./find-payment"

const sending = z.strictObject({
  external_id: z.string(),
  login: z.string().optional(),
  operation: z.enum(["payment", "confirm", "cancel", "refund", "lookup", "recurrent"]).optional(),
  copies: z.int().min(1).max(500).default(1),
  concurrently: z.boolean().default(false),
})

/** How long to wait for rest before the answer says that there is none. */
const resting = z.object({ within_ms: z.coerce.number().int().min(0).max(60_000).default(0) })

/** Milliseconds from look to look, inside of this process. */
const LOOK_MS = 5

const flushing = z.strictObject({ order: z.enum(FLUSH_ORDERS).default("given") })

export function callbacksControl(world: World): Router {
  const router = Router()
  router.get(
    "/callbacks",
    control(({ query }) => ({
      callbacks: world.desk.list(textOf(query.external_id), textOf(query.login)),
    })),
  )
  router.post(
    "/callbacks",
    control(({ body }) => {
      world.desk.mode = callbackModeShape.parse(body)
      return world.desk.mode
    }),
  )
  router.post(
    "/callbacks/flush",
    control(async ({ body }) => ({ sent: await world.desk.flush(flushing.parse(body).order) })),
  )
  router.post(
    "/callbacks/send",
    control(async ({ body }) => ({ answers: await sendNow(world, sending.parse(body)) })),
  )
  router.get(
    "/idle",
    control(async ({ query }) => {
      const deadline = performance.now() + resting.parse(query).within_ms
      const pending = () => world.desk.pending() + world.banks.thinking
      while (pending() > 0 && performance.now() < deadline) await world.timers.wait(LOOK_MS)
      return { idle: pending() === 0, pending: pending() }
    }),
  )
  return router
}

export async function sendNow(
  world: World,
  wanted: z.infer<typeof sending>,
): Promise<CallbackAnswer[]> {
  const payment = findByIds(world, wanted.external_id, wanted.login)
  const operation = payment.operations
    .filter(
      (one) =>
        wanted.operation === undefined ||
        one.operation === wanted.operation ||
        nameOf(one, world.quirks) === wanted.operation,
    )
    .at(-1)
  if (!operation)
    throw new ControlError(404, "The payment has no such operation yet", "operation_not_found")
  const letter = writeLetter(world, payment, operation, callbackUrlOf(world, payment, operation))
  if (!letter)
    throw new ControlError(409, "The payment has no callback_url", "callback_url_missing")
  const callback = world.desk.file(letter)
  const copies = Array.from({ length: wanted.copies }, () => callback)
  if (wanted.concurrently) return Promise.all(copies.map((one) => world.desk.sendNow(one)))
  const answers: CallbackAnswer[] = []
  for (const one of copies) answers.push(await world.desk.sendNow(one))
  return answers
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined
