/** Ways to pay that are called by one name, however RozetkaPay's APIs spell them. */
export type KnownMethod =
  | "card"
  | "google_pay"
  | "apple_pay"
  | "saved_card"
  | "instalments"
  | "blik"

/** Null: a way that is not known; the list is open. */
export const knownMethod = (told: string | null | undefined): KnownMethod | null => {
  switch (told?.toLowerCase().replaceAll(/[\s_-]/g, "")) {
    case "googlepay":
      return "google_pay"
    case "applepay":
      return "apple_pay"
    case "wallet":
    case "recurrent":
      return "saved_card"
    case "cctoken":
    case "card":
    case "cardpay":
    case "ccnumber":
      return "card"
    case "instalments":
      return "instalments"
    case "blik":
      return "blik"
    default:
      return null
  }
}
