import { isPageYoung } from "../page-life"

const NOW = Date.parse("2026-11-27T10:00:00Z")
const MINUTE = 60_000
const ago = (minutes: number) => NOW - minutes * MINUTE

test.each([
  ["nine minutes old", ago(9), "hosted", undefined, true],
  ["eleven minutes old", ago(11), "hosted", undefined, false],
  ["three minutes old, of a shop whose pages live for five", ago(3), "hosted", 5, false],
  ["two minutes old, of a shop whose pages live for five", ago(2), "hosted", 5, true],
  ["two minutes old, of a purchase in one click", ago(2), "express_checkout", undefined, false],
  ["of an age that nobody knows", null, "hosted", undefined, false],
] as const)("A page that is %s is gone on with: %#", (_, openedAt, mode, checkoutTtlMinutes, isYoung) => {
  expect(isPageYoung(openedAt, mode, { checkoutTtlMinutes }, NOW)).toBe(isYoung)
})
