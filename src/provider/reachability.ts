import { randomUUID, timingSafeEqual } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { keyedDigest } from "./keyed-digest"

/** Whether the callback address answers as this store does. */
export type ReachabilityAnswer = {
  is: "reached" | "not_reached" | "answered_by_another"
  milliseconds: number | null
  message: string | null
}

/** Marks a call of the store's to itself. */
const HEADER = "x-rozetkapay-reachability"
/** Milliseconds: RozetkaPay would not wait longer either. */
const LONGEST = 8_000
/** Bytes: the store's own answer is shorter. */
const MOST = 4_096

/** Nobody else can ask so, nor answer. */
const question = (container: MedusaContainer, provider_id: string, nonce: string) =>
  keyedDigest(container, ["rozetkapay reachability", "question", provider_id, nonce])
const answer = (container: MedusaContainer, provider_id: string, nonce: string) =>
  keyedDigest(container, ["rozetkapay reachability", "answer", provider_id, nonce])

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * What the callback route answers to the store's own call. Null: it is no such call, but a callback.
 * Nothing is read or written for it.
 */
export const answerToOwnCall = (
  container: MedusaContainer,
  provider_id: string,
  headers: Record<string, unknown>,
): { reached: string } | null => {
  const [nonce = "", asked = ""] = String(headers[HEADER] ?? "").split(".")
  if (nonce === "" || !isSame(asked, question(container, provider_id, nonce))) return null
  return { reached: answer(container, provider_id, nonce) }
}

const ownAnswer = z.object({ reached: z.string() })
const coded = z.object({ code: z.string() })

/** @param url the provider's callback address, of its options: never one that a client names */
export const tryToReach = async (
  container: MedusaContainer,
  provider_id: string,
  url: string,
): Promise<ReachabilityAnswer> => {
  const nonce = randomUUID()
  const began = performance.now()
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [HEADER]: `${nonce}.${question(container, provider_id, nonce)}`,
      },
      body: "{}",
      redirect: "manual",
      signal: AbortSignal.timeout(LONGEST),
    })
    const text = await beginningOf(response)
    const milliseconds = Math.round(performance.now() - began)
    const reached = ownAnswer.safeParse(parsed(text)).data?.reached ?? ""
    return response.status === 200 && isSame(reached, answer(container, provider_id, nonce))
      ? { is: "reached", milliseconds, message: null }
      : { ...whoAnswered(response.status, text), milliseconds }
  } catch (error) {
    return { is: "not_reached", milliseconds: null, message: whyNot(error) }
  }
}

const beginningOf = async (response: Response): Promise<string> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    length += part.length
    if (length > MOST) break
  }
  return Buffer.concat(parts).toString("utf8").slice(0, MOST)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const whoAnswered = (status: number, text: string): Pick<ReachabilityAnswer, "is" | "message"> => {
  if (status >= 300 && status < 400) {
    return {
      is: "answered_by_another",
      message: `It leads on to another address (HTTP ${status}): let the option backendUrl be that one.`,
    }
  }
  if ([502, 503, 504].includes(status)) {
    return {
      is: "not_reached",
      message: `A proxy answers for a server that does not (HTTP ${status}).`,
    }
  }
  const { code } = coded.safeParse(parsed(text)).data ?? {}
  const isPlugins = code === "wrong_signature" || code === "no_such_provider"
  return {
    is: "answered_by_another",
    message: isPlugins
      ? `Another store with this plugin answers there (HTTP ${status}).`
      : `Something else answers there (HTTP ${status}).`,
  }
}

const withCause = z.object({ cause: z.object({ code: z.string() }) })

const whyNot = (error: unknown): string => {
  const code = withCause.safeParse(error).data?.cause.code
  if (code) return `No connection (${oneLine(code, 60)}).`
  return error instanceof Error && error.name === "TimeoutError"
    ? `No answer within ${LONGEST / 1000} seconds.`
    : oneLine(errorMessage(error))
}

/** Addresses of this very machine, which nobody outside can call. */
const OWN_MACHINE = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/i

export const isOwnMachine = (url: string): boolean => OWN_MACHINE.test(new URL(url).hostname)
