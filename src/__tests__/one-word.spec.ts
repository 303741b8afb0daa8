import ts from "typescript"
import { filesIn, textOf, writtenPages } from "./written-pages"

/** A word or phrase that another one has replaced (docs/architecture.md, "Glossary"). */
type Retired = {
  /** Matched against lower-case words, an identifier's parts among them, with one space between. */
  pattern: RegExp
  say: string
}

/** Wherever it stands. */
const EVERYWHERE: Retired[] = [
  { pattern: /\bbooks?\b/, say: "ledger, or RozetkaPay's reports" },
  { pattern: /\bsettl(e|es|ed|ing|ings|ement|ements)\b/, say: "sync" },
  { pattern: /\bevidence\b/, say: "webhook event" },
  { pattern: /\bdesk\b/, say: "the name of what it does" },
  { pattern: /\bsight\b/, say: "webhook event, or what is seen" },
  { pattern: /\bsquared?\b/, say: "the ledgers agree" },
  {
    pattern:
      /\b(give|gives|given|gave|giving)( (it|them|this|money|(the|taken|captured) (money|rest|part)))? back\b/,
    say: "cancel, refund, or return",
  },
]

/** As a name of code's own: a sum, a movement, or what stands on a payment at the gateway. */
const AS_A_NAME: Retired[] = [
  { pattern: /\btaken\b/, say: "captured" },
  { pattern: /\breleas(e|es|ed|ing)\b/, say: "cancel, canceled" },
  { pattern: /\bmarks\b/, say: "metadata" },
]

/** In a sentence: of money. A lock is released, a name is taken. */
const IN_A_SENTENCE: Retired[] = [
  {
    pattern:
      /\b(held or taken|taken (at once|money|whole|and kept)|already taken|money (is|was) taken|(hold|rest|money|amount)( \w+)? releas(e|es|ed|ing)|releas(e|es|ed|ing) (of )?(the|a|what|all|whatever)? ?(is )?(still )?(hold|held|rest|money|amount))\b/,
    say: "captured, canceled",
  },
]

/** On the pages, which can do without them altogether. */
const ON_A_PAGE: Retired[] = [
  { pattern: /\btaken\b/, say: "captured, or another plain word" },
  { pattern: /\breleas(e|es|ed|ing)\b/, say: "cancel, or another plain word" },
]

/** What may stand all the same: where (the end of a path, or a folder), which text, and why. */
const ALLOWED: { path: RegExp; text: RegExp; why: string }[] = [
  {
    path: /^src\/core\/__tests__\/paid-order\.spec\.ts$/,
    text: /^s-books$/,
    why: "a seller of books",
  },
  {
    path: /./,
    text: /\bgiven_back\b/,
    why: "a code of the public contract, which never changes",
  },
  {
    path: /^src\/(storefront|__tests__)\//,
    text: /^settles when the widget/i,
    why: "a promise settles: JavaScript's own word",
  },
  {
    path: /^src\/medusa-store\/(__tests__\/)?lease/,
    text: /^release$/,
    why: "the method of Medusa's Locking module",
  },
  {
    path: /^src\/providers\/.*__tests__\//,
    text: /^taken$/,
    why: "the state of a payment in the sandbox's control API",
  },
  {
    path: /^src\/.*__tests__\//,
    text: /^partial_confirm_releases_rest$/,
    why: "a quirk of the sandbox's, by its name there",
  },
  {
    path: /^src\/workflows\/reconcile\/in-turns\.ts$/,
    text: /^taken$/,
    why: "how many of a queue: no sum",
  },
  {
    path: /^src\/providers\/[\w-]+\/(card-or-consent|service)\.ts$/,
    text: /^TAKEN$/,
    why: "the instruments that a provider accepts: no sum",
  },
  {
    path: /^docs\/(uk\/)?coming-from\.md$/,
    text: /`SETTLE`/,
    why: "another gateway's own word",
  },
  {
    path: /^src\/admin\//,
    text: /^SquareTwoStack(Mini)?$/,
    why: "an icon of Medusa's, which its dashboard shows where something is copied",
  },
]

type Piece = { kind: "name" | "sentence"; text: string; line: number }

/** "isTakenAtOnce", "taken_at", "TAKEN" -> words. */
const wordsOf = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/[^A-Za-z']+/g, " ")
    .toLowerCase()

/** Identifiers and one-word texts are names; other texts and comments are sentences. */
const piecesOf = (path: string): Piece[] => {
  const text = textOf(path)
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  const pieces: Piece[] = []
  const comments = new Set<number>()
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1
  const addComments = (ranges: ts.CommentRange[] | undefined) => {
    for (const { pos, end } of ranges ?? []) {
      if (comments.has(pos)) continue
      comments.add(pos)
      const comment = text.slice(pos, end).replace(/^\s*(\/\*\*?|\*\/|\*|\/\/)\s?/gm, " ")
      pieces.push({ kind: "sentence", text: comment.trim(), line: lineAt(pos) })
    }
  }
  const visit = (node: ts.Node): void => {
    addComments(ts.getLeadingCommentRanges(text, node.getFullStart()))
    addComments(ts.getTrailingCommentRanges(text, node.getEnd()))
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      pieces.push({ kind: "name", text: node.text, line: lineAt(node.getStart()) })
    } else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      const kind = /\s/.test(node.text.trim()) ? "sentence" : "name"
      pieces.push({ kind, text: node.text, line: lineAt(node.getStart()) })
    }
    for (const child of node.getChildren()) visit(child)
  }
  visit(file)
  return pieces
}

const found = (path: string, pieces: Piece[], rulesOf: (piece: Piece) => Retired[]): string[] =>
  pieces.flatMap((piece) =>
    rulesOf(piece).flatMap(({ pattern, say }) => {
      const [words] = pattern.exec(wordsOf(piece.text)) ?? []
      const isAllowed = ALLOWED.some((one) => one.path.test(path) && one.text.test(piece.text))
      return words === undefined || isAllowed
        ? []
        : [`${path}:${piece.line}: "${words}"; say: ${say} (${piece.text.slice(0, 60)})`]
    }),
  )

describe("One word for one thing", () => {
  test("holds in code: names, texts and comments", () => {
    const mistakes = filesIn("src", /\.tsx?$/)
      .filter((path) => path !== "src/__tests__/one-word.spec.ts")
      .flatMap((path) =>
        found(path, piecesOf(path), ({ kind }) => [
          ...EVERYWHERE,
          ...(kind === "name" ? AS_A_NAME : IN_A_SENTENCE),
        ]),
      )
    expect(mistakes).toEqual([])
  }, 120_000)

  test("holds in the names of files", () => {
    const paths = filesIn("src", /\.tsx?$/).filter((path) => !path.includes("__tests__"))
    const mistakes = paths.flatMap((path) =>
      found(path, [{ kind: "name", text: path, line: 1 }], () => [...EVERYWHERE, ...AS_A_NAME]),
    )
    expect(mistakes).toEqual([])
  })

  test.each(writtenPages())("holds in %s", (page) => {
    const pieces: Piece[] = []
    let line = 1
    for (const text of textOf(page).split(/\n(?=\s*\n|[#|-]|\d+\. )/)) {
      pieces.push({ kind: "sentence", text, line })
      line += text.split("\n").length
    }
    expect(found(page, pieces, () => [...EVERYWHERE, ...ON_A_PAGE])).toEqual([])
  })
})
