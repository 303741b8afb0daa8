/**
 * Whether a text can be the id of a payment session or of a provider of this
 * store's: Medusa makes both of letters, digits, "_" and "-". Anything else is a
 * stranger's, and does not even reach the database.
 */
export const isStoreId = (text: string): boolean => /^[\w-]{1,100}$/.test(text)
