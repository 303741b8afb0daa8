import { createHmac } from "node:crypto"

/**
 * The payment collection of a charge that the store's own code has named: the same name
 * finds the same collection, however often and wherever it is asked for. Keyed, since
 * whoever could guess it might put other sessions into that collection.
 *
 * @param name the caller's own id of the charge
 */
export const chargeCollectionId = (secret: string, providerId: string, name: string): string => {
  const digest = createHmac("sha256", secret)
    .update(JSON.stringify(["rozetkapay charge", providerId, name]))
    .digest("hex")
  return `pay_col_${digest.slice(0, 40)}`
}
