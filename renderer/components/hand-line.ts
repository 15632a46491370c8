/** A line of "by hand" taken apart: sentences, and paths through dialogs ("[Services] > BITS > [Start]") as lists of places. */
const sentences = (text: string): string[] =>
  text
    .split(/(?<=。)\s*|(?<=\.)\s+(?=[A-Z[])|\n/)
    .map((s) => s.trim())
    .filter((s) => s !== '');

export function partsOfLine(text: string): (string | string[])[] {
  return sentences(text).map((sentence) => (sentence.includes(' > ') ? sentence.split(' > ').map((place) => place.trim()) : sentence));
}
