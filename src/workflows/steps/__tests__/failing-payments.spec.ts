import { type ExternalId, externalId } from "../../../core/external-id"
import type { OpenMemory } from "../../reconcile/reconcile-memory"
import { noteFailing } from "../failing-payments"

const [FIRST, SECOND] = [externalId("payses_1"), externalId("payses_2")]
const HOUR = 60 * 60_000
const NOW = Date.parse("2026-11-26T12:00:00Z")
const memory = (): OpenMemory => ({
  value: {
    compared_at: null,
    compare_tried_at: null,
    asked: {},
    round: null,
    failing: {},
    runs: [],
  },
  save: async () => undefined,
})
const failed = (external_id: ExternalId) => ({
  provider_id: "pp_rozetkapay_rozetkapay",
  external_id,
  action: "error",
  outcome: null,
  error: "another request holds the cart",
})

describe("payments that could not be synced", () => {
  test("are looked at in each run until they are", () => {
    const of = memory()
    noteFailing(of, FIRST, failed(FIRST), NOW)
    noteFailing(of, SECOND, failed(SECOND), NOW)
    noteFailing(of, FIRST, null, NOW)
    expect(Object.keys(of.value.failing)).toEqual(["payses_2"])
  })

  test("are left to the daily round when they fail for a day, however often they were looked at", () => {
    const of = memory()
    for (let hour = 0; hour < 24; hour += 1) {
      noteFailing(of, FIRST, failed(FIRST), NOW + hour * HOUR)
      expect(Object.keys(of.value.failing)).toEqual(["payses_1"])
    }
    noteFailing(of, FIRST, failed(FIRST), NOW + 24 * HOUR)
    expect(of.value.failing).toEqual({})
  })

  test("never fill a run: of a crowd the latest are kept", () => {
    const of = memory()
    for (let count = 0; count < 80; count += 1) {
      const id = externalId(`payses_${count}`)
      noteFailing(of, id, failed(id), NOW)
    }
    expect(Object.keys(of.value.failing)).toHaveLength(50)
    expect(of.value.failing.payses_79).toBeDefined()
  })
})
