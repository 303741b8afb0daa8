import { createHash, randomBytes } from "node:crypto"
import { z } from "zod"
import { type TestCard, testCardNamed } from "./cards"

export type MobileWallet = "apple_pay" | "google_pay"

/**
 * Stand-ins for what a phone makes: base64 of a JSON of the right shape. The encrypted part is
 * base64 of "sandbox <card> <nonce>", where <card> is a test card's name or number, so that a
 * test can make one itself; nobody but the sandbox would take it. Each nonce works once.
 */
const sealed = (card: TestCard): string =>
  base64(`sandbox ${card.name} ${randomBytes(12).toString("hex")}`)

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64")

export function makeMobileToken(wallet: MobileWallet, card: TestCard): string {
  const data = sealed(card)
  const digest = createHash("sha256").update(data)
  const paymentData =
    wallet === "apple_pay"
      ? {
          version: "EC_v1",
          data,
          signature: base64("sandbox-signature"),
          header: {
            ephemeralPublicKey: base64("sandbox-ephemeral-key"),
            publicKeyHash: base64("sandbox-key-hash"),
            transactionId: digest.digest("hex"),
          },
        }
      : {
          protocolVersion: "ECv1",
          signature: base64("sandbox-signature"),
          signedMessage: JSON.stringify({
            encryptedMessage: data,
            ephemeralPublicKey: base64("sandbox-ephemeral-key"),
            tag: digest.digest("base64"),
          }),
        }
  return base64(JSON.stringify(paymentData))
}

const appleShape = z.object({
  version: z.string(),
  data: z.string(),
  signature: z.string(),
  header: z.object({ transactionId: z.string() }),
})
const googleShape = z.object({
  protocolVersion: z.string(),
  signature: z.string(),
  signedMessage: z.string(),
})
const messageShape = z.object({ encryptedMessage: z.string() })

/** The test card behind a stand-in token; null when it is none. */
export function readMobileToken(
  wallet: MobileWallet,
  token: string,
): { card: TestCard; nonce: string } | null {
  try {
    const paymentData: unknown = JSON.parse(decoded(token))
    const data =
      wallet === "apple_pay"
        ? appleShape.parse(paymentData).data
        : messageShape.parse(JSON.parse(googleShape.parse(paymentData).signedMessage))
            .encryptedMessage
    const [, name = "", nonce = ""] = /^sandbox (\S+) (\S+)$/.exec(decoded(data)) ?? []
    const card = testCardNamed(name)
    return card && nonce !== "" ? { card, nonce } : null
  } catch {
    return null
  }
}

const decoded = (text: string): string => Buffer.from(text, "base64").toString("utf8")
