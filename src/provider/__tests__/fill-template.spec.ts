import fc from "fast-check"
import { fillTemplate } from "../fill-template"

describe("a text with placeholders", () => {
  test("placeholders are filled in, as often as they occur", () => {
    expect(
      fillTemplate("{items} · {cart_id} · {items}", { items: "Сорочка × 2", cart_id: "c1" }),
    ).toBe("Сорочка × 2 · c1 · Сорочка × 2")
  })

  test("one without a value becomes empty", () => {
    expect(fillTemplate("[{email}][{cart_id}][{items}]", { email: null, cart_id: undefined })).toBe(
      "[][][]",
    )
  })

  test("in an address every value is written so that it can't change the address", () => {
    const url = fillTemplate(
      "https://shop.example/back?reason={reason}",
      { reason: "a&b=c #d/../e?{f}" },
      encodeURIComponent,
    )
    expect(new URL(url).searchParams.get("reason")).toBe("a&b=c #d/../e?{f}")
    expect(new URL(url).pathname).toBe("/back")
  })

  test("whatever a value is, it appears as it is: no pattern of it is obeyed, no placeholder in it filled", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom("$&", "$1", "$$", "{b}", "{a}")),
        (value) => {
          expect(fillTemplate("<{a}|{b}>", { a: value, b: "second" })).toBe(`<${value}|second>`)
        },
      ),
    )
  })
})
