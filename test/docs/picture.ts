/**
 * Draws the console of the README as an SVG: `npx tsx test/docs/picture.ts`. The text is what the shell shows, so a
 * test can hold that the picture is true.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createShell } from "../../src/index.js";

/** The lines of the picture: the article's session, and the question that its reader asks next. */
const lines = [
  "New-ClientAccessArray -Name cas-headoffice -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice",
  "Get-MailboxDatabase | select name,rpcclientaccessserver | ft -auto",
  "Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer outlook-ho.exchangeserverpro.net",
  "Get-MailboxDatabase | group RpcClientAccessServer -NoElement | ft -auto",
];

export const pictureFile = fileURLToPath(new URL("../../docs/images/console.svg", import.meta.url));

const columns = 114;
const cell = { width: 8.4, height: 19 };
const margin = { left: 16, top: 46 };

interface Row {
  readonly prompt: string;
  readonly text: string;
}

function rowsOfSession(): Row[] {
  const shell = createShell();
  const rows: Row[] = [];
  for (const line of lines) {
    rows.push({ prompt: shell.prompt, text: line });
    const { text } = shell.run(line);
    if (text === "") continue;
    for (const shown of text.replace(/\n$/, "").split("\n")) rows.push({ prompt: "", text: shown.trimEnd() });
  }
  rows.push({ prompt: shell.prompt, text: "" });
  return rows;
}

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function rowElement({ prompt, text }: Row, index: number): string {
  const y = margin.top + index * cell.height;
  const head = prompt === "" ? "" : `<tspan class="prompt">${escapeXml(prompt)}</tspan>`;
  const body = text === "" ? "" : `<tspan${prompt === "" ? "" : ' class="typed"'}>${escapeXml(text)}</tspan>`;
  return head + body === "" ? "" : `<text x="${margin.left}" y="${y}" xml:space="preserve">${head}${body}</text>\n`;
}

/** The picture of the console as it is now. */
export function drawPicture(): string {
  const rows = rowsOfSession();
  const width = Math.ceil(columns * cell.width + 2 * margin.left);
  const height = margin.top + rows.length * cell.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">\n`,
    "<title>The article's session in the emulated Exchange Management Shell</title>\n",
    "<style>text{font:14px Consolas,Menlo,'DejaVu Sans Mono',monospace;fill:#eeedf0}.prompt{fill:#f5e663}.typed{fill:#fff}.bar{font:13px system-ui,sans-serif;fill:#d7dcec}</style>\n",
    `<rect width="${width}" height="${height}" rx="8" fill="#012456"/>\n`,
    `<rect width="${width}" height="26" rx="8" fill="#1b3a6b"/>\n`,
    `<text class="bar" x="${margin.left}" y="18">Machine: HO-EX2010-MB1.exchangeserverpro.net</text>\n`,
    ...rows.map(rowElement),
    "</svg>\n",
  ].join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(pictureFile, drawPicture());
