import { MedusaError } from "@medusajs/framework/utils"
import type { Sent } from "../../gateways/send-what-is-due"
import { amountOf } from "../../payments/money"
import { RozetkaPayError } from "../../rozetkapay/errors"
import { asMedusaError, asShoppersError, complaint, notKnownYet } from "../payment-errors"

const amount = amountOf("30", "UAH")
const message = "refused (HTTP 400)"

describe("what an admin reads when money could not be moved", () => {
  test("nothing, when it was done, or a refund is on its way", () => {
    expect(complaint("take", { is: "done", amount }, "UAH")).toBeNull()
    expect(complaint("giveBack", { is: "done", amount }, "UAH")).toBeNull()
    expect(complaint("giveBack", { is: "pending", amount }, "UAH")).toBeNull()
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
    [{ is: "unavailable", amount, message }, "capture of 30.00 UAH was not made"],
    [{ is: "unknown", amount, message }, "not known yet whether the capture of 30.00 UAH was made"],
  ])("%j is a sentence that says what to do, readable in the admin", (sent, sentence) => {
    const problem = complaint("take", sent, "UAH")
    expect(problem?.type).toBe(MedusaError.Types.NOT_ALLOWED)
    expect(problem?.message).toContain(sentence)
  })

  test("a release that is still under way is not reported as done", () => {
    expect(complaint("release", { is: "pending", amount }, "UAH")?.message).toContain(
      "still working on the release of 30.00 UAH",
    )
  })

  test("an unknown outcome never invites to repeat it at once", () => {
    const problem = complaint("giveBack", { is: "unknown", amount, message }, "UAH")
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
  ] as const)("an outage (%s) as: later, nothing was charged", (kind) => {
    expect(asMedusaError(error(kind))).toMatchObject({
      type: MedusaError.Types.INVALID_DATA,
      message: expect.stringMatching(/does not answer right now\. Nothing was charged\./),
    })
  })

  test("an outage in the shopper's language, when it is they who read it", () => {
    expect(asShoppersError(error("unavailable"), "uk")).toMatchObject({
      message: expect.stringMatching(/зараз не відповідає\. Нічого не списано\./),
    })
    expect(notKnownYet(error("unavailable"), "uk")).toMatchObject({
      type: MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
      message: expect.stringMatching(/платіж ще не підтверджено/),
    })
  })

  test("a refusal that is the store's in words to the shopper, and by its name to who helps them", () => {
    expect(asShoppersError(error("rejected"), "uk")).toMatchObject({
      message: expect.stringMatching(/^Зараз так сплатити не можна.*login or password is wrong/),
    })
    expect(asShoppersError(error("rejected"), "en")).toMatchObject({
      message: expect.stringMatching(/^This can't be paid so.*\(RozetkaPay refused/),
    })
  })

  test("any other error stays what it is", () => {
    const bug = new TypeError("x is not a function")
    expect(asMedusaError(bug)).toBe(bug)
  })
})
