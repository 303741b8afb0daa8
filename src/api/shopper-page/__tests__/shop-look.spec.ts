import fc from "fast-check"
import { shopLook } from "../../../provider/shop-look"
import { policyOf } from "../frame"
import { coloursOf, contrast } from "../shop-look"

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`)

test("whatever colour a shop has, the text of its buttons and links can be read", () => {
  fc.assert(
    fc.property(color, (given) => {
      const { accent, onAccent, link } = coloursOf({ color: given })
      expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(link, "#ffffff")).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test("a shop's look is refused where it could not be shown, in a few words", () => {
  const why = (given: unknown) => shopLook.safeParse(given).error?.issues[0]?.message
  expect(why({ logoUrl: "http://shop.example/logo.png" })).toBe(
    "is wrong in logoUrl: it must be an https url",
  )
  expect(why({ color: "green" })).toBe("is wrong in color: it must be a colour such as #007a37")
  expect(why({ title: "x" })).toBe("has a field that is unknown; known: name, logoUrl, color")
  expect(why({ name: "Крамниця", logoUrl: "http://localhost:8000/l.svg" })).toBeUndefined()
})

test("such a page loads nothing but the shop's logo", () => {
  expect(policyOf({ logoUrl: "https://cdn.shop.example/a/logo.png" })).toContain(
    "img-src data: https://cdn.shop.example;",
  )
  expect(policyOf({})).toContain("img-src data:;")
})
