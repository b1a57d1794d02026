# Fourth Coffee mobility: Request certificates
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# It may be run again: what is as wanted already is left alone. With -Undo it takes back, in reverse order, what it did itself.
# Check: `Get-CsCertificate` lists the new certificates; the certificate console shows all names (M-112).
[CmdletBinding(SupportsShouldProcess)]
param(
    # Do again what is recorded as done, such as a request for a renewal or a restart.
    [switch] $Again,
    # Take back what this script did on this server.
    [switch] $Undo,
    # The file that keeps what was there before each change: beside the script, unless told otherwise. Secrets never get there. Undoing runs the lines in it, so keep it where only administrators write.
    [string] $StatePath
)
$ErrorActionPreference = 'Stop'
$Server = [System.Net.Dns]::GetHostEntry('').HostName
if (-not $StatePath) {
    $StatePath = Join-Path -Path $PSScriptRoot -ChildPath ('20-certificate-requests.' + $Server + '.state.xml')
}
$Steps = New-Object -TypeName System.Collections.ArrayList

# Steps are collected first and carried out at the end. Each has the line to do and, where there is something to see: what prints it, which of it is meant, what it is like afterwards, what is kept of it, and what takes it back.
function Add-Step($Step) {
    [void] $Steps.Add($Step)
}

# The line of a step as text.
function Get-Line($Step) {
    $Step.Do.ToString().Trim()
}

# Whether a value is as wanted; capitals do not count.
function Test-Value($Found, $Wanted) {
    (([string] $Found) -replace '^Tag:' -replace '/$') -eq (([string] $Wanted) -replace '/$')
}

# Whether a text stands in some property of a thing.
function Test-Shown($Thing, $Text) {
    @($Thing.PSObject.Properties | Where-Object -FilterScript { ([string] $_.Value).IndexOf($Text, [System.StringComparison]::OrdinalIgnoreCase) -ge 0 }).Count -gt 0
}

# What a step is about, as it is now.
function Get-Found($Step) {
    foreach ($Thing in @(& $Step.Get)) {
        $IsMeant = $null -ne $Thing
        foreach ($Name in $Step.Which.Keys) {
            $IsMeant = $IsMeant -and (Test-Value ($Thing.$Name) ($Step.Which[$Name]))
        }
        if ($IsMeant) {
            $Thing
        }
    }
}

# What is not as the step wants it.
function Get-Fault($Step, $Things) {
    if ($Things.Count -eq 0) {
        'nothing is there'
        return
    }
    foreach ($Use in $Step.Uses) {
        if (@($Things | Where-Object -FilterScript { Test-Value ($_.Use) $Use }).Count -eq 0) {
            'Use: ' + $Use
        }
    }
    foreach ($Thing in $Things) {
        foreach ($Name in $Step.Is.Keys) {
            if (-not (Test-Value ($Thing.$Name) ($Step.Is[$Name]))) {
                $Name + ' = ' + $Thing.$Name
            }
        }
        foreach ($Name in $Step.Holds.Keys) {
            foreach ($Wanted in $Step.Holds[$Name]) {
                if (@($Thing.$Name | Where-Object -FilterScript { Test-Value $_ $Wanted }).Count -eq 0) {
                    $Name + ': ' + $Wanted
                }
            }
        }
        foreach ($Text in $Step.Shows) {
            if (-not (Test-Shown $Thing $Text)) {
                $Text
            }
        }
        foreach ($Choice in $Step.Names) {
            if (@($Thing.PSObject.Properties | Where-Object -FilterScript { Test-Value ($_.Value) $Choice }).Count -eq 0) {
                $Choice
            }
        }
    }
}

# What was recorded, oldest first.
function Get-Record {
    if (Test-Path -LiteralPath $StatePath) {
        @((Import-Clixml -LiteralPath $StatePath).Records)
    }
}

# A line as text, where there is one.
function Get-Text($Block) {
    if ($Block) {
        $Block.ToString().Trim()
    }
}

