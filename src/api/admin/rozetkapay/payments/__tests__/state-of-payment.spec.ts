import { uah } from "../../../../../core/__tests__/random-ledgers"
import { stateOf } from "../state-of-payment"

const state = (captured: string, refunded: string, is: "" | "whole" | "canceled" = "") =>
  stateOf({
    isWhole: is === "whole",
    isCanceled: is === "canceled",
    captured: uah(captured),
    refunded: uah(refunded),
  })

describe("the state of a payment by the store's rows", () => {
  test("is held until something is captured, and canceled when nothing ever was", () => {
    expect(state("0", "0")).toBe("held")
    expect(state("0", "0", "canceled")).toBe("canceled")
  })

  test("is captured when all of it is, and partly when the rest is held or was given up", () => {
    expect(state("100", "0", "whole")).toBe("captured")
    expect(state("10", "0")).toBe("partly_captured")
    expect(state("10", "0", "canceled")).toBe("partly_captured")
  })

  test("is refunded when nothing is left of what was captured, and partly to the last kopiyka", () => {
    expect(state("100", "100", "whole")).toBe("refunded")
    expect(state("100", "99.99", "whole")).toBe("partly_refunded")
    expect(state("10", "10", "canceled")).toBe("refunded")
    expect(state("10", "0.01")).toBe("partly_refunded")
  })
})
