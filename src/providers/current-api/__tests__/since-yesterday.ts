/** Days of RozetkaPay's ledgers: what was paid before midnight may be asked for after it. */
export const sinceYesterday = () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  return { from: day(1), to: day(0) }
}
