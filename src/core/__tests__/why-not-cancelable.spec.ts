import { whyNotCancelable } from "../why-not-cancelable"
import { someGatewayLedger, uah } from "./random-ledgers"

describe("whether the rest of a hold can be canceled", () => {
  test("the rest of a partly captured hold can, also when it was canceled already", () => {
    expect(whyNotCancelable(someGatewayLedger({ authorized: "100", captured: "60" }))).toBeNull()
    const canceled = { authorized: "100", captured: "60", canceled: "40" }
    expect(whyNotCancelable(someGatewayLedger(canceled))).toBeNull()
  })

  test.each([
    ["a hold of which nothing was captured", { authorized: "100" }, "nothing_captured"],
    ["a hold that is captured whole", { authorized: "100", captured: "100" }, "nothing_held"],
    ["a hold that is gone whole", { authorized: "100", canceled: "100" }, "nothing_held"],
    ["a payment that nobody has paid", {}, "nothing_held"],
  ])("%s can not, and says why", (_, sums, code) => {
    expect(whyNotCancelable(someGatewayLedger(sums))).toEqual({ code })
  })

  test("an answer that can't be counted can not, and says why", () => {
    const why = "it is paid, but not how much"
    expect(whyNotCancelable(someGatewayLedger({ unclear: why }))).toEqual({
      code: "answer_unclear",
      why,
    })
  })

  test("nothing is canceled beside a capture that RozetkaPay still works on", () => {
    const ledger = someGatewayLedger({ authorized: "100", captured: "60" })
    const underWay = { capture: uah("20"), cancel: uah("0") }
    expect(whyNotCancelable({ ...ledger, underWay })).toEqual({
      code: "capture_under_way",
    })
  })
})
