// Export-Message and AssembleMessage: a message that was suspended in its queue, as a file.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";
const start = () => {
  const shell = startShell({ width: 300, files: { "C:\\report.txt": "one\r\ntwo" } });
  type(
    shell,
    "Suspend-Queue Submission -Confirm:$false",
    `Send-MailMessage -From alan.reid@${own} -To sarah.jones@${own} -Cc priya.nair@${own} -Subject Report -Body "Hello" -Priority High -Attachments C:\\report.txt -SmtpServer HO-EX2010-MB1`,
  );
  return shell;
};

test("an .eml file of a suspended message, which stays where it is", () => {
  const shell = start();
  type(
    shell,
    "$m = Get-Message",
    "Suspend-Message $m.Identity -Confirm:$false",
    "Export-Message $m.Identity | AssembleMessage -Path C:\\out.eml",
  );
  expectSaid(
    shell,
    "Get-Content C:\\out.eml | % { $_ -replace 'Message-ID: .*','Message-ID' -replace '_2_[^_]*_','BOUNDARY' }",
    `
From: alan.reid@exchangeserverpro.net
To: sarah.jones@exchangeserverpro.net
CC: priya.nair@exchangeserverpro.net
Subject: Report
Date: Mon, 3 Jun 2013 09:00:00 +0000
Message-ID
Importance: high
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="BOUNDARY"

--BOUNDARY
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: 7bit

Hello
--BOUNDARY
Content-Type: application/octet-stream; name="report.txt"
Content-Disposition: attachment; filename="report.txt"
Content-Transfer-Encoding: base64

b25lDQp0d28=
--BOUNDARY--`,
  );
  expectSaid(shell, "(Get-Message).Status.ToString()", "Suspended");
  expectSaid(shell, "(Export-Message $m.Identity).FileData.Count -gt 500", "True");
  expectSaid(shell, "Export-Message $m.Identity | % { $_.GetType().Name }", "BinaryFileDataObject");
});

test("one that may leave at any moment, and one that isn't there", () => {
  const shell = start();
  expect(said(shell, "Export-Message (Get-Message).Identity").split("\n")[0]).toMatch(
    /^The message "HO-EX2010-MB1\\Submission\\\d+" must be suspended before it can be exported\.$/,
  );
  expect(said(shell, "Export-Message HO-EX2010-MB1\\Submission\\99").split("\n")[0]).toBe(
    "There is no object with the specified identity.",
  );
});
