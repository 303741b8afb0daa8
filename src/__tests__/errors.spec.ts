import { readFileSync } from "node:fs"
import { join } from "node:path"
import { getHttpResponseFromError } from "@medusajs/framework/http"
import { NOT_FINAL } from "../api/shopper-return/answer-returning-shopper"
import type { ShopperResult } from "../api/shopper-return/sync-for-shopper"
import {
  asStaffError,
  codeOf,
  ERRORS,
  type ErrorCode,
  errorSaying,
  factsOf,
  staffError,
} from "../errors"
import { OUTCOMES } from "../messages/outcomes"

const codes = Object.keys(ERRORS).map((code) => code as ErrorCode)
const page = readFileSync(join(__dirname, "../../docs/reference/error-codes.md"), "utf8")
const sectionOf = (title: string) => page.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? ""
/** The cells of each row of a page's tables, without those of their heads. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].map(([, name = "", rest = ""]) => [
    name,
    ...rest.split(" | ").map((cell) => cell.trim()),
  ])

describe("the errors that leave the plugin", () => {
  test.each(codes)("%s is answered with its status and its code", (code) => {
    const { status } = factsOf(code)
    const { statusCode, body } = getHttpResponseFromError(errorSaying(code, "Words."))
    // Only completing a cart answers 200, and the plugin itself answers a conflict and what is not known yet.
    if (status !== 200 && status !== 503) expect(statusCode).toBe(status)
    if (![200, 409, 503].includes(status)) expect(body).toMatchObject({ code, message: "Words." })
  })

  test.each([
    ["For shoppers", "shopper"],
    ["For staff", "staff"],
    ["For developers", "developer"],
  ])("stand in the page of error codes: %s", (title, to) => {
    const documented = rowsOf(sectionOf(title)).map(([code, status]) => [code, status])
    const own = codes
      .filter((code) => factsOf(code).to === to)
      .map((code) => {
        const { status, statusOfCards } = factsOf(code)
        return [code, statusOfCards ? `${status}; cards ${statusOfCards}` : String(status)]
      })
    expect(documented).toEqual(own)
  })

  test("are known by their code after a workflow, which keeps no class", () => {
    const { code, message, type } = staffError("nothing_held")
    expect(codeOf({ code, message, type })).toBe("nothing_held")
    expect(asStaffError({ code, message, type }, "not_canceled")).toMatchObject({
      code,
      message,
      type,
    })
    const unknown = asStaffError(new Error("The database is away"), "not_canceled")
    expect(unknown).toMatchObject({ code: "not_canceled", message: "The database is away" })
    for (const other of [
      null,
      "constructor",
      { code: "constructor", type: "not_found" },
      { code: "nothing_held" },
      new Error("x"),
    ])
      expect(codeOf(other)).toBeNull()
  })
})

describe("what a returning shopper is told", () => {
  const returning = sectionOf("When the shopper comes back")
  const [reasons = "", statuses = ""] = returning.split("The waiting page answers")

  test("stands in the page of error codes by its reason", () => {
    const documented = rowsOf(reasons).map(([reason]) => reason)
    expect(documented.sort()).toEqual(["declined", ...Object.keys(OUTCOMES)].sort())
  })

  test("stands there by the waiting page's status, final or not", () => {
    const all: Record<ShopperResult["is"], boolean> = {
      waiting: false,
      unfinished: false,
      order_delayed: false,
      order_placed: true,
      authorized: true,
      declined: true,
      unpaid: true,
      returned: true,
      unexplained: true,
      unknown_session: true,
    }
    const documented = rowsOf(statuses).map(([status, final]) => [status, final === "yes"])
    expect(Object.fromEntries(documented)).toEqual(all)
    for (const [status, isFinal] of Object.entries(all))
      expect(NOT_FINAL.some((one) => one === status)).toBe(!isFinal)
  })
})
