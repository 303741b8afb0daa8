import { browserSuite } from "./setup/browser-suite"
import { payingHere } from "./walks/paying-here"
import { shopping } from "./walks/shopping"

browserSuite("A shopper in a browser", (stage) => {
  shopping(stage)
  payingHere(stage)
})
