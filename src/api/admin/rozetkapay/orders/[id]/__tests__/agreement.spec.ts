import fc from "fast-check"
import {
  someGatewayLedger,
  someLedger,
  soundLedger,
} from "../../../../../../core/__tests__/random-ledgers"
import { equals } from "../../../../../../core/money"
import { agreementOf, type Compared } from "../agreement"
import { at } from "./operations"

const compared = (of: Partial<Compared>): Compared => ({
  store: someLedger({ authorized: "100", captured: "100" }),
  gateway: someGatewayLedger({ authorized: "100", captured: "100" }),
  problem: null,
  since: null,
  newestRow: null,
  reconcile: true,
  reconcileEveryMinutes: 10,
  now: at(30),
  ...of,
})

const nextOf = (of: Partial<Compared>) => {
  const agreement = agreementOf(compared(of))
  return agreement.is === "differs" ? agreement.next : agreement.is
}

describe("whether the two ledgers agree", () => {
  test("says that it is not known, and why, while RozetkaPay's is not", () => {
    const problem = { code: "gateway_down", message: "Later, please." }
    expect(agreementOf(compared({ gateway: null, problem }))).toEqual({ is: "unknown", ...problem })
  })

  const refunded = someGatewayLedger({ authorized: "100", captured: "100", refunded: "10" })

  test("leaves what the cabinet did to the next runs, and asks staff to sync it when they have not", () => {
    expect(nextOf({ gateway: refunded, since: at(20) })).toBe("will_sync")
    expect(nextOf({ gateway: refunded, since: at(-60) })).toBe("sync_now")
    expect(nextOf({ gateway: refunded, since: at(20), reconcile: false })).toBe("sync_now")
  })

  test("sends staff to the cabinet for what no sync records, unless it may be on its way", () => {
    const store = someLedger({ authorized: "100", captured: "100", refunded: "10" })
    expect(nextOf({ store, newestRow: at(29) })).toBe("will_sync")
    expect(nextOf({ store, newestRow: at(10) })).toBe("compare_in_cabinet")
    const failed = someGatewayLedger({ authorized: "100", captured: "100", refundFailed: true })
    expect(nextOf({ store, gateway: failed, newestRow: at(10) })).toBe("will_sync")
    // Medusa has no word for a hold that was given up in part.
    const hold = someLedger({ authorized: "100" })
    const partly = someGatewayLedger({ authorized: "100", canceled: "30" })
    expect(nextOf({ store: hold, gateway: partly })).toBe("compare_in_cabinet")
    const wholly = someGatewayLedger({ authorized: "100", canceled: "100" })
    expect(nextOf({ store: hold, gateway: wholly })).toBe("will_sync")
  })

  test("is so exactly when all four sums are the same, and every other sum is named", () => {
    fc.assert(
      fc.property(soundLedger("UAH"), soundLedger("UAH"), (store, shown) => {
        const gateway = { ...someGatewayLedger(), ...shown }
        const agreement = agreementOf(compared({ store, gateway }))
        const sums = ["authorized", "captured", "canceled", "refunded"] as const
        const differing = sums.filter((sum) => !equals(store[sum], gateway[sum]))
        expect(agreement.is).toBe(differing.length === 0 ? "agrees" : "differs")
        if (agreement.is !== "differs") return
        expect(agreement.differences.map(({ sum }) => sum)).toEqual(differing)
      }),
    )
  })
})
