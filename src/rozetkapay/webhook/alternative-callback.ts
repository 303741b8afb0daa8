import {
  type AlternativeOperation,
  alternativeOperation,
} from "../alternative/alternative-operation"
import { RozetkaPayError } from "../errors"
import { parseJson } from "../wire/parse-json"
import { decodeUtf8 } from "./utf8"

/**
 * Reads a callback of an alternative payment's callback_url. Check its signature first, over the same
 * bytes. It has no `operation`: what was done is `details.method`, or the place of its code.
 *
 * @throws {RozetkaPayError} `malformed` when it is not UTF-8, not JSON, or no such operation.
 */
export function readAlternativeCallback(rawBody: Buffer): AlternativeOperation {
  const parsed = alternativeOperation.safeParse(parseJson(decodeUtf8(rawBody)))
  if (parsed.success) {
    return parsed.data
  }
  throw new RozetkaPayError({
    kind: "malformed",
    operation: "callback",
    explanation: "the body is not JSON that describes an alternative payment",
  })
}