# Records what is there before a step changes it.
function Add-Record($Step, $Things, $Faults) {
    $Old = @(foreach ($Thing in $Things) {
        $Kept = @{}
        foreach ($Name in $Step.Keeps) {
            $Value = $Thing.$Name
            if (@($Step.Holds.Keys) -contains $Name -or ($Value -is [System.Collections.IEnumerable] -and $Value -isnot [string])) {
                $Value = @($Value | Where-Object -FilterScript { $_ } | ForEach-Object -Process { [string] $_ })
            } elseif ($null -ne $Value -and $Value -isnot [bool]) {
                $Value = ([string] $Value) -replace '^Tag:'
            }
            $Kept[$Name] = $Value
        }
        [pscustomobject] $Kept
    })
    $IsChange = $Step.Change -and $Things.Count -gt 0
    $Record = [pscustomobject] @{
        Line = (Get-Line $Step)
        Time = (Get-Date -Format o)
        Digest = $Step.Digest
        Follows = $Step.Follows
        Get = Get-Text $Step.Get
        Which = $Step.Which
        Undo = $(if (-not $IsChange) { Get-Text $Step.Undo })
        Restore = $(if ($Things.Count -gt 0) { Get-Text $Step.Restore })
        Old = $Old
        Choices = @($Step.Names | Where-Object -FilterScript { $Faults -contains $_ })
    }
    Save-Record (@(Get-Record) + $Record)
}

# Writes the records.
function Save-Record($Records) {
    Export-Clixml -LiteralPath $StatePath -InputObject ([pscustomobject] @{ Records = @($Records) }) -Depth 9 -Encoding UTF8
}

# Looks, carries a step out unless it is done already, and looks again.
function Invoke-Step($Step) {
    $Line = Get-Line $Step
    Write-Host $Line
    $Todo = $Line
    $Things = @()
    $Faults = @()
    if ($Step.Get) {
        $Things = @(Get-Found $Step)
        $Faults = @(Get-Fault $Step $Things)
        if ($Faults.Count -eq 0) {
            Write-Host ('    ' + 'Already as wanted: nothing was done.')
            Invoke-Check $Step
            return
        }
        if ($Step.Many -and $Things.Count -eq 0) {
            Write-Warning ('There is nothing yet that this line would change. Run the script again when there is:' + ' ' + $Line)
            return
        }
        if ($Step.Change -and $Things.Count -gt 0) {
            $Todo = Get-Text $Step.Change
            Write-Host ('    ' + 'It is there already, but not as wanted. It is changed (M-236):' + ' ' + ($Faults -join ', ') + ': ' + $Todo)
        } elseif ($Step.Makes -and $Things.Count -gt 0 -and -not ($Step.Clear -and $Replace)) {
            throw ('Something else is there already. Decide which of both is right before you go on:' + ' ' + $Line + ': ' + ($Faults -join ', '))
        }
    }
    if ($Step.Once -and -not $Again -and @(Get-Record | Where-Object -FilterScript { $_.Line -eq $Line -and $_.Digest -eq $Step.Digest }).Count -gt 0) {
        Write-Host ('    ' + 'Already done, as this file tells:' + ' ' + $StatePath)
        Invoke-Check $Step
        return
    }
    if (-not $PSCmdlet.ShouldProcess($Server, $Todo)) {
        return
    }
    if (($Step.Undo -or $Step.Restore) -and -not $Step.Once) {
        Add-Record $Step $Things $Faults
    }
    if ($Step.Change -and $Things.Count -gt 0) {
        foreach ($Thing in $Things) {
            & $Step.Change
        }
    } else {
        if ($Step.Makes -and $Things.Count -gt 0) {
            $Others = $Things
            & $Step.Clear
        }
        Invoke-Line $Step
    }
    if ($Step.Once) {
        Add-Record $Step $Things $Faults
    }
    if ($Step.Get) {
        Wait-State $Step
        Write-Host ('    ' + 'Done, and as wanted.')
    }
    Invoke-Check $Step
}

# Carries the line of a step out and shows what it answers.
function Invoke-Line($Step) {
    $Answers = @()
    try {
        $Answers = @(& $Step.Do)
    } catch {
        $Response = $_.Exception.Response
        if (-not $Step.Status -or -not $Response -or [int] $Response.StatusCode -ne $Step.Status) {
            throw
        }
        Write-Host ('    ' + [int] $Response.StatusCode)
        return
    }
    foreach ($Answer in $Answers) {
        if ($Step.Status) {
            throw ('The page did not ask who is there. It answered with the status' + ' ' + $Answer.StatusCode)
        }
        if ($Step.Test -and $null -ne $Answer.Result -and [string] $Answer.Result -ne 'Success') {
            throw ('The test did not succeed.' + ' ' + $Answer.Error)
        }
        $Answer | Out-Host
    }
}

