// New-MailboxExportRequest -ContentFilter: which of the messages that are known go into the file.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const mail = (from: string, subject: string): string =>
  `Send-MailMessage -From ${from}@${own} -To alan.reid@${own} -Subject '${subject}' -Body x -SmtpServer HO-EX2010-MB1`;
const file = "\\\\HO-EX2010-MB1\\PST\\a.pst";

function exported(filter: string, others = ""): string {
  const shell = startShell();
  type(
    shell,
    mail("sarah.jones", "Budget 2013"),
    "Start-Sleep (3*86400)",
    mail("tom.okafor", "Lunch on Friday"),
    `$null = New-MailboxExportRequest alan.reid -FilePath ${file} -ContentFilter "${filter}" ${others}`,
    "Start-Sleep 3600",
  );
  return said(shell, "(Get-MailboxExportRequest | Get-MailboxExportRequestStatistics).ItemsTransferred");
}

describe("-ContentFilter", () => {
  test.each([
    ["Subject -like '*budget*'", "1"],
    ["(Subject -like '*budget*') -or (Sender -eq 'tom.okafor@exchangeserverpro.net')", "2"],
    ["-not (All -like '*jones*')", "1"],
    ["Participants -like 'alan*'", "2"],
    ["Received -gt '06/05/2013'", "1"],
    ["(Received -ge '06/03/2013') -and (Received -lt '06/05/2013')", "1"],
    ["Size -gt '1MB'", "0"],
    ["(Size -lt '1MB') -and (HasAttachment -eq `$false)", "2"],
    ["Importance -eq 'High'", "0"],
  ])("%s: %s", (filter, count) => {
    expect(exported(filter)).toBe(count);
  });

  test("goes together with folders and another language", () => {
    expect(exported("Sent -gt '05/06/2013'", "-ContentFilterLanguage en-GB -IncludeFolders '#Inbox#'")).toBe("1");
    expect(exported("Sent -gt '05/06/2013'", "-ContentFilterLanguage en-US -IncludeFolders '#Drafts#'")).toBe("0");
  });

  test.each([
    ["Received -gt '31/12/2012'", 'The value "31/12/2012" could not be converted to type System.DateTime.'],
    ["Nose -eq 1", '"Nose" is not a property that messages can be filtered by.'],
  ])("%s is refused", (filter, reason) => {
    expectSaid(
      startShell({ width: 200 }),
      `New-MailboxExportRequest alan.reid -FilePath ${file} -ContentFilter "${filter}"`,
      `
The provided ContentFilter value is invalid. --> ${reason}
    + CategoryInfo          : NotSpecified: (0:Int32) [New-MailboxExportRequest], ContentFilterPermanentException
    + FullyQualifiedErrorId : A169A70F,Microsoft.Exchange.Management.RecipientTasks.NewMailboxExportRequest`,
    );
  });
});
