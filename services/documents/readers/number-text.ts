/** More digits than a spreadsheet computes with are noise: 97.39999999999999. */
const SURE_DIGITS = 12;

/** A value that a spreadsheet holds, as an office writes it: 97,4. */
export function numberText(value: number): string {
  const plain = Number(value.toPrecision(SURE_DIGITS));
  const written = Math.abs(plain) < 1e15 && !String(plain).includes("e") ? String(plain) : plain.toFixed(12);
  return (written.includes(".") ? written.replace(/\.?0+$/u, "") : written).replace(".", ",");
}

/** Nobody writes so many decimals: a program put out what it computes with. */
const PUT_OUT = /^[+-]?\d+[.,]\d{10,}$/u;

/** A cell of a text that a program wrote: "11.120000000000001" is 11,12. */
export const withoutNoise = (cell: string): string =>
  PUT_OUT.test(cell) ? numberText(Number(cell.replace(",", "."))) : cell;
