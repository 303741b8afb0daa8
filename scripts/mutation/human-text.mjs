// A Stryker plugin: what people read is not mutated. A test that repeats a sentence proves nothing.

/** Two spaces between words: no code, key or name of ours has them. */
const SENTENCE = /\S \S+ \S/

const isLogLine = ({ callee }) =>
  callee.type === "MemberExpression" &&
  ["info", "warn", "error", "debug"].includes(callee.property.name)

const textOf = (node) =>
  node.type === "StringLiteral" ? node.value : node.quasis.map(({ value }) => value.raw).join("x")

const humanText = {
  shouldIgnore(path) {
    if (path.isCallExpression() && isLogLine(path.node)) return "a line of the log"
    if ((path.isStringLiteral() || path.isTemplateLiteral()) && SENTENCE.test(textOf(path.node)))
      return "a sentence for people"
    return undefined
  },
}

export const strykerPlugins = [{ kind: "Ignore", name: "human-text", value: humanText }]