# Waits until what the step wanted is there. If it does not come, the script stops.
function Wait-State($Step) {
    for ($Try = 1; $True; $Try++) {
        $Faults = @(Get-Fault $Step @(Get-Found $Step))
        if ($Faults.Count -eq 0) {
            return
        }
        if ($Try -ge 5) {
            throw ('The line was carried out, but its effect cannot be seen:' + ' ' + (Get-Line $Step) + ': ' + ($Faults -join ', '))
        }
        Start-Sleep -Seconds 3
    }
}

# Shows what tells a person that the step worked.
function Invoke-Check($Step) {
    foreach ($Name in $Step.Needs) {
        if (-not (Get-Variable -Name $Name -ValueOnly)) {
            Write-Warning ('This check was left out, as it needs' + ' -' + $Name)
            return
        }
    }
    if ($Step.Check -and -not $WhatIfPreference) {
        & $Step.Check | Out-Host
    }
}

# Takes back what one record tells of.
function Undo-Record($Record) {
    $Back = @(@($Record.Undo, $Record.Restore) | Where-Object -FilterScript { $_ })
    if (-not $PSCmdlet.ShouldProcess($Server, ($Record.Line + ' <- ' + ($Back -join '; ')))) {
        return
    }
    Write-Host ($Record.Line + ' <- ' + ($Back -join '; '))
    $IsThere = $True
    if ($Record.Get) {
        $IsThere = @(Get-Found @{ Get = [scriptblock]::Create($Record.Get); Which = $Record.Which }).Count -gt 0
    }
    # What was never made, or is gone already, is not taken away again.
    if ($Record.Undo -and $IsThere) {
        & ([scriptblock]::Create($Record.Undo))
    }
    if ($Record.Restore) {
        $Restore = [scriptblock]::Create($Record.Restore)
        foreach ($Old in @($Record.Old)) {
            & $Restore
        }
    }
    foreach ($Choice in $Record.Choices) {
        Write-Warning ('The record cannot tell what was chosen instead of this before; it stays:' + ' ' + $Choice)
    }
    if ($Back.Count -eq 0) {
        Write-Warning ('Nothing takes this back:' + ' ' + $Record.Line)
    }
    Save-Record @(Get-Record | Where-Object -FilterScript { $_.Line -ne $Record.Line -or $_.Time -ne $Record.Time })
}

foreach ($Name in @('Request-CsCertificate')) {
    if (-not (Get-Command -Name $Name -ErrorAction SilentlyContinue)) {
        throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' ' + $Name)
    }
}
$Planned = @('edge1.corp.fourthcoffee.example', 'fe1.corp.fourthcoffee.example', 'fe2.corp.fourthcoffee.example')
if ($Planned -notcontains $Server) {
    throw ('This computer is not among the servers that this script is for:' + ' ' + $Server + ': ' + ($Planned -join ', '))
}

# On fe1.corp.fourthcoffee.example
if ($Server -eq 'fe1.corp.fourthcoffee.example') {

    # On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
    # M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.existing, certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe1.corp.fourthcoffee.example].fqdn
    # The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
    # If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
    Add-Step @{
        Do = { Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'ca01.corp.fourthcoffee.example\Fourth Coffee Root' -ComputerFqdn fe1.corp.fourthcoffee.example -AllSipDomain -KeySize 2048 }
        Check = { Request-CsCertificate -List }
        Once = $True
        Digest = '8d208bb026c76ab54ebe1c3494fd108e6fee5d0b09ab12a32b160f3a04e0d0a1'
    }
}

