import { Router, urlencoded } from "express"
import { z } from "zod"
import { callbackModeShape, FLUSH_ORDERS } from "../callbacks"
import { ControlError } from "../control/control-error"
import { changeBalance } from "../control/money-moves"
import { faultShape } from "../faults"
import { PRODUCTS } from "../merchants"
import { changeQuirks } from "../quirks"
import type { World } from "../world"
import { cabinetOf, showCabinet } from "./cabinet"
import { problemIn } from "./problem"
import { readQuirks } from "./quirks-form"
import { switchesPage } from "./switches-page"

/** What a form sent, without what was left empty. */
type Sent = { one: Map<string, string>; all: (name: string) => string[] }

const whole = z.coerce.number().int().min(0)
const refusing = z.object({
  code: z
    .string()
    .regex(/^[a-z0-9_-]+$/)
    .nullable()
    .default(null),
  operation: z.enum(["payment", "confirm", "cancel", "refund"]).default("payment"),
  times: whole.default(1),
})

/** The control API's switches, worked by the forms of one page. */
export function switchesRoutes(world: World): Router {
  const router = Router()
  router.get("/", (request, response) => {
    showCabinet(response, switchesPage(world, cabinetOf(request), null))
  })
  router.post("/", urlencoded({ extended: false, limit: "50kb" }), async (request, response) => {
    try {
      await press(world, sentIn(request.body))
      response.redirect(303, "/switches")
    } catch (error) {
      const cabinet = cabinetOf(request)
      showCabinet(response.status(422), switchesPage(world, cabinet, problemIn(error, cabinet)))
    }
  })
  return router
}

async function press(world: World, { one, all }: Sent): Promise<void> {
  const fields = Object.fromEntries(one)
  switch (one.get("do")) {
    case "reset":
      world.resetSwitches()
      return
    case "forget":
      world.reset()
      return
    case "callbacks":
      world.desk.mode = callbackModeShape.parse({
        mode: fields.mode,
        late_ms: whole.optional().parse(fields.late_ms),
      })
      return
    case "flush":
      await world.desk.flush(z.enum(FLUSH_ORDERS).parse(fields.order))
      return
    case "fault": {
      const { endpoint, kind, external_id } = fields
      const { times, ms, reset } = z
        .object({ times: whole.default(1), ms: whole.optional(), reset: whole.optional() })
        .parse(fields)
      world.faults.add(faultShape.parse({ endpoint, kind, external_id, times, ms, reset }))
      return
    }
    case "clear-faults":
      world.faults.clear()
      return
    case "info-stop":
      world.info.stop(whole.default(0).parse(fields.calls))
      return
    case "info-go":
      world.info.letGo()
      return
    case "merchant": {
      const merchant = known(world.merchants.find(fields.login ?? ""), fields.login)
      // All is read before anything is changed.
      const not_allowed = z.array(z.enum(PRODUCTS)).parse(all("not_allowed"))
      changeBalance(merchant, fields.balance?.replace(",", ".") ?? null)
      merchant.not_allowed = not_allowed
      return
    }
    case "bank": {
      const { code, ...rest } = refusing.parse(fields)
      known(world.banks.find(fields.name ?? ""), fields.name).refusal =
        code === null ? null : { code, ...rest }
      return
    }
    case "seller": {
      const { code, ...rest } = refusing.parse(fields)
      const whole_batch = fields.whole_batch === "yes"
      const refusal = code === null ? null : { code, ...rest, whole_batch }
      world.sellers.refuse(z.string().min(1).parse(fields.api_key), refusal)
      return
    }
    case "recurrent": {
      const { code, times } = refusing.parse(fields)
      known(world.recurrents.find(fields.recurrent_id ?? ""), fields.recurrent_id).refusal =
        code === null ? null : { code, times }
      return
    }
    case "quirks":
      world.quirks = changeQuirks(world.quirks, readQuirks(one))
      return
    default:
      throw new ControlError(400, "There is no such switch", "unknown_switch")
  }
}

function known<Found>(found: Found | undefined, name: string | undefined): Found {
  if (found === undefined) throw new ControlError(404, `There is no ${name}`, "unknown_name")
  return found
}

function sentIn(body: unknown): Sent {
  const entries = Object.entries(Object(body)).map(([name, value]): [string, string[]] => [
    name,
    [value].flat().map(String),
  ])
  const one = new Map(
    entries.map(([name, values]): [string, string] => [name, values[0]?.trim() ?? ""]),
  )
  for (const [name, value] of one) if (value === "") one.delete(name)
  return { one, all: (name) => new Map(entries).get(name) ?? [] }
}
