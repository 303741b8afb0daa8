import { existsSync, readFileSync } from "node:fs"
import { z } from "zod"
import { besideRepository } from "../beside-repository"
import { signCallback } from "../signature"

const path = besideRepository("vectors/signatures.json")
const vectorShape = z.object({
  password: z.string(),
  body: z.string(),
  urlsafe: z.string(),
  standard: z.string(),
})

test("callbacks are signed exactly as RozetkaPay's published samples, in both alphabets", () => {
  if (!existsSync(path)) {
    if (process.env.CI === "true") throw new Error(`The signature samples are missing: ${path}`)
    console.warn(`Skipped: the signature samples are not at hand (${path})`)
    return
  }
  const vectors = z
    .array(vectorShape)
    .min(5)
    .parse(JSON.parse(readFileSync(path, "utf8")))
  for (const { password, body, urlsafe, standard } of vectors) {
    expect(signCallback(password, body, "urlsafe")).toBe(urlsafe)
    expect(signCallback(password, body, "standard")).toBe(standard)
  }
})

test("the documentation's own sample gives the documented signature", () => {
  expect(signCallback("your_password", '{"name": "john", "age": 21}')).toBe(
    "rHk7tE6V9feV_lCvZ6ZDuzte7O4=",
  )
})
