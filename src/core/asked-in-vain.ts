import { createHash } from "node:crypto"
import type { ExternalId } from "./external-id"

/**
 * Day -> payments that nobody here knows and whose callback was asked for on it. One that is ours answers
 * and is synced; the others are another shop's, and are asked for again only when a week has passed.
 */
export type Asked = Record<string, string[]>

const DAY = 24 * 60 * 60_000
const REMEMBERED_DAYS = 7
/** Payments asked for on one day: with a week's, that is all that is ever remembered. */
const MOST_A_DAY = 2_000

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Enough of a payment's id to know it again: a week's names stay small. */
const nameOf = (external_id: ExternalId): string =>
  createHash("sha256").update(external_id).digest("base64url").slice(0, 8)

export const wasAsked = (asked: Asked): ((external_id: ExternalId) => boolean) => {
  const names = new Set(Object.values(asked).flat())
  return (external_id) => names.has(nameOf(external_id))
}

/** How many may be asked for on this day yet. */
export const leftToAsk = (asked: Asked, now: number): number =>
  Math.max(0, MOST_A_DAY - (asked[dayOf(now)]?.length ?? 0))

/** What is remembered when these were asked for; what is older than a week is not. */
export const withAsked = (asked: Asked, external_ids: ExternalId[], now: number): Asked =>
  added(asked, external_ids, now, dayOf(now))

/** The same for those whose answer was lost: they are asked for again tomorrow. */
export const withUnanswered = (asked: Asked, external_ids: ExternalId[], now: number): Asked =>
  added(asked, external_ids, now, dayOf(now - (REMEMBERED_DAYS - 1) * DAY))

const added = (asked: Asked, external_ids: ExternalId[], now: number, day: string): Asked => {
  const first = dayOf(now - (REMEMBERED_DAYS - 1) * DAY)
  const kept = Object.entries(asked).filter(([day]) => day >= first)
  const names = new Set([...(asked[day] ?? []), ...external_ids.map(nameOf)])
  return names.size === 0
    ? Object.fromEntries(kept)
    : { ...Object.fromEntries(kept), [day]: [...names] }
}
