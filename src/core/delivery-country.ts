/** Where RozetkaPay's carriers deliver. */
const UKRAINE = "ua"

/**
 * The country of an order whose buyer chooses the address on RozetkaPay's page: taxes and the delivery's
 * price are reckoned by it before. Null for a region without countries.
 */
export const deliveryCountry = (countries: string[]): string | null =>
  countries.includes(UKRAINE) ? UKRAINE : (countries[0] ?? null)
