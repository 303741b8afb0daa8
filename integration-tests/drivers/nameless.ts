/**
 * What an API tells of a thing, each id, e-mail and time that is not the seed's by its place of first
 * appearance: of two things that differ in nothing else it is the same.
 */
export function nameless(told: unknown, seed: object): unknown {
  const seeded = JSON.stringify(seed)
  const names: string[] = []
  const withoutName = (_: string, value: unknown) => {
    if (typeof value !== "string" || seeded.includes(`"${value}"`)) return value
    const isTime = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
    if (isTime) return "a time"
    if (!/_[0-9A-Z]{26}$|@example\.com$/.test(value)) return value
    if (!names.includes(value)) names.push(value)
    return `${value.replace(/[0-9A-Za-z-]+(@|$)/, "")} ${names.indexOf(value)}`
  }
  return JSON.parse(JSON.stringify(told, withoutName))
}
