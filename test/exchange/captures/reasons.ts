const online = "of Exchange Online, whose cmdlets and servers no edition here has";
const fault = "a fault of the server's own programs, which do not fail here by themselves";
const farAway = "what a server of another organization answered to the replication service";
const directoryRefuses = "what a domain controller refused: what servers may write in it is not emulated";

/** Why a capture does not come out, capture by capture: what would have to be here that is not. */
export const reasons: Readonly<Record<string, string>> = {
  "new-moverequest.2": fault,
  "new-moverequest.4": directoryRefuses,
  "new-moverequest.5": directoryRefuses,
  "new-moverequest.6": online,
  "new-moverequest.7": farAway,
  "new-moverequest.8": online,
  "new-moverequest.9": online,
  "enable-mailbox.1": directoryRefuses,
  "new-mailboxdatabase.2":
    "a name that another domain controller did not know yet: there is no replication between them here",
  "update-emailaddresspolicy.1": "a search that a domain controller broke off",
  "new-mailboxexportrequest.1":
    "a forest whose organization of Exchange can't be found, in which no session could start here",
  "get-exchangediagnosticinfo.1": "what a process said of a call that was refused, kept in a variable of the author",
  "get-mailboxdatabasecopystatus.1": fault,
  "get-mailbox.8": fault,
  "set-federatedorganizationidentifier.1": fault,
  "set-mailboxautoreplyconfiguration.1": fault,
  "test-outlookconnectivity.1": fault,
  "search-mailboxauditlog.1": fault,
  "set-irmconfiguration.1": "a Chinese console; the rights management server that it asked is not here",
  "import-rmstrustedpublishingdomain.1": online,
  "test-oauthconnectivity.1":
    "the tail of a list: the exception of a web server with its stack, which no program here has",
  "test-oauthconnectivity.2": "a web proxy between the servers answered, with the stack of the program that asked it",
  "invoke-monitoringprobe.1": "the stack of the program that failed, as it was made to",
  "test-federationtrust.1": "steps with the federation gateway: an answer came, of which the last part was cut off",
  "test-imapconnectivity.1":
    "the end of its one value was posted elsewhere; the user who tests gives his password to a window",
  "get-databaseavailabilitygroup.1": "RedistributeActiveDatabases.ps1, a script of Exchange's that is not here",
  "install-transportagent.4": "Install-AntiSpamAgents.ps1, a script of Exchange's that is not here",
  "rollalternateserviceaccountpassword.1":
    "RollAlternateServiceAccountPassword.ps1, a script of Exchange's that is not here",
  "install-transportagent.3":
    "a session that had the cmdlets and not their views, with the list of all that the type has",
  "restart-service.1": "how long a service took to start: here it has started at once",
  "resume-clusternode.1": "a cmdlet of Windows' failover clusters, which no edition here has",
  "new-classificationrulecollection.1": "New-ClassificationRuleCollection is not emulated",
  "get-hybridconfiguration.1": "every name in it was replaced by words for what stood there",
  "get-mailboxcalendarsettings.1": "a cmdlet of Exchange 2007",
  "get-queue.2": "of Exchange 2007, where queues name servers; its columns are held by transport/mail-flow.test.ts",
  "get-exchangecertificate.5":
    "of a public authority, whose signatures nobody makes here; the list's order is that of get-exchangecertificate.1",
  "get-exchangecertificate.6":
    "of a public authority, whose signatures nobody makes here; the list's order is that of get-exchangecertificate.1",
  "get-managementroleassignment.4": online,
  "get-mailbox.20": "a function of the author's that asks Exchange Online; the view is that of get-mailbox.12",
  "get-mailboxstatistics.6": online,
  "add-publicfolderclientpermission.1": online,
  "add-publicfolderclientpermission.2": online,
  "get-organizationrelationship.2": online,
  "set-owamailboxpolicy.1": online,
  "add-recipientpermission.1": online,
  "complete-migrationbatch.1": online,
  "get-publicfoldermailboxmigrationrequest.1": online,
  "get-mailboxrestorerequeststatistics.1": online,
  "shell.6": "an article's error without the name of its cmdlet",
  "remove-adpermission.1": "a Korean console; the question in English is held by permissions/ad-permission.test.ts",
  "remove-app.1": "a German console",
  "test-outlookwebservices.1": "a Chinese console, with rows that were typed in",
  "set-federationtrust.1": "the federation trust's own certificates are not emulated: Set-FederationTrust",
  "set-federationtrust.2": "the federation trust's own certificates are not emulated: Set-FederationTrust",
  "remove-federationtrust.1": "a federation trust that organizations use can be taken away here",
  "set-mailbox.1":
    "a server that hands a command on to another of a newer build, which answered that it knew no such object",
  "get-managementrole.4": "a role that holds a number which no setting has: nothing writes one here",
  "add-mailboxdatabasecopy.1": "a copy that was asked for before the service knew of it: here it knows at once",
  "get-messagetrackinglog.3": "one row without its head; the columns are those of get-messagetrackinglog.1",
  "get-moverequest.2":
    "names are masked, and waits of a busy server: none is busy here; columns as get-moverequeststatistics.3",
  "get-moverequeststatistics.2": "a move that failed with an error that can't be brought about here; columns as .3",
  "get-message.1": "more messages than a queue's server lists: how many that are is not known",
  "add-mailboxpermission.1":
    "a scope that lets a mailbox be seen and not the user who is to get a right: reading has one scope here",
  "new-databaseavailabilitygroup.1": "a build before 15.0.847, which had no groups without an address",
  "get-mailbox.9": "rows without the line below their heads, between warnings whose words get-mailbox.21 holds",
  "get-mailbox.11": "the later console tells as an error what is a warning here (its words: get-mailbox.21)",
  "new-pssession.3": "a web server whose configuration names a folder that is not there",
  "new-pssession.4": "a web server that refuses a user: who may open which directory is not emulated",
  "new-pssession.5": fault,
};
