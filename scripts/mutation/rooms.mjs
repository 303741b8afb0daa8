import { basename } from "node:path"

/**
 * Their properties need a thousand cases each: they are asked of what they are about, and of what has no
 * spec of its own.
 */
const LONG = [
  "asked-in-vain.spec.ts",
  "check-schedule.spec.ts",
  "due-of-sellers.spec.ts",
  "plan.spec.ts",
  "seller-shares.spec.ts",
  "split-by-seller.spec.ts",
  "two-pages.spec.ts",
]

const CORE = "src/core/__tests__/"

/** The files of the core by their first letter: in parts, so that an interrupted run loses little. */
const partOfCore = (letters) => ({
  mutate: [`src/core/[${letters}]*.ts`],
  isAsked: (spec) =>
    spec.startsWith(CORE) &&
    (!LONG.includes(basename(spec)) || new RegExp(`^[${letters}]`).test(basename(spec))),
})

const TRANSPORT =
  /(current-api|failures|judge-answer|redaction|requests-on-the-wire|retry-judgement|unless-refused)\.spec\.ts$/

/** What is mutated, and the specs that must notice: the room's own. */
export const ROOMS = {
  "core-a-d": partOfCore("a-d"),
  "core-e-o": partOfCore("e-o"),
  "core-p-z": partOfCore("p-z"),
  sync: { mutate: ["src/sync/*.ts"], isAsked: (spec) => spec.startsWith("src/sync/__tests__/") },
  signature: {
    mutate: ["src/rozetkapay/webhook/callback-signature.ts"],
    isAsked: (spec) => spec === "src/rozetkapay/__tests__/callback-signature.spec.ts",
  },
  transport: {
    mutate: ["src/rozetkapay/transport/*.ts"],
    isAsked: (spec) => spec.startsWith("src/rozetkapay/__tests__/") && TRANSPORT.test(spec),
  },
}

/** Of the specs that reach a file, those that are asked, its own first: most mutants get no further. */
export function inTurn(file, reaching) {
  const own = `${basename(file, ".ts")}.spec.ts`
  const isOwn = (spec) => basename(spec) === own
  const hasOwn = reaching.some(isOwn)
  const others = reaching.filter(
    (spec) => !isOwn(spec) && !(hasOwn && LONG.includes(basename(spec))),
  )
  return [...reaching.filter(isOwn), ...others]
}
