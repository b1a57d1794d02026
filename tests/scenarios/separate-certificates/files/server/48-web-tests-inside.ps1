# Trey Research: Ask the web from inside
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# It may be run again: what is as wanted already is left alone. With -Undo it takes back, in reverse order, what it did itself.
# Check: every request is answered as its remarks say (M-262).
[CmdletBinding(SupportsShouldProcess)]
param(
    # Take back what this script did on this server.
    [switch] $Undo,
    # The file that keeps what was there before each change: beside the script, unless told otherwise. Secrets never get there.
    [string] $StatePath
)
$ErrorActionPreference = 'Stop'
$Server = [System.Net.Dns]::GetHostEntry('').HostName
if (-not $StatePath) {
    $StatePath = Join-Path -Path $PSScriptRoot -ChildPath ('48-web-tests-inside.' + $Server + '.state.xml')
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
        @((Import-Clixml -Path $StatePath).Records)
    }
}

# Records what is there before a step changes it.
function Add-Record($Step, $Things, $Faults) {
    $Old = @(foreach ($Thing in $Things) {
        $Kept = @{}
        foreach ($Name in $Step.Keeps) {
            $Value = $Thing.$Name
            if ($null -ne $Value -and $Value -isnot [bool]) {
                $Value = ([string] $Value) -replace '^Tag:'
            }
            $Kept[$Name] = $Value
        }
        [pscustomobject] $Kept
    })
    $Record = [pscustomobject] @{ Line = (Get-Line $Step); Time = (Get-Date -Format s); Old = $Old; Faults = $Faults }
    Save-Record (@(Get-Record) + $Record)
}

# Writes the records.
function Save-Record($Records) {
    Export-Clixml -Path $StatePath -InputObject ([pscustomobject] @{ Records = @($Records) }) -Depth 9 -Encoding UTF8
}

# Looks, carries a step out unless it is done already, and looks again.
function Invoke-Step($Step) {
    $Line = Get-Line $Step
    Write-Host $Line
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
        if ($Step.Makes -and $Things.Count -gt 0 -and -not ($Step.Clear -and $Replace)) {
            throw ('Something else is there already. Decide which of both is right before you go on:' + ' ' + $Line + ': ' + ($Faults -join ', '))
        }
    }
    if ($Step.Once -and @(Get-Record | Where-Object -FilterScript { $_.Line -eq $Line }).Count -gt 0) {
        Write-Host ('    ' + 'Already done, as this file tells:' + ' ' + $StatePath)
        Invoke-Check $Step
        return
    }
    if (-not $PSCmdlet.ShouldProcess($Server, $Line)) {
        return
    }
    if ($Step.Undo -or $Step.Restore) {
        Add-Record $Step $Things $Faults
    }
    if ($Step.Makes -and $Things.Count -gt 0) {
        $Others = $Things
        & $Step.Clear
    }
    Invoke-Line $Step
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
        if ($Step.Test -and $Answer.Result -and [string] $Answer.Result -ne 'Success') {
            throw ('The test did not succeed.' + ' ' + $Answer.Error)
        }
        $Answer | Select-Object -Property StatusCode, Content | Out-Host
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
    $Step = $Steps | Where-Object -FilterScript { (Get-Line $_) -eq $Record.Line } | Select-Object -First 1
    if (-not $Step) {
        throw ('The record speaks of a line that this script does not have. Take it back with the script that made the record:' + ' ' + $Record.Line)
    }
    $Back = @(@($Step.Undo, $Step.Restore) | Where-Object -FilterScript { $_ } | ForEach-Object -Process { $_.ToString().Trim() })
    if (-not $PSCmdlet.ShouldProcess($Server, ($Back -join '; '))) {
        return
    }
    Write-Host ($Record.Line + ' <- ' + ($Back -join '; '))
    # What was never made, or is gone already, is not taken away again.
    if ($Step.Undo -and (-not $Step.Get -or @(Get-Found $Step).Count -gt 0)) {
        & $Step.Undo
    }
    if ($Step.Restore) {
        foreach ($Old in @($Record.Old)) {
            & $Step.Restore
        }
    }
    foreach ($Choice in @($Step.Names | Where-Object -FilterScript { $Record.Faults -contains $_ })) {
        Write-Warning ('The record cannot tell what was chosen instead of this before; it stays:' + ' ' + $Choice)
    }
    if (-not $Step.Undo -and ($Step.Once -or @($Record.Old).Count -eq 0)) {
        Write-Warning ('Nothing takes this back:' + ' ' + $Record.Line)
    }
    $Left = @(Get-Record)
    Save-Record @($Left | Select-Object -First ($Left.Count - 1))
}

foreach ($Name in @('Invoke-WebRequest')) {
    if (-not (Get-Command -Name $Name -ErrorAction SilentlyContinue)) {
        throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' ' + $Name)
    }
}
[System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12

# a computer inside

# From inside, the name `lyncdiscoverinternal` of every SIP domain answers (M-262).
# M-027, M-041, M-044, M-262, M-264, M-265, M-292 <- domains.sip, mobility.autodiscover
# The right answer has the status 200 and links with the tokens User and Domain; AccessLocation says where the client is (M-264, M-265).
Add-Step @{
    Do = { Invoke-WebRequest -Uri 'https://lyncdiscoverinternal.trey.example/' -UseBasicParsing }
}
Add-Step @{
    Do = { Invoke-WebRequest -Uri 'https://lyncdiscoverinternal.treyresearch.example/' -UseBasicParsing }
}

# From inside, the Mobility Service of every Front End pool answers (M-269).
# M-003, M-006, M-054, M-174, M-269 <- clients.lync_2010_mobile, servers.version, sites[Lab].front_end_pools[pool.treyresearch.example].fqdn
Add-Step @{
    Do = { Invoke-WebRequest -Uri https://pool.treyresearch.example/mcx/mcxservice.svc -UseBasicParsing }
}

if ($Undo) {
    $Records = @(Get-Record)
    [array]::Reverse($Records)
    foreach ($Record in $Records) {
        Undo-Record $Record
    }
    if (-not $WhatIfPreference) {
        Write-Host 'Everything that was recorded is taken back.'
    }
    return
}
$Failed = 0
foreach ($Step in $Steps) {
    try {
        Invoke-Step $Step
    } catch {
        $Failed++
        Write-Warning ([string] $_)
    }
}
if ($Failed -gt 0) {
    Write-Warning ('Failed:' + ' ' + $Failed)
    exit 1
}
