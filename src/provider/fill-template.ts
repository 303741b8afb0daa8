/** Fills {placeholders}; one without a value becomes empty. */
export const fillTemplate = (
  template: string,
  values: Record<string, string | null | undefined>,
  write: (value: string) => string = (value) => value,
): string => template.replace(/\{([a-z_]+)\}/g, (_, name: string) => write(values[name] ?? ""))
