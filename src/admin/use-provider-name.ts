import type { ProviderHealth } from "../admin-client"
import { useWords } from "./use-words"

/** What a provider is for, in the dashboard's language; of an adapter without such words, its own title. */
export const useProviderName = () => {
  const { say, hasText } = useWords()
  return ({ id, title }: Pick<ProviderHealth, "id" | "title">): string => {
    // "pp_rozetkapay-payparts_parts": Medusa's prefix, the adapter's identifier, the store's own name for it.
    const identifier = (id.split("_")[1] ?? "").replaceAll("-", "_")
    const key = `settings.ways.${identifier}`
    return hasText(key) ? say(key) : title
  }
}
