import { browserSuite } from "./setup/browser-suite"
import { payingHere } from "./walks/paying-here"
import { shopping } from "./walks/shopping"

/** Milliseconds for one test: several purchases on a busy machine. */
jest.setTimeout(300_000)

browserSuite("A shopper in a browser", (stage) => {
  shopping(stage)
  payingHere(stage)
})
