/**
 * How a shopper pays without RozetkaPay's page. Tokens and recurrent ids live in
 * memory only, from the request that brings them to the call that uses them up.
 */
export type Instrument =
  /** A card that RozetkaPay's widget has turned into a token. `save`: keep the card in the payer's wallet. */
  | { type: "cc_token"; token: string; save: boolean }
  /** The wallet's encrypted payment data, in base64. */
  | { type: "google_pay" | "apple_pay"; token: string }
  /** A card of the payer's wallet at RozetkaPay. */
  | { type: "wallet"; optionId: string }
  /** A bank or a credit of the legacy API, where the shopper agrees to it. */
  | { type: "privat24" | "evo_credit" | "przelewy24" }
  /** Privat's payment by parts: how many, from 2 to 25. */
  | { type: "privat_parts"; parts: number }
  /** A payment without the shopper, by a consent given before. */
  | { type: "recurrent"; recurrentId: string }
