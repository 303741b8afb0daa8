import { readFileSync } from "node:fs"
import { z } from "zod"
import { signCallback } from "../signature"
import { SIGNATURES, testBy } from "./papers"

const vectorShape = z.object({
  password: z.string(),
  body: z.string(),
  urlsafe: z.string(),
  standard: z.string(),
})

testBy(SIGNATURES)(
  "callbacks are signed exactly as RozetkaPay's samples, in both alphabets",
  () => {
    const vectors = z
      .array(vectorShape)
      .min(5)
      .parse(JSON.parse(readFileSync(SIGNATURES, "utf8")))
    for (const { password, body, urlsafe, standard } of vectors) {
      expect(signCallback(password, body, "urlsafe")).toBe(urlsafe)
      expect(signCallback(password, body, "standard")).toBe(standard)
    }
  },
)

test("the documentation's own sample gives the documented signature", () => {
  expect(signCallback("your_password", '{"name": "john", "age": 21}')).toBe(
    "rHk7tE6V9feV_lCvZ6ZDuzte7O4=",
  )
})
