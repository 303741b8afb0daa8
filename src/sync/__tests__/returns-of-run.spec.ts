import { amountOf, zero } from "../../core/money"
import { returnsIn } from "../returns-of-run"

test("a plan's returns are counted, and nothing else of it", () => {
  expect(returnsIn([{ do: "place_order" }, { do: "wait" }])).toBe(0)
  expect(
    returnsIn([
      { do: "return", reason: "orphaned", hold: zero("UAH"), charge: amountOf(10, "UAH") },
    ]),
  ).toBe(1)
})
