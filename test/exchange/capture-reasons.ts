const online = "of Exchange Online, or of a release that its source does not say";
const masked = "names are masked, so that columns and identities are not those of a shell";
const edited = "edited by who posted it: columns or marks do not stand as a shell writes them";

/** What no test can hold a shell to, or what is not emulated, capture by capture. */
export const reasons: Readonly<Record<string, string>> = {
  "get-mailboxstatistics.1": "fl * cut off by who posted it, of a masked mailbox",
  "get-mailboxstatistics.3": "the prompt and the end were cut off by who posted it",
  "get-mailboxstatistics.4": "what has gathered in a mailbox follows from its GUID: counts can't be given to one",
  "get-mailboxstatistics.6": online,
  "get-messagetrackinglog.1": masked,
  "get-messagetrackinglog.3": "one row without its header",
  "get-messagetrackinglog.5": "names are masked, and blanks were put into them; the order of its list is that of .4",
  "get-messagetrackinglog.6": "names are masked, and blanks were put into them; the order of its list is that of .4",
  "get-messagetrackinglog.7":
    "events of submission from a mailbox and of shadow copies are not emulated: nobody submits here",
  "get-managementroleassignment.4": online,
  "get-mailbox.10": "Get-Mailbox -Monitoring is not emulated",
  "get-mailbox.14": edited,
  "get-mailbox.15": edited,
  "get-mailbox.20": online,
  "get-exchangecertificate.2": "without its line of dashes, thumbprints masked",
  "get-exchangecertificate.6": "as .5, of another certificate",
  "get-servercomponentstate.2": "LocalStates are objects of a store that is not emulated",
  "get-moverequeststatistics.1": "34 properties of 2016, most of them of stalls and throttling, are not there",
  "get-moverequeststatistics.2": "its line of dashes is broken in two",
  "get-moverequest.2": masked,
  "get-activesyncvirtualdirectory.1": "lists of several cmdlets with chosen properties, without the commands",
  "get-databaseavailabilitygroup.2": "AutoDag settings of 2019 that nothing here sets",
  "install-transportagent.1": "an agent without the warnings that come with it, as install-transportagent.2 has it",
  "install-transportagent.3": "of a session without the views of Exchange, with waits of another command between",
  "rollalternateserviceaccountpassword.1": "a script of Exchange's that is not here",
  "get-queue.2": "of Exchange 2007, where queues name servers; columns as in transport/mail-flow.test.ts",
  "add-publicfolderclientpermission.1": online,
  "add-adpermission.2": "the row was made anonymous and does not line up",
};
