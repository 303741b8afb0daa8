import type { PaymentActions, PaymentOfOrder } from "../../../admin-client"
import { offeredActions } from "../offered-actions"
import { permittedActions } from "../permitted-actions"

const YES = { is: true } as const
const most = (sum: string) => ({ is: true, most: sum, whole_only: false }) as const
const no = (why: "nothing_held" | "no_sellers" | "no_deferred_refund" | "differs") =>
  ({ is: false, why }) as const

const HELD: PaymentActions = {
  capture: most("100.00"),
  cancel_remainder: no("nothing_held"),
  refund: most("50.00"),
  capture_by_seller: no("no_sellers"),
  refund_by_seller: no("no_sellers"),
  retry_refund: no("no_deferred_refund"),
  cancel_refund: no("no_deferred_refund"),
  resend_callback: YES,
  sync: YES,
}

const payment = (
  actions: Partial<PaymentActions> = {},
  agreement: PaymentOfOrder["agreement"] = { is: "agrees" },
) => ({ actions: { ...HELD, ...actions }, agreement })

describe("What is offered to do with a payment", () => {
  test("moves of money that are possible stand open, and what is not possible now says why in the menu", () => {
    expect(offeredActions(payment())).toEqual({
      buttons: ["capture", "refund"],
      menu: ["sync", "cancel_remainder", "resend_callback"],
    })
  })

  test("of sellers and waiting refunds nothing is said where there are none", () => {
    const { buttons, menu } = offeredActions(payment())
    const names = [...buttons, ...menu]
    expect(names).not.toContain("refund_by_seller")
    expect(names).not.toContain("retry_refund")
  })

  test("a refund that waits calls for a decision", () => {
    const { buttons } = offeredActions(payment({ retry_refund: YES, cancel_refund: YES }))
    expect(buttons).toEqual(["capture", "refund", "retry_refund", "cancel_refund"])
  })

  test("ledgers that differ call for a sync", () => {
    const differs: PaymentOfOrder["agreement"] = {
      is: "differs",
      differences: [],
      since: null,
      next: "sync_now",
    }
    const { buttons } = offeredActions(
      payment({ capture: no("differs"), refund: no("differs") }, differs),
    )
    expect(buttons).toEqual(["sync"])
  })
})

describe("A role that may only look", () => {
  const looking = permittedActions(HELD, (permission) => permission === "payment:read")

  test("sees every movement, and can press none", () => {
    expect(looking.capture).toEqual({ is: false, why: "not_permitted" })
    expect(looking.refund).toEqual({ is: false, why: "not_permitted" })
    expect(looking.sync).toEqual({ is: false, why: "not_permitted" })
    expect(looking.resend_callback).toEqual({ is: false, why: "not_permitted" })
    expect(offeredActions({ actions: looking, agreement: { is: "agrees" } }).buttons).toEqual([])
  })
})
