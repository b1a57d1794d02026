# Woodgrove mobility: Assign certificates
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# It may be run again: what is as wanted already is left alone. With -Undo it takes back, in reverse order, what it did itself.
# Check: the site Lync Server External Web Site binds https to its listening port with the new thumbprint (M-272).
[CmdletBinding(SupportsShouldProcess)]
param(
    # The thumbprint of a certificate in the computer's own store, where this server is to have it.
    [string] $NewEdgeExternalThumbprint,
    # The thumbprint of a certificate in the computer's own store, where this server is to have it.
    [string] $NewEdgeInternalThumbprint,
    # The thumbprint of a certificate in the computer's own store, where this server is to have it.
    [string] $NewThumbprint,
    # Take back what this script did on this server.
    [switch] $Undo,
    # The file that keeps what was there before each change: beside the script, unless told otherwise. Secrets never get there. Undoing runs the lines in it, so keep it where only administrators write.
    [string] $StatePath
)
$ErrorActionPreference = 'Stop'
$Server = [System.Net.Dns]::GetHostEntry('').HostName
if (-not $StatePath) {
    $StatePath = Join-Path -Path $PSScriptRoot -ChildPath ('25-certificate-assignments.' + $Server + '.state.xml')
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

# The planned names that a certificate lacks.
function Get-Missing($Certificate, $Names) {
    $Has = @{}
    foreach ($Name in $Certificate.DnsNameList) {
        $Has[[string] $Name.Unicode] = $True
        $Has[[string] $Name.Punycode] = $True
    }
    foreach ($Name in $Names) {
        # A wildcard stands for one label (M-088).
        if (-not $Has[$Name] -and -not $Has['*.' + ($Name -split '\.', 2)[1]]) {
            $Name
        }
    }
}

# A thumbprint without what the certificate console copies along. Its certificate must be here, with its key, and not expired.
function Get-Thumbprint($Name, $Value, $Names) {
    $Bare = $Value -replace '[^0-9A-Fa-f]'
    if (-not $Bare) {
        throw ('This server needs the thumbprint of its certificate:' + ' -' + $Name)
    }
    $Certificate = Get-ChildItem -Path Cert:\LocalMachine\My | Where-Object -FilterScript { $_.Thumbprint -eq $Bare }
    if (-not $Certificate -or -not $Certificate.HasPrivateKey -or $Certificate.NotAfter -lt (Get-Date)) {
        throw ('There is no certificate with this thumbprint in Cert:\LocalMachine\My that has its key and has not expired:' + ' ' + $Bare)
    }
    $Missing = @(Get-Missing $Certificate $Names)
    if ($Missing.Count -gt 0) {
        throw ('The certificate lacks names of the plan:' + ' ' + $Bare + ': ' + ($Missing -join ', '))
    }
    $Bare
}

foreach ($Name in @('Get-CsCertificate', 'Set-CsCertificate')) {
    if (-not (Get-Command -Name $Name -ErrorAction SilentlyContinue)) {
        throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' ' + $Name)
    }
}
$Planned = @('lab.ad.woodgrove.example', 'n-edge1.ad.woodgrove.example', 'n-fe1.ad.woodgrove.example', 'n-fe2.ad.woodgrove.example', 's-dir1.ad.woodgrove.example', 's-fe1.ad.woodgrove.example', 's-fe2.ad.woodgrove.example')
if ($Planned -notcontains $Server) {
    throw ('This computer is not among the servers that this script is for:' + ' ' + $Server + ': ' + ($Planned -join ', '))
}
# The names that several certificates have.
$Shared = @{
    0 = @('admin.woodgrove.example', 'dialin.woodgrove.example', 'lyncdiscover.woodgrove.example', 'lyncdiscover.woodgrovebank.example', 'lyncdiscoverinternal.woodgrove.example', 'lyncdiscoverinternal.woodgrovebank.example', 'meet.woodgrove.example', 'meet.woodgrovebank.example', 'sip.woodgrove.example', 'sip.woodgrovebank.example')
    1 = @('admin.woodgrove.example', 'dialin.woodgrove.example', 'lyncdiscover.woodgrove.example', 'lyncdiscover.woodgrovebank.example', 'lyncdiscoverinternal.woodgrove.example', 'lyncdiscoverinternal.woodgrovebank.example', 'meet.woodgrove.example', 'meet.woodgrovebank.example')
}

