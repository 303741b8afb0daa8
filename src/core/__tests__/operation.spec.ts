import {
  capturedAtOnce,
  hasFailed,
  isSuccess,
  isUnderWay,
  type Operation,
  ofKind,
} from "../operation"

const told = (fields: Partial<Operation>): Operation => ({
  kind: "authorize",
  id: "1",
  transaction: null,
  status: "success",
  amount: "10",
  currency: "UAH",
  ...fields,
})

describe("A payment that was captured at once", () => {
  test("has its charge in its authorization, and a refund where it tells of a cancellation", () => {
    expect(
      capturedAtOnce([
        told({}),
        told({ kind: "capture" }),
        told({ kind: "cancel" }),
        told({ kind: "refund" }),
      ]),
    ).toEqual([told({ says: "charge" }), told({ kind: "refund" }), told({ kind: "refund" })])
  })

  test.each(["pending", "failure"] as const)("keeps as it is what is not done: %s", (status) => {
    const operations = (["authorize", "capture", "cancel", "refund"] as const).map((kind) =>
      told({ kind, status }),
    )
    expect(capturedAtOnce(operations)).toEqual(operations)
  })
})

test("An operation is done, failed or under way", () => {
  const states = (["success", "failure", "pending"] as const).map((status) => told({ status }))
  expect(states.map(isSuccess)).toEqual([true, false, false])
  expect(states.map(hasFailed)).toEqual([false, true, false])
  expect(states.map(isUnderWay)).toEqual([false, false, true])
  expect(ofKind([told({}), told({ kind: "refund" })], "refund")).toEqual([told({ kind: "refund" })])
})
