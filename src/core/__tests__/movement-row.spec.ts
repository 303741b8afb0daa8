import { type MovementRow, refundOfCall } from "../movement-row"
import { uah } from "./random-ledgers"

const refund = (of: Partial<MovementRow>): MovementRow => ({
  id: "ref_1",
  kind: "refund",
  amount: uah("10"),
  createdBy: "user_1",
  isSent: true,
  call: null,
  writtenAt: 0,
  ...of,
})

describe("the refund that a call has made", () => {
  test("is not another's of the same sum, by the same user and in the same moment", () => {
    const ofPanel = refund({ id: "ref_panel" })
    expect(refundOfCall([ofPanel], "call-1")).toBeUndefined()
    expect(refundOfCall([ofPanel, refund({ call: "call-2" })], "call-1")).toBeUndefined()
    const own = refund({ id: "ref_own", call: "call-1" })
    expect(refundOfCall([ofPanel, own], "call-1")).toBe(own)
  })

  test("is none while RozetkaPay has not got it", () => {
    expect(refundOfCall([refund({ call: "call-1", isSent: false })], "call-1")).toBeUndefined()
  })
})
