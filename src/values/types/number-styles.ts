/** Digits of an integer as NumberStyles allows them; `null` when the text is none. */
export function fieldText(text: string, style: number): { readonly text: string; readonly hex: boolean } | null {
  const has = (bit: number) => (style & bit) !== 0;
  let t = text;
  if (has(1)) t = t.trimStart();
  if (has(2)) t = t.trimEnd();
  if (has(512)) return /^[0-9a-fA-F]+$/.test(t) ? { text: t, hex: true } : null;
  if (has(64)) t = t.replace(/(?<=\d),/g, "");
  if (has(16) && /^\((.*)\)$/.test(t)) t = `-${t.slice(1, -1)}`;
  if (has(32)) t = t.replace(/\.0*$/, "");
  if (!/^[-+]?\d+$/.test(t) || (!has(4) && /^[-+]/.test(t))) return null;
  return { text: t.replace("+", ""), hex: false };
}