# On lab.ad.woodgrove.example
if ($Server -eq 'lab.ad.woodgrove.example') {
    if (-not $Undo -and -not $WhatIfPreference) {
        $NewThumbprint = Get-Thumbprint 'NewThumbprint' $NewThumbprint (@('lab.ad.woodgrove.example', 'lab.woodgrove.example') + $Shared[0])
    }

    # On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
    # M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.existing, certificates.front_end, certificates.keys_made, sites[North].front_end_pools[lab.ad.woodgrove.example].servers[lab.ad.woodgrove.example].fqdn
    # The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
    # Undo by hand: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
    Add-Step @{
        Do = { Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint }
        Get = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
        Which = @{  }
        Is = @{ Thumbprint = $NewThumbprint }; Holds = @{  }; Names = @()
        Uses = @('Default', 'WebServicesInternal', 'WebServicesExternal')
        Makes = $False; Many = $False
        Keeps = @('Thumbprint', 'Use')
        Restore = { Set-CsCertificate -Type $Old.Use -Thumbprint $Old.Thumbprint }
        Check = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
    }
}

# On n-fe1.ad.woodgrove.example
if ($Server -eq 'n-fe1.ad.woodgrove.example') {
    if (-not $Undo -and -not $WhatIfPreference) {
        $NewThumbprint = Get-Thumbprint 'NewThumbprint' $NewThumbprint (@('n-fe1.ad.woodgrove.example', 'n-web.ad.woodgrove.example', 'n-web.woodgrove.example', 'north.ad.woodgrove.example') + $Shared[0])
    }

    # On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
    # M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.existing, certificates.front_end, certificates.keys_made, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe1.ad.woodgrove.example].fqdn
    # The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
    # Undo by hand: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
    Add-Step @{
        Do = { Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint }
        Get = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
        Which = @{  }
        Is = @{ Thumbprint = $NewThumbprint }; Holds = @{  }; Names = @()
        Uses = @('Default', 'WebServicesInternal', 'WebServicesExternal')
        Makes = $False; Many = $False
        Keeps = @('Thumbprint', 'Use')
        Restore = { Set-CsCertificate -Type $Old.Use -Thumbprint $Old.Thumbprint }
        Check = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
    }
}

# On n-fe2.ad.woodgrove.example
if ($Server -eq 'n-fe2.ad.woodgrove.example') {
    if (-not $Undo -and -not $WhatIfPreference) {
        $NewThumbprint = Get-Thumbprint 'NewThumbprint' $NewThumbprint (@('n-fe2.ad.woodgrove.example', 'n-web.ad.woodgrove.example', 'n-web.woodgrove.example', 'north.ad.woodgrove.example') + $Shared[0])
    }

    # On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
    # M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.existing, certificates.front_end, certificates.keys_made, sites[North].front_end_pools[north.ad.woodgrove.example].servers[n-fe2.ad.woodgrove.example].fqdn
    # The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
    # Undo by hand: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
    Add-Step @{
        Do = { Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint }
        Get = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
        Which = @{  }
        Is = @{ Thumbprint = $NewThumbprint }; Holds = @{  }; Names = @()
        Uses = @('Default', 'WebServicesInternal', 'WebServicesExternal')
        Makes = $False; Many = $False
        Keeps = @('Thumbprint', 'Use')
        Restore = { Set-CsCertificate -Type $Old.Use -Thumbprint $Old.Thumbprint }
        Check = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
    }
}

# On s-dir1.ad.woodgrove.example
if ($Server -eq 's-dir1.ad.woodgrove.example') {
    if (-not $Undo -and -not $WhatIfPreference) {
        $NewThumbprint = Get-Thumbprint 'NewThumbprint' $NewThumbprint (@('s-dir.ad.woodgrove.example', 's-dir1.ad.woodgrove.example', 's-dirweb.ad.woodgrove.example', 's-dirweb.woodgrove.example') + $Shared[1])
    }

    # On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
    # M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.existing, certificates.front_end, certificates.keys_made, sites[South].director_pools[s-dir.ad.woodgrove.example].servers[s-dir1.ad.woodgrove.example].fqdn
    # The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
    # Undo by hand: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
    Add-Step @{
        Do = { Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint }
        Get = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
        Which = @{  }
        Is = @{ Thumbprint = $NewThumbprint }; Holds = @{  }; Names = @()
        Uses = @('Default', 'WebServicesInternal', 'WebServicesExternal')
        Makes = $False; Many = $False
        Keeps = @('Thumbprint', 'Use')
        Restore = { Set-CsCertificate -Type $Old.Use -Thumbprint $Old.Thumbprint }
        Check = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
    }
}

# On s-fe1.ad.woodgrove.example
if ($Server -eq 's-fe1.ad.woodgrove.example') {
    if (-not $Undo -and -not $WhatIfPreference) {
        $NewThumbprint = Get-Thumbprint 'NewThumbprint' $NewThumbprint (@('s-fe1.ad.woodgrove.example', 's-web.ad.woodgrove.example', 's-web.woodgrove.example', 'south.ad.woodgrove.example') + $Shared[0])
    }

    # On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
    # M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.existing, certificates.front_end, certificates.keys_made, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe1.ad.woodgrove.example].fqdn
    # The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
    # Undo by hand: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
    Add-Step @{
        Do = { Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint }
        Get = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
        Which = @{  }
        Is = @{ Thumbprint = $NewThumbprint }; Holds = @{  }; Names = @()
        Uses = @('Default', 'WebServicesInternal', 'WebServicesExternal')
        Makes = $False; Many = $False
        Keeps = @('Thumbprint', 'Use')
        Restore = { Set-CsCertificate -Type $Old.Use -Thumbprint $Old.Thumbprint }
        Check = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
    }
}

