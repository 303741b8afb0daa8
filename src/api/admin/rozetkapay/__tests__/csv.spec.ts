import { csvLine, csvOf } from "../csv"

describe("a table for the accountant's spreadsheet", () => {
  test("begins with the mark of UTF-8, and has one row a line", () => {
    expect(
      csvOf(
        ["замовлення", "сума"],
        [
          ["#1", "319.99"],
          ["#2", null],
        ],
      ),
    ).toBe("\uFEFFзамовлення,сума\r\n#1,319.99\r\n#2,\r\n")
  })

  test.each([
    ['Ганна "Ася" Коваль', '"Ганна ""Ася"" Коваль"'],
    ["a,b", '"a,b"'],
    ["a;b", '"a;b"'],
    ["a\r\nb", '"a\r\nb"'],
    [" a ", '" a "'],
  ])("quotes what would begin another cell: %j", (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`)
  })

  test.each([
    "=1+1",
    "+380",
    "-cmd",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("x")',
    "-1+1",
  ])("never lets a text of a stranger's be run as a formula: %j", (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/)
  })

  test.each(["-10.00", "0.05", "319.99"])("leaves sums as sums: %s", (cell) => {
    expect(csvLine([cell])).toBe(`${cell}\r\n`)
  })
})
