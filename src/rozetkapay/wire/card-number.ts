/**
 * Whether a row of digits ends with its right check digit (Luhn), as every card number does
 * and one in ten other numbers. Whoever asks says how many digits a card has.
 */
export const hasCardCheckDigit = (digits: string): boolean => {
  const total = [...digits].reverse().reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return total % 10 === 0
}
