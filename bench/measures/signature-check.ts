import { createHash, randomBytes } from "node:crypto"
import { signature } from "../../integration-tests/drivers/callback-signer"
import { isGenuineCallback } from "../../src/rozetkapay/webhook/callback-signature"
import { ratios, spread } from "../spread"
import { figures, type Row } from "../table"

const PASSWORD = "sandbox-password"
const ROUNDS = 15
/** Bytes that each side hashes in one turn, and turns in one round: short turns share the machine's moods. */
const TURN_BYTES = 2 * 1024 * 1024
const TURNS = 8

function microseconds(times: number, work: () => void): number {
  const begun = performance.now()
  for (let count = 0; count < times; count++) work()
  return ((performance.now() - begun) * 1000) / times
}

function measure(name: string, size: number): Row[] {
  // JSON as callbacks have it, Cyrillic included, filled up to the size.
  const start =
    '{"external_id":"payses_01","details":{"description":"Оплата пройшла успішно","pad":"'
  const rawBody = Buffer.alloc(size, randomBytes(4096).toString("base64"))
  rawBody.write(start)
  rawBody.write('"}}', size - 3)
  const genuine = signature(rawBody, PASSWORD)
  const base64 = Buffer.from(rawBody.toString("base64url"))
  const sides = {
    check: () => {
      if (!isGenuineCallback({ rawBody, signature: genuine, password: PASSWORD }))
        throw new Error("A genuine callback was refused")
    },
    body: () => void createHash("sha1").update(rawBody).digest(),
    text: () => void createHash("sha1").update(base64).digest(),
  }
  const took: Record<keyof typeof sides, number[]> = { check: [], body: [], text: [] }
  const names = ["check", "body", "text"] as const
  const times = Math.max(1, Math.round(TURN_BYTES / size))
  for (const side of names) microseconds(times * 2, sides[side])
  for (let round = 0; round < ROUNDS; round++) {
    const turns: typeof took = { check: [], body: [], text: [] }
    for (let turn = 0; turn < TURNS; turn++)
      for (const side of names) turns[side].push(microseconds(times, sides[side]))
    // The best turn: a turn that the machine gave to somebody else says nothing of the code.
    for (const side of names) took[side].push(spread(turns[side]).min)
  }
  return [
    {
      what: `signature check / SHA-1 of the body, ${name}`,
      value: ratios(took.check, took.body),
      target: "≤ 1.5",
      figures: `${figures(spread(took.check))} µs, bare ${figures(spread(took.body))} µs`,
    },
    {
      what: `signature check / SHA-1 of its base64 text, ${name}`,
      value: ratios(took.check, took.text),
      figures: `bare ${figures(spread(took.text))} µs`,
    },
  ]
}

/** The whole check, base64 and comparison included, beside hashing alone. */
export const signatureCheck = (): Row[] => [
  ...measure("1 KB", 1024),
  ...measure("1 MB", 1024 * 1024),
]
