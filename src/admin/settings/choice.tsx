import { Label, Select } from "@medusajs/ui"
import { useId } from "react"

type Props<Value extends string> = {
  label: string
  value: Value
  options: { value: Value; text: string }[]
  onChange: (value: Value) => void
}

/** One of a few, with its label. */
export const Choice = <Value extends string>({ label, value, options, onChange }: Props<Value>) => {
  const id = useId()
  return (
    <div className="flex min-w-36 max-w-full flex-col gap-y-1">
      <Label id={id} size="xsmall" className="text-ui-fg-subtle">
        {label}
      </Label>
      <Select
        size="small"
        value={value}
        onValueChange={(chosen) => {
          const option = options.find((each) => each.value === chosen)
          if (option) onChange(option.value)
        }}
      >
        <Select.Trigger className="gap-x-2" aria-labelledby={id}>
          <span className="truncate">
            <Select.Value />
          </span>
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.text}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
