/** Plain http to another machine: whoever is on the way reads it, and may change it. */
export const isOpenToOthers = (url: unknown): boolean => {
  if (typeof url !== "string" || !URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === "http:" && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
