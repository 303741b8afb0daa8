/**
 * What a shopper has chosen of an API before it is asked: a bank and how many parts, a method. Public: it
 * stands in the session's data, and nothing of it pays.
 */
export type Choice = Readonly<Record<string, string | number>>
