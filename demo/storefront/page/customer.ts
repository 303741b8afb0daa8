import { ask, call, config, customerToken, keepCustomerToken, StoreError } from "./store"

/** As `GET /store/rozetkapay/cards` shows it. */
export interface SavedCard {
  id: string
  mask: string | null
  brand: string | null
  /** Year and month: "2031-04". */
  expiry: string | null
  bank: string | null
  name: string | null
  is_default: boolean
}

export const isLoggedIn = () => customerToken() !== null

export async function logIn(): Promise<void> {
  const { email, password } = config.customer
  const { token } = await ask<{ token: string }>("/auth/customer/emailpass", { email, password })
  keepCustomerToken(token)
}

export const logOut = () => keepCustomerToken(null)

const query = `?provider_id=${encodeURIComponent(config.providerId)}`

/** A login that has run out is none. */
export async function listCards(): Promise<SavedCard[]> {
  if (!isLoggedIn()) return []
  try {
    return (await call<{ cards: SavedCard[] }>(`/rozetkapay/cards${query}`)).cards
  } catch (error) {
    if (!(error instanceof StoreError) || error.status !== 401) throw error
    logOut()
    return []
  }
}

export const deleteCard = (id: string) =>
  call(`/rozetkapay/cards/${encodeURIComponent(id)}${query}`, undefined, "DELETE")
