import { textTable } from "../table"
import { reaches } from "../target"

test.each([
  ["≤ 1.10", 1.1, true],
  ["≤ 1.10", 1.11, false],
  ["≥ 0.9", 0.9, true],
  ["≥ 0.9", 0.89, false],
  ["2", 2, true],
  ["2", 3, false],
  ["flat: ≤ 1.2", 1.2, true],
])("a target of %s and a middle of %d: %s", (target, median, expected) => {
  expect(reaches(target, median)).toBe(expected)
})

test("a target that nobody could judge is no target", () => {
  expect(() => reaches("fast", 1)).toThrow("No such target: fast")
})

test("a row that misses its target is marked in the table, and one without a target is not", () => {
  const value = { min: 1, median: 2, max: 3 }
  const row = (target?: string) => ({ what: "a row", value, target, figures: "" })
  const lineOf = (target?: string) =>
    textTable([{ title: "Rows", rows: [row(target)] }])
      .split("\n")
      .at(-1)
  expect(lineOf("≤ 1.5")).toContain("≤ 1.5 ✗")
  expect(lineOf("≤ 2")).not.toContain("✗")
  expect(lineOf()).not.toContain("✗")
})
