import { MedusaError } from "@medusajs/framework/utils"
import { amountOf } from "../../core/money"
import { SplitError } from "../../core/split-error"
import { CHECKOUT } from "../../messages/checkout"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { asMedusaError, asShoppersError, complaint, notKnownYet } from "../payment-errors"
import type { Sent } from "../send-what-is-due"

const amount = amountOf("30", "UAH")
const message = "refused (HTTP 400)"

describe("what an admin reads when money could not be moved", () => {
  test("nothing, when it was done, or a refund is on its way", () => {
    expect(complaint("capture", { is: "done", amount }, "UAH")).toBeNull()
    expect(complaint("refund", { is: "done", amount }, "UAH")).toBeNull()
    expect(complaint("refund", { is: "pending", amount }, "UAH")).toBeNull()
  })

  test.each<[Sent, string]>([
    [{ is: "pending", amount }, "RozetkaPay is still working on the capture of 30.00 UAH"],
    [
      { is: "short", amount, available: amountOf("5", "UAH") },
      "only 5.00 UAH left of this payment for the capture of 30.00 UAH. Nothing was sent.",
    ],
    [
      { is: "unpaid", amount },
      "shows no money of this payment, so there is nothing for the capture",
    ],
    [
      { is: "refused", amount, message, code: "action_not_allowed" },
      "refused the capture of 30.00 UAH: refused (HTTP 400) (action_not_allowed).",
    ],
    [
      { is: "refused", amount, message, code: null },
      "refused the capture of 30.00 UAH: refused (HTTP 400).",
    ],
    [
      { is: "unavailable", amount, message },
      "The capture of 30.00 UAH was not made: RozetkaPay does not answer right now. Please try again in a few minutes.",
    ],
    [
      { is: "unknown", amount, message },
      "not known yet whether the capture of 30.00 UAH was made: RozetkaPay's answer was lost or is not final. If it was, it will be recorded by itself;",
    ],
  ])("%j is a sentence that says what to do, readable in the admin", (sent, sentence) => {
    const problem = complaint("capture", sent, "UAH")
    expect(problem?.type).toBe(MedusaError.Types.NOT_ALLOWED)
    expect(problem?.message).toContain(sentence)
  })

  test("a cancellation that is still under way is not reported as done", () => {
    expect(complaint("cancel", { is: "pending", amount }, "UAH")?.message).toContain(
      "still working on the cancellation of 30.00 UAH",
    )
  })

  test.each(["unavailable", "unknown"] as const)("%s says nothing of the network", (is) => {
    const technical = "RozetkaPay gave no certain outcome of confirm: read ECONNRESET"
    const said = complaint("capture", { is, amount, message: technical }, "UAH")?.message
    expect(said).not.toMatch(/ECONNRESET|confirm/)
  })

  test("an unknown outcome never invites to repeat it at once", () => {
    const problem = complaint("refund", { is: "unknown", amount, message }, "UAH")
    expect(problem?.message).toContain("before you repeat it")
  })
})

describe("what a shopper or an admin reads when RozetkaPay could not be asked", () => {
  const error = (kind: RozetkaPayError["kind"]) =>
    new RozetkaPayError({
      kind,
      operation: "create",
      code: "authorization_failed",
      httpStatus: 401,
    })

  test("a refusal by its name, so that wrong keys are found", () => {
    const shown = asMedusaError(error("rejected"))
    expect(shown).toBeInstanceOf(MedusaError)
    expect(shown).toMatchObject({
      type: MedusaError.Types.INVALID_DATA,
      message: expect.stringContaining("login or password is wrong"),
    })
  })

  test.each([
    "unavailable",
    "outcome_unknown",
    "malformed",
  ] as const)("an outage (%s) as: nothing was sent, again later, in plain words", (kind) => {
    expect(asMedusaError(error(kind))).toMatchObject({
      type: MedusaError.Types.INVALID_DATA,
      message: expect.stringMatching(
        /^RozetkaPay[^()]*\. Nothing was sent; please try again in a few minutes[^()]*\.$/,
      ),
    })
  })

  test("an outage in the shopper's language, when it is they who read it", () => {
    expect(asShoppersError(error("unavailable"), "uk")).toMatchObject({
      code: "no_answer",
      message: expect.stringMatching(/зараз не відповідає\. Нічого не списано\./),
    })
    expect(notKnownYet(error("unavailable"), "uk")).toMatchObject({
      type: MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
      code: "no_answer_yet",
      message: expect.stringMatching(/платіж ще не підтверджено/),
    })
  })

  test.each([
    "uk",
    "en",
  ] as const)("a refusal that is the store's as a clean sentence (%s) and a code, with nothing of RozetkaPay's", (language) => {
    expect(asShoppersError(error("rejected"), language)).toMatchObject({
      code: "refused_start",
      message: CHECKOUT.refused_start[language],
    })
    expect(CHECKOUT.refused_start[language]).not.toMatch(/\(|HTTP|code|password/)
  })

  test("a cart that can't be split in the shopper's words where there are some, and never in the merchant's", () => {
    const eleven = new SplitError("too_many_sellers", { sellers: "11", most: "10" })
    expect(asShoppersError(eleven, "uk")).toMatchObject({
      code: "cannot_split",
      message: expect.stringMatching(/11 продавців.*розділіть, будь ласка, покупку\.$/),
    })
    expect(asMedusaError(eleven)).toMatchObject({
      code: "too_many_sellers",
      message: expect.stringMatching(/^The cart is of 11 sellers.*10 at most/),
    })
    expect(asShoppersError(new SplitError("line_without_total", {}), "uk")).toMatchObject({
      code: "refused_start",
      message: CHECKOUT.refused_start.uk,
    })
  })

  test("any other error stays what it is", () => {
    const bug = new TypeError("x is not a function")
    expect(asMedusaError(bug)).toBe(bug)
  })
})
