import { ratios, spread } from "../spread"

test("the middle of an even number of rounds is between the two in the middle", () => {
  expect(spread([4, 1, 3, 2])).toEqual({ min: 1, median: 2.5, max: 4 })
  expect(spread([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 })
})

test("a ratio is made of the two sides of one round, so that what slows both slows neither", () => {
  expect(ratios([2, 20], [1, 10])).toEqual({ min: 2, median: 2, max: 2 })
})

test("nothing measured is no figure", () => {
  expect(() => spread([])).toThrow("Nothing was measured")
})
