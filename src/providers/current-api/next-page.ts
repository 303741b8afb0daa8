import type { Action } from "../../rozetkapay/client"

/** Where the shopper must go next: RozetkaPay's page or 3-D Secure. Null: nowhere. */
export const nextPage = (action: Action | null): string | null =>
  action?.type === "url" && isWebAddress(action.value) ? action.value : null

const isWebAddress = (value: string): boolean => {
  try {
    return ["https:", "http:"].includes(new URL(value).protocol)
  } catch {
    return false
  }
}
