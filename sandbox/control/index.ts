import { json, Router } from "express"
import { hasBody } from "../own-machine"
import type { World } from "../world"
import { alternativeControl } from "./alternative"
import { callbacksControl } from "./callbacks"
import { ControlError, control } from "./control-error"
import { expressControl } from "./express"
import { moneyControl } from "./money-moves"
import { paymentsControl } from "./payments"
import { payoutsControl } from "./payouts"
import { paypartsControl } from "./payparts"
import { sellersControl } from "./sellers"
import { seriesControl } from "./series"
import { switchesControl } from "./switches"
import { walletsControl } from "./wallets"

/** The control API under /sandbox: JSON, no authentication, for tests and for the curious. */
export function controlApi(world: World): Router {
  const router = Router()
  router.use((request, _response, next) => {
    // Else a form of any page would be read as JSON, or as an empty wish.
    const isJson = !hasBody(request) || request.is("application/json")
    next(
      isJson ? undefined : new ControlError(415, "Send JSON, with content-type: application/json"),
    )
  })
  router.use(json({ limit: "1mb", type: () => true }))
  router.use(paymentsControl(world))
  router.use(expressControl(world))
  router.use(moneyControl(world))
  router.use(payoutsControl(world))
  router.use(callbacksControl(world))
  router.use(seriesControl(world))
  router.use(walletsControl(world))
  router.use(sellersControl(world))
  router.use(paypartsControl(world))
  router.use(alternativeControl(world))
  router.use(switchesControl(world))
  router.use(
    control((request) => {
      throw new ControlError(404, `The control API has no ${request.method} ${request.originalUrl}`)
    }),
  )
  return router
}
