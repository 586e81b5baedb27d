/** The answer to a step, of whatever kind. */
export interface Given {
  options: string[];
  own: string;
  /** Where cards were put: only of a step that sorts some. */
  placed?: { card: string; bin: string }[];
}
export type Body = { chosen?: { options: string[]; own?: string | null } | null; sorted?: { placed: { card: string; bin: string }[] } | null };

/** An answer as the server has it, or as it waits to be sent. */
export function givenOf({ chosen, sorted }: Body): Given {
  const given = { options: chosen?.options ?? [], own: chosen?.own ?? '' };
  return sorted ? { ...given, placed: sorted.placed } : given;
}

/** As the server wants it. */
export function bodyOf({ options, own, placed }: Given) {
  if (placed) return { sorted: { placed } };
  return { chosen: own ? { options, own } : { options } };
}
