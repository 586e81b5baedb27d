/**
 * Items under their headings, in the order given. The same heading may come twice, when something
 * older was put on top; the key tells both apart, and stays when items come in between.
 */
export function underHeadings<T>(
  items: readonly T[],
  headingOf: (item: T) => string,
): { key: string; heading: string; items: T[] }[] {
  const parts: { key: string; heading: string; items: T[] }[] = [];
  for (const item of items) {
    const heading = headingOf(item);
    const part = parts.at(-1);
    if (part?.heading === heading) {
      part.items.push(item);
    } else {
      const earlier = parts.filter((other) => other.heading === heading).length;
      parts.push({ key: `${heading} ${earlier}`, heading, items: [item] });
    }
  }
  return parts;
}
