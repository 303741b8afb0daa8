/** As the plugin's own pages write it. */
export { sumInWords } from "../messages/sum-in-words"
