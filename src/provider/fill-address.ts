import { fillTemplate } from "./fill-template"
import type { StoreOptions } from "./store-options"

/** A web address of the store's own, written as a template. Whatever a value is, it stays one part of the address. */
export const fillAddress = (
  template: string,
  { storefrontUrl, backendUrl }: Pick<StoreOptions, "storefrontUrl" | "backendUrl">,
  values: Record<string, string | null>,
): string =>
  fillTemplate(
    template
      // As functions: "$&" in an address is no pattern.
      .replaceAll("{storefront_url}", () => storefrontUrl)
      .replaceAll("{backend_url}", () => backendUrl),
    values,
    encodeURIComponent,
  )
