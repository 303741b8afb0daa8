import { amountOf } from "../../core/money"
import { rowsToTakeBack } from "../correct-refund"

const row = (id: string, amount: string) => ({ id, amount: amountOf(amount, "UAH") })
const captured = (rows: ReturnType<typeof row>[], amount: string) =>
  rowsToTakeBack(rows, amountOf(amount, "UAH")).map(({ id }) => id)

describe("refunds that RozetkaPay accepted and then failed", () => {
  test("are the ones that add up to what is missing, not whichever is newest", () => {
    const rows = [row("first", "20"), row("second", "30"), row("made", "40")]
    expect(captured(rows, "50").sort()).toEqual(["first", "second"])
  })

  test("are the newest when several would do", () => {
    expect(captured([row("old", "10"), row("new", "10")], "10")).toEqual(["new"])
  })

  test("count each refund once, however well twice the same would add up", () => {
    expect(captured([row("only", "10")], "20")).toEqual([])
    expect(captured([row("first", "5"), row("second", "10")], "20")).toEqual([])
    expect(captured([row("first", "10"), row("second", "5")], "20")).toEqual([])
  })

  test("are none when nothing adds up: no refund of the store's is touched on a guess", () => {
    expect(captured([row("first", "20"), row("second", "30")], "25")).toEqual([])
  })
})
