import type { InBoth, ShopperLanguage } from "./language"

export type Columns<Name extends string> = {
  /** In their order. */
  names: Name[]
  headings(language: ShopperLanguage): string[]
}

/** The columns of a table that staff download, by the words over them. */
export const columnsOf = <Name extends string>(words: Record<Name, InBoth>): Columns<Name> => {
  const isName = (name: string): name is Name => Object.hasOwn(words, name)
  const names = Object.keys(words).filter(isName)
  return { names, headings: (language) => names.map((name) => words[name][language]) }
}
