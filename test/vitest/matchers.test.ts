import "../../src/vitest/index.js";
import { describe, expect, it } from "vitest";
import { createShell } from "../../src/index.js";

const shell = createShell({ edition: "PowerShell7" });

it("toShow compares what a line shows, blanks that copying loses apart", () => {
  expect(shell).toShow("'a  '; 'b'", "a\nb");
  expect(shell).not.toShow("1 + 1", "3");
});

it("toShow shows both texts side by side", () => {
  expect(() => expect(shell).toShow("1 + 1", "3")).toThrow(
    ["PS C:\\>1 + 1", "expected   shown", "--------   --------", "3        | 2"].join("\n"),
  );
});

it("toReplay types a transcript", () => {
  expect(shell).toReplay("PS C:\\>$a = 2\nPS C:\\>$a * 2\n4\n");
  expect(() => expect(shell).toReplay("PS C:\\>1\n1\nPS C:\\>2\n5\n")).toThrow("line 3: PS C:\\>2");
});

describe("an organization", () => {
  const exchange = createShell();

  it("toHaveObject finds an object and compares its properties", () => {
    expect(exchange).toHaveObject("MB-HO-01");
    expect(exchange).toHaveObject("MB-HO-01", {
      Server: "HO-EX2010-MB1",
      Recovery: false,
      Name: expect.stringMatching(/^MB/),
      DeletedItemRetention: "14.00:00:00",
    });
    expect(exchange).toHaveObject("administrator@exchangeserverpro.net", { Alias: "administrator" }, "Mailbox");
    expect(exchange).not.toHaveObject("MB-HO-01", { Recovery: true });
    expect(exchange).not.toHaveObject("MB-HO-01", {}, "Mailbox");
  });

  it("toHaveObject says what differs", () => {
    expect(() => expect(exchange).toHaveObject("MB-HO-01", { Server: "EX9", Recovery: false, None: 1 })).toThrow(
      "MailboxDatabase 'MB-HO-01': Server is 'HO-EX2010-MB1', not 'EX9'.\nMailboxDatabase 'MB-HO-01' has no property None.",
    );
    expect(() => expect(exchange).toHaveObject("MB-XX")).toThrow("There is no object 'MB-XX'.");
  });

  it("toHaveObject leaves no line behind", () => {
    expect(exchange.history).toEqual([]);
  });

  it("toFailWith takes an error's whole id, or either part of it", () => {
    expect(shell).toFailWith("Get-Nothing", "CommandNotFoundException");
    expect(shell).toFailWith("Get-Item C:\\none", "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand");
    expect(shell).not.toFailWith("1 + 1", "CommandNotFoundException");
    expect(() => expect(shell).toFailWith("Get-Nothing", "PathNotFound")).toThrow(
      "does not fail with PathNotFound; its errors are\n  CommandNotFoundException",
    );
  });

  it("a result is its text in a snapshot", () => {
    expect(exchange.run("Get-MailboxDatabase | Format-Table -AutoSize Name, Server")).toMatchInlineSnapshot(`
      Name      Server
      ----      ------
      MB-HO-01  HO-EX2010-MB1
      MB-HO-02  HO-EX2010-MB1
      MB-BR-01  BR-EX2010-MB
      MB-HO-03  HO-EX2010-MB1
      RDB-HO-01 HO-EX2010-MB1
    `);
  });
});
