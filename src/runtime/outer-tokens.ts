/** `$^` and `$$`: the first and the last token of an entry, a string without its quotes. */
export function outerTokens(text: string): { readonly first: string; readonly last: string } {
  const code = text.trim();
  return { first: firstToken(code), last: lastToken(code) };
}

function firstToken(code: string): string {
  const quote = code[0];
  if (quote === "'" || quote === '"') {
    const end = code.indexOf(quote, 1);
    return end < 0 ? code : code.slice(1, end);
  }
  return /^[^\s;|(){},&]+/.exec(code)?.[0] ?? code.slice(0, 1);
}

function lastToken(code: string): string {
  const quote = code.at(-1);
  if (quote === "'" || quote === '"') {
    const start = code.lastIndexOf(quote, code.length - 2);
    return start < 0 ? code : code.slice(start + 1, -1);
  }
  const word = /[^\s;|(){},&]+$/.exec(code)?.[0];
  if (word === undefined) return code.slice(-1);
  // `$x.y` are three tokens.
  return word.startsWith("$") && word.includes(".") ? word.slice(word.lastIndexOf(".") + 1) : word;
}
