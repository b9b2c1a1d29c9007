<#
.SYNOPSIS
Points the mailbox databases of a site to the site's Client Access array.
.PARAMETER Site
The Active Directory site. All sites that have an array when left out.
.PARAMETER ReportPath
A CSV file for what was changed.
.NOTES
Exit code 0: all databases are right; 2: the site has no array.
#>
param(
    [string]$Site = '*',
    [string]$ReportPath,
    [switch]$WhatIf
)

$arrays = @(Get-ClientAccessArray | Where-Object { $_.SiteName -like $Site })
if ($arrays.Count -eq 0) {
    Write-Error "No Client Access array in site '$Site'."
    exit 2
}

$changes = foreach ($array in $arrays) {
    $servers = @(Get-ExchangeServer | Where-Object { $_.Site -like "*/$($array.SiteName)" } | ForEach-Object { $_.Name })
    $databases = Get-MailboxDatabase | Where-Object { -not $_.Recovery -and $servers -contains $_.Server.Name }
    foreach ($database in $databases) {
        if ($database.RpcClientAccessServer -eq $array.Fqdn) { continue }
        Set-MailboxDatabase $database.Name -RpcClientAccessServer $array.Fqdn -WhatIf:$WhatIf
        New-Object PSObject -Property @{
            Database = $database.Name
            Before   = $database.RpcClientAccessServer
            After    = $array.Fqdn
        } | Select-Object Database, Before, After
    }
}

if ($ReportPath) { $changes | Export-Csv $ReportPath -NoTypeInformation }
$changes
