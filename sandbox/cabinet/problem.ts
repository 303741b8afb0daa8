import { z } from "zod"
import { ControlError } from "../control/control-error"
import { GatewayError } from "../gateway-error"
import type { Cabinet } from "./cabinet"

/** Why a press did nothing, in the page's language. */
export function problemIn(error: unknown, { words }: Cabinet): string {
  const { failures } = words
  if (error instanceof z.ZodError) {
    const fields = error.issues.map(({ path }) => path.join(".")).filter(Boolean)
    return fields.length === 0 ? failures.fields : `${failures.fields} ${fields.join(", ")}`
  }
  const code =
    error instanceof GatewayError || error instanceof ControlError ? error.code : undefined
  const known = code === undefined ? undefined : new Map(Object.entries(failures)).get(code)
  const said = error instanceof Error ? error.message : String(error)
  const sentence = known ?? (words.lang === "en" ? said : failures.other)
  return code === undefined ? sentence : `${sentence} (${code})`
}
