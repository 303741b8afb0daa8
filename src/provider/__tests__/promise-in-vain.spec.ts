import type { Operation } from "../../core/operation"
import { isPromiseInVain } from "../receive-webhook"

const agreed: Operation = {
  kind: "authorize",
  id: "1",
  transaction: null,
  status: "pending",
  amount: "100",
  currency: "UAH",
  says: "on_delivery",
}
const card: Operation = { ...agreed, status: "success", says: "hold" }

test.each([
  "not_ours",
  "declined",
  "unpaid",
])("staff are told of a buyer who waits for a parcel when the callback came to %s", (outcome) => {
  expect(isPromiseInVain({ operations: [agreed] }, outcome)).toBe(true)
  expect(isPromiseInVain({ operations: [card] }, outcome)).toBe(false)
  expect(isPromiseInVain({ operations: [{ ...agreed, status: "failure" }] }, outcome)).toBe(false)
})

test.each(["order_placed", "waiting"])("nothing is said of it while it is %s", (outcome) => {
  expect(isPromiseInVain({ operations: [agreed] }, outcome)).toBe(false)
})
