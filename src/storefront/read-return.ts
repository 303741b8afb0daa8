/** More is no code of ours, nor of RozetkaPay's. */
const CODE = /^[\w-]{1,64}$/

/**
 * What the plugin's return says in the address (`payment_error`). Null: nothing. Only a code is taken
 * from an address, since anybody can write one.
 *
 * @param address a url, its query, or what a framework has made of it
 */
export const readReturn = (
  address: string | URL | URLSearchParams | Record<string, unknown>,
): { code: string } | null => {
  const code = codeIn(address)
  return typeof code === "string" && CODE.test(code) ? { code } : null
}

const NAME = "payment_error"

const codeIn = (address: Parameters<typeof readReturn>[0]): unknown => {
  if (address instanceof URL) return address.searchParams.get(NAME)
  if (address instanceof URLSearchParams) return address.get(NAME)
  if (typeof address !== "string") return address[NAME]
  const query = address.includes("?") ? address.slice(address.indexOf("?")) : address
  return new URLSearchParams(query.split("#")[0]).get(NAME)
}