# On s-fe2.ad.woodgrove.example
if ($Server -eq 's-fe2.ad.woodgrove.example') {
    if (-not $Undo -and -not $WhatIfPreference) {
        $NewThumbprint = Get-Thumbprint 'NewThumbprint' $NewThumbprint (@('s-fe2.ad.woodgrove.example', 's-web.ad.woodgrove.example', 's-web.woodgrove.example', 'south.ad.woodgrove.example') + $Shared[0])
    }

    # On every Front End Server and Director, `Set-CsCertificate` assigns the new certificates to their uses (M-119, M-120, M-121).
    # M-089, M-112, M-119, M-120, M-121, M-272 <- certificates.existing, certificates.front_end, certificates.keys_made, sites[South].front_end_pools[south.ad.woodgrove.example].servers[s-fe2.ad.woodgrove.example].fqdn
    # The thumbprints are yours to fill, and each server has its own. Before the change, `Get-CsCertificate` prints the old one (M-112); the new one is that of the certificate which was just issued for this server and use.
    # Undo by hand: Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $OldThumbprint
    Add-Step @{
        Do = { Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $NewThumbprint }
        Get = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
        Which = @{  }
        Is = @{ Thumbprint = $NewThumbprint }; Holds = @{  }; Names = @()
        Uses = @('Default', 'WebServicesInternal', 'WebServicesExternal')
        Makes = $False; Many = $False
        Keeps = @('Thumbprint', 'Use')
        Restore = { Set-CsCertificate -Type $Old.Use -Thumbprint $Old.Thumbprint }
        Check = { Get-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal }
    }
}

# On n-edge1.ad.woodgrove.example
if ($Server -eq 'n-edge1.ad.woodgrove.example') {
    if (-not $Undo -and -not $WhatIfPreference) {
        $NewEdgeExternalThumbprint = Get-Thumbprint 'NewEdgeExternalThumbprint' $NewEdgeExternalThumbprint (@('conf.woodgrove.example', 'sip.woodgrove.example', 'sip.woodgrovebank.example'))
        $NewEdgeInternalThumbprint = Get-Thumbprint 'NewEdgeInternalThumbprint' $NewEdgeInternalThumbprint (@('n-edge.ad.woodgrove.example'))
    }

    # On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
    # E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.existing, certificates.keys_made, sites[North].edge_pools[n-edge.ad.woodgrove.example].access.fqdn, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].fqdn
    # The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
    # Undo by hand: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $OldEdgeExternalThumbprint
    Add-Step @{
        Do = { Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $NewEdgeExternalThumbprint }
        Get = { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication }
        Which = @{  }
        Is = @{ Thumbprint = $NewEdgeExternalThumbprint }; Holds = @{  }; Names = @()
        Uses = @('AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication')
        Makes = $False; Many = $False
        Keeps = @('Thumbprint', 'Use')
        Restore = { Set-CsCertificate -Type $Old.Use -Thumbprint $Old.Thumbprint }
        Check = { Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication }
    }

    # On every Edge Server, `Set-CsCertificate` assigns the external and the internal certificate (M-119, E-170, E-174).
    # E-170, E-174, M-111, M-112, M-119, M-120 <- certificates.existing, certificates.keys_made, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers, sites[North].edge_pools[n-edge.ad.woodgrove.example].servers[n-edge1.ad.woodgrove.example].fqdn
    # The thumbprints are yours to fill, and they are the same on every Edge Server of the pool (E-170). Before the change, `Get-CsCertificate` prints the old ones (M-112).
    # Undo by hand: Set-CsCertificate -Type Internal -Thumbprint $OldEdgeInternalThumbprint
    Add-Step @{
        Do = { Set-CsCertificate -Type Internal -Thumbprint $NewEdgeInternalThumbprint }
        Get = { Get-CsCertificate -Type Internal }
        Which = @{  }
        Is = @{ Thumbprint = $NewEdgeInternalThumbprint }; Holds = @{  }; Names = @()
        Uses = @('Internal')
        Makes = $False; Many = $False
        Keeps = @('Thumbprint', 'Use')
        Restore = { Set-CsCertificate -Type $Old.Use -Thumbprint $Old.Thumbprint }
        Check = { Get-CsCertificate -Type Internal }
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
