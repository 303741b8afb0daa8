import fc from "fast-check"
import type { PossibleAmount } from "../../../../../../admin-client"
import {
  someGatewayLedger,
  someLedger,
  soundLedger,
  uah,
} from "../../../../../../core/__tests__/random-ledgers"
import { held, kept } from "../../../../../../core/ledger"
import { exceeds, isPositive } from "../../../../../../core/money"
import { type AsIs, whatIsPossible } from "../what-is-possible"

const asIs = (of: Partial<AsIs> = {}): AsIs => ({
  store: someLedger({ authorized: "100", captured: "40" }),
  gateway: someGatewayLedger({ authorized: "100", captured: "40" }),
  capabilities: { capturesInPart: true, defersRefunds: true },
  isOrderCanceled: false,
  hasSellers: false,
  isDeferred: false,
  isRefundUnderWay: false,
  ...of,
})

const possible = (most: string, whole_only = false): PossibleAmount => ({
  is: true,
  most: uah(most),
  whole_only,
})
const not = (why: string) => ({ is: false, why })

describe("what staff may do with a payment", () => {
  test("of a hold captured in part: capture more, cancel the rest, refund what was captured", () => {
    expect(whatIsPossible(asIs())).toEqual({
      capture: possible("60"),
      cancel_remainder: possible("60", true),
      refund: possible("40"),
      capture_by_seller: not("no_sellers"),
      refund_by_seller: not("no_sellers"),
      retry_refund: not("no_deferred_refund"),
      cancel_refund: not("no_deferred_refund"),
      resend_callback: { is: true },
      sync: { is: true },
    })
    const sellers = whatIsPossible(asIs({ hasSellers: true }))
    expect(sellers).toMatchObject({
      capture_by_seller: { is: true },
      refund_by_seller: { is: true },
    })
  })

  test("a bank's instalments: captured as a whole only", () => {
    const store = someLedger({ authorized: "100" })
    const gateway = someGatewayLedger({ authorized: "100" })
    const capabilities = { capturesInPart: false, defersRefunds: true }
    expect(whatIsPossible(asIs({ store, gateway, capabilities }))).toMatchObject({
      capture: possible("100", true),
      cancel_remainder: not("cancel_the_order"),
      refund: not("nothing_captured"),
    })
  })

  test("while a refund waits for the balance: try it again or give it up, and refund nothing beside it", () => {
    const waiting = whatIsPossible(asIs({ isDeferred: true, isRefundUnderWay: true }))
    expect(waiting).toMatchObject({
      retry_refund: { is: true },
      cancel_refund: { is: true },
      refund: not("under_way"),
    })
    const capabilities = { capturesInPart: true, defersRefunds: false }
    const elsewhere = whatIsPossible(asIs({ capabilities, isRefundUnderWay: true }))
    expect(elsewhere.retry_refund).toEqual(not("not_deferred_here"))
  })

  test("of a canceled order nothing is captured, and what was may go back", () => {
    const canceled = whatIsPossible(asIs({ isOrderCanceled: true }))
    expect(canceled).toMatchObject({ capture: not("order_canceled"), refund: possible("40") })
  })

  test("of a hold that the cabinet has canceled a part of: what both ledgers still hold is captured", () => {
    const store = someLedger({ authorized: "100" })
    const gateway = someGatewayLedger({ authorized: "100", canceled: "30" })
    expect(whatIsPossible(asIs({ store, gateway })).capture).toEqual(possible("70"))
    const captured = someGatewayLedger({ authorized: "100", captured: "10", canceled: "30" })
    expect(whatIsPossible(asIs({ store, gateway: captured })).capture).toEqual(not("differs"))
    const gone = someGatewayLedger({ authorized: "100", canceled: "100" })
    expect(whatIsPossible(asIs({ store, gateway: gone })).capture).toEqual(not("nothing_held"))
  })

  test("while a capture is under way: neither another, nor a cancellation", () => {
    const gateway = {
      ...someGatewayLedger({ authorized: "100" }),
      underWay: { capture: uah("100"), cancel: uah("0") },
    }
    const store = someLedger({ authorized: "100" })
    expect(whatIsPossible(asIs({ store, gateway }))).toMatchObject({
      capture: not("under_way"),
      cancel_remainder: not("under_way"),
    })
  })

  test("moves nothing that RozetkaPay's ledger is not known for, or that the store's provider is gone for", () => {
    const { sync, resend_callback, ...moves } = whatIsPossible(asIs({ gateway: null }))
    expect(Object.values(moves).some((one) => one.is)).toBe(false)
    expect([sync, resend_callback]).toEqual([{ is: true }, { is: true }])
    const gone = whatIsPossible(asIs({ gateway: null, capabilities: null }))
    expect(Object.values(gone).some((one) => one.is)).toBe(false)
  })

  test("never offers more than both ledgers have, nor anything on top of a difference in it", () => {
    fc.assert(
      fc.property(soundLedger("UAH"), soundLedger("UAH"), fc.boolean(), (store, other, isSame) => {
        const gateway = { ...someGatewayLedger(), ...(isSame ? store : other) }
        const { capture, refund, cancel_remainder } = whatIsPossible(asIs({ store, gateway }))
        for (const [move, has] of [
          [capture, [held(store), held(gateway)]],
          [refund, [kept(store), kept(gateway)]],
          [cancel_remainder, [held(gateway)]],
        ] as const) {
          if (!move.is) continue
          expect(isPositive(uah(move.most))).toBe(true)
          expect(has.some((sum) => exceeds(uah(move.most), sum))).toBe(false)
        }
        if (capture.is) expect(gateway.captured).toBe(store.captured)
        if (refund.is) expect(gateway.refunded).toBe(store.refunded)
      }),
    )
  })
})
