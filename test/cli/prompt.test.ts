// The prompt as built, driven through a pseudo-terminal.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { plain, Terminal } from "./terminal.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "dist/cli.js");
const seven = "PS C:\\>";
const exchange = "[PS] C:\\>";
let open: Terminal[] = [];

afterEach(() => {
  for (const terminal of open) terminal.kill();
  open = [];
});

async function started(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Terminal> {
  const terminal = new Terminal([command, ...args], env);
  open.push(terminal);
  await terminal.until(args.includes("PowerShell7") ? seven : exchange);
  return terminal;
}

const powerShell = (env?: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<Terminal> =>
  started(["--edition", "PowerShell7", ...more], env);

describe("the prompt", () => {
  // One session for all: each test leaves it at an empty prompt.
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = new Terminal([command, "--edition", "PowerShell7"]);
    await terminal.until(seven);
  });
  afterAll(() => terminal.kill());

  it("runs lines and keeps what they did", async () => {
    terminal.type("$a = 20 + 1\r");
    await terminal.until(seven);
    terminal.type("$a * 2\r");
    expect(plain(await terminal.until(`42\n${seven}`))).toContain("$a * 2\n42\n");
  });

  it("ends with Ctrl+D on an empty line", async () => {
    const own = await powerShell();
    own.type("\u0004");
    expect(await own.exit).toBe(0);
  });

  it("goes on in further lines while an entry is not whole, and edits them", async () => {
    terminal.type("foreach ($i in 1..2) {\r");
    await terminal.until(">> ");
    terminal.type('"line $i"\r}');
    await terminal.until("}");
    // Up into the second line, to its end, one character back: "line $i!".
    terminal.type("\u001b[A\u001b[F\u001b[D!\u001b[1;5F\r");
    expect(plain(await terminal.until(`line 2!\n${seven}`))).toContain("line 1!\nline 2!\n");
  });

  it("has a history", async () => {
    terminal.type("'one'\r");
    await terminal.until(`one\n${seven}`);
    terminal.type("'two'\r");
    await terminal.until(`two\n${seven}`);
    terminal.type("\u001b[A\u001b[A");
    await terminal.until("'one'");
    terminal.type("\r");
    await terminal.until(`one\n${seven}`);
  });

  it("Ctrl+C gives up what was typed", async () => {
    terminal.type("'never'\u0003");
    await terminal.until(`^C\n${seven}`);
    terminal.type("1 + 1\r");
    expect(plain(await terminal.until(`2\n${seven}`))).not.toContain("never");
  });

  it("Ctrl+C stops a running line, and the session goes on with what was done", async () => {
    terminal.type("$n = 1; 'running'; while ($true) { $n = 2 }\r");
    await terminal.until("running\n");
    terminal.type("\u0003");
    await terminal.until(seven);
    terminal.type('"n is $n"\r');
    await terminal.until(`n is 2\n${seven}`);
  });

  it("reads answers, and shows asterisks for secrets", async () => {
    terminal.type('$who = Read-Host "Who"; "hello $who"\r');
    await terminal.until("Who: ");
    terminal.type("Amna\b\b\u007fna\r");
    await terminal.until("hello ");
    terminal.type('$s = Read-Host "Key" -AsSecureString; $s.Length\r');
    await terminal.until("Key: ");
    terminal.type("geheim\r");
    const shown = plain(await terminal.until(`6\n${seven}`));
    expect(shown).toContain("******");
    expect(shown).not.toContain("geheim");
  });

  it("Ctrl+C at a question takes the line back", async () => {
    terminal.type('$x = 5; $y = Read-Host "Who"\r');
    await terminal.until("Who: ");
    terminal.type("\u0003");
    await terminal.until(seven);
    terminal.type('"[$x]"\r');
    await terminal.until(`[]\n${seven}`);
  });

  it("lines that are pasted wait for each other", async () => {
    terminal.type("$q = 1..3\r$q | ForEach-Object {\r$_ * 2\r}\r'done'\r");
    expect(plain(await terminal.until(`done\n${seven}`))).toContain("2\n4\n6\n");
  });

  it("ends with the code of exit", async () => {
    terminal.type("exit 7\r");
    expect(await terminal.exit).toBe(7);
  });
});

describe("Tab", () => {
  it("completes cmdlets, parameters, identities and properties, and walks through matches", async () => {
    const terminal = await started([]);
    terminal.type("Get-MailboxDatab\t");
    await terminal.until("Get-MailboxDatabase");
    terminal.type(" MB-\t\t");
    await terminal.until("MB-HO-02");
    terminal.type("\u001b[Z");
    await terminal.until("MB-HO-01");
    terminal.type(" | select RpcCl\t");
    await terminal.until("RpcClientAccessServer");
    terminal.type("\r");
    expect(plain(await terminal.until(exchange))).toContain("HO-EX2010-MB1.exchangeserverpro.net");
  });

  it("Ctrl+Space lists all matches", async () => {
    const terminal = await started([]);
    terminal.type("Get-MailboxDatabase MB-\u0000");
    expect(plain(await terminal.until("MB-HO-03"))).toMatch(/MB-HO-01 +MB-HO-02 +MB-BR-01/);
  });
});

describe("colours", () => {
  const typed = "Get-Date -Year 2000";
  const yellow = "\u001b[93m";

  it("commands have one, unless NO_COLOR or --no-color says otherwise", async () => {
    const terminal = await powerShell();
    terminal.type(typed);
    expect(await terminal.until(typed)).toContain(yellow);
    for (const plainOne of [await powerShell({ NO_COLOR: "1" }), await powerShell({}, "--no-color")]) {
      plainOne.type(typed);
      expect(await plainOne.until(typed)).not.toContain(yellow);
    }
  });
});

describe("long work", () => {
  it("says on a terminal what it is at, and not in what is printed", async () => {
    const article = join(root, "docs/transcripts/cas-array-article.txt");
    const terminal = new Terminal([command, "verify", article, article]);
    open.push(terminal);
    const shown = plain(await terminal.until("entries show what they showed"));
    expect(shown).toContain(`1 of 2: ${article}`);
    expect(await terminal.exit).toBe(0);
  });
});

describe("ems record, on a terminal", () => {
  it("writes a transcript of the session", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ems-record-"));
    try {
      const path = join(folder, "session.txt");
      const terminal = await started(["record", path, "--edition", "PowerShell7"]);
      terminal.type("1 + 1\r");
      await terminal.until(`2\n${seven}`);
      terminal.type("exit\r");
      await terminal.exit;
      expect(await readFile(path, "utf8")).toBe("PS C:\\>1 + 1\n2\nPS C:\\>exit\n");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("replay --stay goes on in the state that the transcript left", async () => {
    const terminal = new Terminal([command, "replay", join(root, "docs/transcripts/cas-array-article.txt"), "--stay"]);
    open.push(terminal);
    await terminal.until("3 of 3 entries");
    terminal.type("(Get-ClientAccessArray).Fqdn\r");
    await terminal.until("outlook-ho.exchangeserverpro.net");
  });
});