# On fe2.corp.fourthcoffee.example
if ($Server -eq 'fe2.corp.fourthcoffee.example') {

    # On every Front End Server and Director, `Request-CsCertificate` requests certificates that also have the Autodiscover names (M-113, M-115, M-116).
    # M-089, M-092, M-105, M-106, M-107, M-108, M-109, M-111, M-112, M-113, M-114, M-115, M-116, M-117, M-118, M-121, M-122, M-290, M-291 <- certificates.existing, certificates.front_end, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, certificates.wildcards, mobility.autodiscover, sites[Harbour].front_end_pools[pool.corp.fourthcoffee.example].servers[fe2.corp.fourthcoffee.example].fqdn
    # The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
    # If you add `-FriendlyName`, that name must be the only one of its kind in the computer's store (M-109). Auto-enrolment is supported for this server too (M-110).
    Add-Step @{
        Do = { Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA 'ca01.corp.fourthcoffee.example\Fourth Coffee Root' -ComputerFqdn fe2.corp.fourthcoffee.example -AllSipDomain -KeySize 2048 }
        Check = { Request-CsCertificate -List }
        Once = $True
        Digest = '7ed93fd35ab8f5c8ffa093992942b507606a7ad3cef28ac242e54fafe7b137cf'
    }
}

# On edge1.corp.fourthcoffee.example
if ($Server -eq 'edge1.corp.fourthcoffee.example') {

    # On the first Edge Server of each pool, `Request-CsCertificate` writes the request for the public authority into a file (M-117, E-174).
    # E-170, E-171, E-174, E-175, M-107, M-108, M-110, M-111, M-114, M-117, M-122, M-290 <- certificates.existing, certificates.key, certificates.keys_made, certificates.public_ca, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.state, domains.sip, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].access.fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers[edge1.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].web_conferencing.fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].xmpp
    # Send `C:\edge.corp.fourthcoffee.example-external.req` to the public authority, and import its answer on this server, which holds the key.
    Add-Step @{
        Do = { Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Output C:\edge.corp.fourthcoffee.example-external.req -ComputerFqdn edge1.corp.fourthcoffee.example -DomainName 'conf.fourthcoffee.example, sip.coffee.example' -KeySize 2048 }
        Check = { Request-CsCertificate -List }
        Once = $True
        Digest = 'f2d687de09a8c02520b640ac46cd1dd2dff0b1c0e5d0c94c01cd1635e9891ac2'
    }

    # On the first Edge Server of each pool, `Request-CsCertificate` requests the certificate of the internal side (M-117, E-173, E-174).
    # E-173, E-174, E-175, M-105, M-106, M-107, M-108, M-110, M-111, M-117, M-122 <- certificates.existing, certificates.internal_ca, certificates.key, certificates.keys_made, certificates.subject.country, certificates.subject.locality, certificates.subject.organization, certificates.subject.organizational_unit, certificates.subject.state, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].fqdn, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers, sites[Harbour].edge_pools[edge.corp.fourthcoffee.example].servers[edge1.corp.fourthcoffee.example].fqdn
    # Edge Servers have no auto-enrolment (E-175). If this one does not reach the CA, write `-Output <file>` in place of `-CA` (M-117), and take the file there.
    # The CA must sign with SHA-2 and without RSASSA-PSS, for server authentication and with a CRL distribution point (M-105, M-106).
    Add-Step @{
        Do = { Request-CsCertificate -New -Type Internal -CA 'ca01.corp.fourthcoffee.example\Fourth Coffee Root' -ComputerFqdn edge1.corp.fourthcoffee.example -KeySize 2048 }
        Check = { Request-CsCertificate -List }
        Once = $True
        Digest = '5b30d99124021db2512c9a9ae629ede996775c49912fa9ab760153774eaae54e'
    }
}

if ($Undo) {
    $Records = @(Get-Record)
    if ($Records.Count -eq 0) {
        Write-Warning ('Nothing is recorded. Run this on the server where the script ran, or give -StatePath. Looked for:' + ' ' + $StatePath)
        exit 1
    }
    [array]::Reverse($Records)
    $Failed = 0
    foreach ($Record in $Records) {
        # What cannot be taken back does not keep older records from it; its record stays.
        try {
            Undo-Record $Record
        } catch {
            $Failed++
            Write-Warning ($Record.Line + ': ' + $_)
        }
    }
    if ($Failed -gt 0) {
        Write-Warning ('Failed:' + ' ' + $Failed)
        exit 1
    }
    if (-not $WhatIfPreference) {
        Write-Host 'Everything that was recorded is taken back.'
    }
    return
}
foreach ($Step in $Steps) {
    Invoke-Step $Step
}
