import { Router } from "express"
import { z } from "zod"
import { faultShape } from "../faults"
import { changeQuirks } from "../quirks"
import type { World } from "../world"
import { control } from "./control-error"

const infoShape = z.strictObject({ stopped: z.boolean(), calls: z.int().min(0).default(0) })

/** Faults, quirks, the log of requests, the contract's violations, and starting afresh. */
export function switchesControl(world: World): Router {
  const router = Router()
  router.get(
    "/faults",
    control(() => ({ faults: world.faults.list() })),
  )
  router.post(
    "/faults",
    control(({ body }) => ({ id: world.faults.add(faultShape.parse(body)).id })),
  )
  router.delete(
    "/faults",
    control(() => {
      world.faults.clear()
      return { faults: [] }
    }),
  )
  router.get(
    "/quirks",
    control(() => world.quirks),
  )
  router.post(
    "/quirks",
    control(({ body }) => {
      world.quirks = changeQuirks(world.quirks, z.record(z.string(), z.unknown()).parse(body))
      return world.quirks
    }),
  )
  router.get(
    "/info",
    control(() => world.info.state()),
  )
  router.post(
    "/info",
    control(({ body }) => {
      const { stopped, calls } = infoShape.parse(body)
      if (stopped) world.info.stop(calls)
      else world.info.letGo()
      return world.info.state()
    }),
  )
  router.get(
    "/requests",
    control(({ query }) => ({
      requests: world.log.list(textOf(query.endpoint), textOf(query.external_id)),
    })),
  )
  router.get(
    "/contract",
    control(() => ({
      openapi: world.contract.document !== null,
      violations: world.contract.list(),
    })),
  )
  router.post(
    "/reset",
    control(() => {
      world.reset()
      return { reset: true }
    }),
  )
  return router
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined
