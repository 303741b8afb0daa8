import { Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useWords } from "../../use-words"

/** Until when a hold lasts; it goes on while the page is open. */
export const Countdown = ({ until }: { until: string }) => {
  const { say, time, relative } = useWords()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  const isOver = Date.parse(until) <= now
  return (
    <Text size="small" weight="plus" className="text-ui-fg-error">
      {say(isOver ? "settings.attention.lapsed" : "settings.attention.lapses_in", {
        time: `${relative(until)} (${time(until)})`,
      })}
    </Text>
  )
}
