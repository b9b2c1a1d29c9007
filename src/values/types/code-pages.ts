/** A code page of one byte a character. */
export interface CodePage {
  readonly codePage: number;
  readonly webName: string;
  readonly title: string;
  /** The characters of the bytes from 128 on; those below are ASCII's. */
  readonly upperHalf: string;
}

/** The code pages that scripts on European and American servers name, as .NET decodes them. */
export const codePages: readonly CodePage[] = [
  {
    codePage: 1252,
    webName: "windows-1252",
    title: "Western European (Windows)",
    upperHalf:
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿" +
      "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  },
  {
    codePage: 437,
    webName: "ibm437",
    title: "OEM United States",
    upperHalf:
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
      "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  },
  {
    codePage: 850,
    webName: "ibm850",
    title: "Western European (DOS)",
    upperHalf:
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
      "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  },
];

/** The code page of a number or of one of its names (`windows-1252`, `cp850`, `ibm437`). */
export function codePageNamed(nameOrNumber: string): CodePage | undefined {
  const wanted = nameOrNumber.toLowerCase();
  return codePages.find(
    ({ codePage, webName }) => wanted === webName || wanted === `${codePage}` || wanted === `cp${codePage}`,
  );
}
