import { Router } from "express"
import { z } from "zod"
import { maskOf } from "../cards"
import { makeMobileToken } from "../mobile-pay-tokens"
import type { Recurrent } from "../recurrents"
import type { World } from "../world"
import { cardNamed, expiry } from "./card-named"
import { ControlError, control } from "./control-error"

const tokenShape = z.strictObject({
  card: z.string().default("4111111111111111"),
  expiry,
  kind: z.enum(["cc", "google_pay", "apple_pay"]).default("cc"),
  login: z.string().optional(),
  /** cc only: seconds of life; 0 = expired already. */
  expires_in: z.int().min(0).optional(),
})

const recurrentChange = z.strictObject({
  refuse: z
    .string()
    .regex(/^[a-z0-9_-]+$/)
    .nullable()
    .optional(),
  times: z.int().min(0).default(0),
  revoked: z.boolean().optional(),
})

/** Tokens as the widget and phones make them, and what becomes of charges without the shopper. */
export function seriesControl(world: World): Router {
  const router = Router()
  router.post(
    "/tokens",
    control(({ body }) => {
      const { card: named, expiry: date, kind, login, expires_in } = tokenShape.parse(body)
      const card = cardNamed(named, date)
      const merchant = login === undefined ? world.merchants.first() : world.merchants.find(login)
      if (!merchant) throw new ControlError(404, `There is no merchant ${login}`)
      if (kind !== "cc") {
        const token = makeMobileToken(kind, card)
        return { kind, token, expires_at: null, card_mask: maskOf(card) }
      }
      const life = expires_in === undefined ? undefined : expires_in * 1_000
      return { kind, ...world.tokens.issue(merchant.login, card, "full_card", life) }
    }),
  )
  router.get(
    "/recurrents",
    control(({ query }) => ({
      recurrents: world.recurrents
        .list(typeof query.login === "string" ? query.login : undefined)
        .map(shown),
    })),
  )
  router.post(
    "/recurrents/:recurrent_id",
    control(({ params, body }) => {
      const recurrent = world.recurrents.find(params.recurrent_id ?? "")
      if (!recurrent) throw new ControlError(404, "There is no such recurrent id")
      const { refuse, times, revoked } = recurrentChange.parse(body)
      if (refuse !== undefined) recurrent.refusal = refuse === null ? null : { code: refuse, times }
      if (revoked !== undefined) recurrent.revoked = revoked
      return { recurrent: shown(recurrent) }
    }),
  )
  return router
}

const shown = ({ card, refusal, ...rest }: Recurrent) => ({
  ...rest,
  card_mask: maskOf(card),
  refuse: refusal?.code ?? null,
  times: refusal?.times ?? 0,
})
