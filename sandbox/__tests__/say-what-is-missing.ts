import { missingPapers } from "./papers"

/** Once for a run of tests, and in one line. */
export default function sayWhatIsMissing(): void {
  if (missingPapers().length === 0) return
  process.stderr.write(
    "RozetkaPay's own documents and samples are not at hand: what is compared with them is skipped.\n",
  )
}
