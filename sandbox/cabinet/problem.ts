import { z } from "zod"
import { ControlError } from "../control/control-error"
import { GatewayError } from "../gateway-error"
import type { Cabinet } from "./cabinet"

/** Why a press did nothing, in the page's language where the sandbox has words for it. */
export function problemIn(error: unknown, { words }: Cabinet): string {
  if (error instanceof GatewayError) {
    const known = new Map(Object.entries(words.failures)).get(error.code)
    return `${known ?? error.message} (${error.code})`
  }
  if (error instanceof z.ZodError) return z.prettifyError(error)
  if (error instanceof ControlError) return error.message
  return error instanceof Error ? error.message : String(error)
}
