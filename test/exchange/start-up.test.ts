// What a shell asks for when it starts: in a process of its own, where no other test has asked for anything yet.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const program = `
import { readFileSync } from "node:fs";
import { createShell, replay } from "./src/index.js";
import { madeTables } from "./src/exchange/noun/noun.js";

const tables = {};
const remember = (when) => { tables[when] = [...madeTables()]; };
remember("import");
const shell = createShell();
remember("createShell");
const { same } = replay(readFileSync("docs/transcripts/cas-array-article.txt", "utf8"), { shell });
remember("replay");
shell.run("Get-RemoteDomain");
remember("Get-RemoteDomain");
console.log(JSON.stringify({ same, tables }));
`;

test("the tables of nouns are made for those who use them, however many nouns there are", async () => {
  const bundle = await build({
    stdin: { contents: program, resolveDir: root },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  const input = bundle.outputFiles[0]?.text ?? "";
  const printed = execFileSync(process.execPath, ["--input-type=module"], { cwd: root, input, encoding: "utf8" });
  expect(JSON.parse(printed)).toEqual({
    same: true,
    tables: {
      import: [],
      createShell: [],
      // The article's databases are of the class to which DatabasePath adds columns.
      replay: ["ClientAccessArray", "MailboxDatabase", "DatabasePath"],
      "Get-RemoteDomain": ["ClientAccessArray", "MailboxDatabase", "DatabasePath", "RemoteDomain"],
    },
  });
});
