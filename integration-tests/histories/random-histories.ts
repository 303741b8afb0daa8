import fc from "fast-check"
import type { History, Step } from "./history"
import { SHOPPERS, socks } from "./random-choices"
import { steps } from "./random-steps"
import { BY_CARD, type Ways } from "./random-ways"
import type { Kind } from "./store-process/payment-kinds"

/** Mostly one thing after another, now and then several at once. */
const group = (step: fc.Arbitrary<Step>) =>
  fc.oneof(
    { weight: 5, arbitrary: step.map((one) => [one]) },
    { weight: 1, arbitrary: fc.array(step, { minLength: 2, maxLength: 3, size: "max" }) },
  )

const passage = (ways: Ways) =>
  fc.oneof(
    { weight: 14, arbitrary: group(steps(ways)).map((one) => [one]) },
    { weight: 1, arbitrary: ways.story.map((steps) => steps.map((one) => [one])) },
  )

/** The first has an account, and allows later payments from the beginning. */
const shopper = (kinds: fc.Arbitrary<Kind>) =>
  fc.record({ kind: kinds, socks, hasPaid: fc.boolean() })

/** Histories of people who pay in these ways: so many passages at most, and so many crashes. */
export const histories = (
  size: { steps: number; crashes: number },
  ways: Ways = BY_CARD,
): fc.Arbitrary<History> =>
  fc
    .record({
      habits: ways.habits,
      missesTheNight: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
      shoppers: fc.tuple(
        shopper(ways.first),
        ...Array.from({ length: SHOPPERS - 1 }, () => shopper(ways.kind)),
      ),
      steps: fc
        .array(passage(ways), {
          minLength: Math.floor(size.steps / 3),
          maxLength: size.steps,
          size: "max",
        })
        .map((passages) => passages.flat()),
      crashes: fc.array(fc.record({ at: fc.nat(size.steps - 1), afterMs: fc.nat(400) }), {
        minLength: size.crashes,
        maxLength: size.crashes,
        size: "max",
      }),
    })
    .map((history) => (ways.place ? { ...history, place: ways.place } : history))
