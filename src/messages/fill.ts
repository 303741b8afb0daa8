/** The {names} in a sentence. What has a space in it is an example of JSON, and no name. */
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | NamesIn<Rest>
  : never

/** What a sentence has to be told, as the last argument of who says it: nothing, when it names nothing. */
export type Told<Sentence extends string> = [NamesIn<Sentence>] extends [never]
  ? []
  : [values: Record<NamesIn<Sentence>, string>]

/** Writes values in the places of their names. */
export const fill = (sentence: string, values: Record<string, string> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
