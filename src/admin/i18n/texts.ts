/** The same tree of texts in another language. */
export type SameTexts<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string ? string : SameTexts<Texts[Key]>
}

/** "order.title": where a text stands in its tree. */
export type KeyOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${KeyOf<Texts[Key]>}`
}[keyof Texts & string]
