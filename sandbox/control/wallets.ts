import { Router } from "express"
import { z } from "zod"
import { maskOf } from "../cards"
import { answerBank, putCard } from "../wallet-desk"
import type { WalletCard } from "../wallets"
import type { World } from "../world"
import { cardNamed, expiry } from "./card-named"
import { ControlError, control } from "./control-error"

const putting = z.strictObject({
  login: z.string().optional(),
  external_id: z.string().min(1),
  card: z.string().default("4111111111111111"),
  expiry,
  make_default: z.boolean().default(false),
})

const finishing = z.strictObject({
  login: z.string().optional(),
  card: z.string().default("4111111111111111"),
  expiry,
  three_ds: z.enum(["approve", "reject", "leave"]).default("approve"),
})

/** Customers' saved cards, without the API and without a browser. */
export function walletsControl(world: World): Router {
  const router = Router()
  const shown = (entry: WalletCard) => {
    const { card, ...rest } = entry
    return { ...rest, card_mask: maskOf(card), status: world.additions.statusOf(entry) }
  }
  router.get(
    "/wallets",
    control(({ query }) => ({
      cards: world.wallets
        .list()
        .filter((one) => query.login === undefined || one.login === query.login)
        .filter(
          (one) =>
            query.external_id === undefined || one.customer_external_id === query.external_id,
        )
        .map(shown),
    })),
  )
  router.post(
    "/wallets",
    control(({ body }) => {
      const { login, external_id, card, expiry: date, make_default } = putting.parse(body)
      const merchant = login === undefined ? world.merchants.first() : world.merchants.find(login)
      if (!merchant) throw new ControlError(404, `There is no merchant ${login}`)
      const owner = { login: merchant.login, customer_external_id: external_id }
      const kept = world.wallets.keep(owner, cardNamed(card, date), world, make_default)
      return { card: shown(kept) }
    }),
  )
  router.post(
    "/wallets/:external_id/finish",
    control(({ params, body }) => {
      const { login, card, expiry: date, three_ds } = finishing.parse(body)
      const addition = world.additions.unfinished(params.external_id ?? "", login)
      if (!addition) throw new ControlError(409, "No card is being added to this wallet")
      if (addition.status === "init") putCard(world, addition, cardNamed(card, date))
      if (addition.status === "pending" && three_ds !== "leave")
        answerBank(world, addition, three_ds)
      return {
        status: addition.status,
        card: addition.entry && shown(addition.entry),
        redirect_to: addition.result_url,
      }
    }),
  )
  return router
}
