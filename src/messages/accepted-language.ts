import type { ShopperLanguage } from "./language"

const OURS: readonly ShopperLanguage[] = ["uk", "en"]

/** Characters of a header that are looked at: more is no browser's. */
const LONGEST = 1_000

/** A weight by RFC 9110, 12.4.2. What is none makes its language count for nothing. */
const WEIGHT = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/

type Wish = { language: string; weight: number }

/**
 * The better of Ukrainian and English by an `Accept-Language` header, or by a plain locale
 * ("uk-UA"). Null when it prefers neither: other languages, a bare "*", nothing at all.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
 */
export const acceptedLanguage = (header: string): ShopperLanguage | null =>
  preferredOf(header, OURS)

/** The best of these languages likewise; null when none of them is preferred. */
export const preferredOf = <Language extends string>(
  header: string,
  languages: readonly Language[],
): Language | null => {
  const wishes = header
    .slice(0, LONGEST)
    .split(",")
    .map(wishOf)
    // Of two that are wished for alike, the one that is named first.
    .sort((one, other) => other.weight - one.weight)
  const weightOf = (language: Language) =>
    (wishes.find((wish) => wish.language === language) ?? wishes.find(isWildcard))?.weight ?? 0
  const best = Math.max(...languages.map(weightOf))
  if (best === 0) return null
  const alike = languages.filter((language) => weightOf(language) === best)
  if (alike.length === 1) return alike[0] ?? null
  const named = wishes.flatMap((wish) => alike.find((language) => language === wish.language) ?? [])
  return named[0] ?? null
}

const isWildcard = ({ language }: Wish): boolean => language === "*"

const wishOf = (text: string): Wish => {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase())
  const [language = ""] = range.split(/[-_]/)
  const given = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1"
  return { language, weight: WEIGHT.test(given) ? Number(given) : 0 }
}
