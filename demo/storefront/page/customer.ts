import { ask, config, customerToken, keepCustomerToken } from "./store"

export const isLoggedIn = () => customerToken() !== null

export async function logIn(): Promise<void> {
  const { email, password } = config.customer
  const { token } = await ask<{ token: string }>("/auth/customer/emailpass", { email, password })
  keepCustomerToken(token)
}

export const logOut = () => keepCustomerToken(null)
