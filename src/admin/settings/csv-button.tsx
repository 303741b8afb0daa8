import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { answerOf } from "../client"
import { refusalSentence } from "../parts/failure"
import { useWords } from "../use-words"

type Props = {
  path: string
  query: Record<string, string | number | undefined>
  /** Without its ending: "rozetkapay-payments-2026-11-26". */
  name: string
}

/** Downloads with the dashboard's login, be it a cookie or a token, which a plain link could not bring. */
export const CsvButton = ({ path, query, name }: Props) => {
  const words = useWords()
  const download = useMutation({
    mutationFn: async () => (await answerOf(path, { query })).blob(),
    onSuccess: (file) => save(file, `${name}.csv`),
    onError: (error) =>
      toast.error(words.say("settings.csv_failed"), { description: refusalSentence(error, words) }),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={download.isPending}
      onClick={() => download.mutate()}
    >
      <ArrowDownTray />
      {words.say("settings.csv")}
    </Button>
  )
}

const save = (file: Blob, name: string) => {
  const address = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // Some browsers begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
