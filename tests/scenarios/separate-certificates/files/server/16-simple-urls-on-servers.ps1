# Trey Research: Take the simple URLs in on every server
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# It may be run again: what is as wanted already is left alone. With -Undo it takes back, in reverse order, what it did itself.
# Check: `Enable-CsComputer` ends without an error on every server (M-078).
[CmdletBinding(SupportsShouldProcess)]
param(
    # Take back what this script did on this server.
    [switch] $Undo,
    # The file that keeps what was there before each change: beside the script, unless told otherwise. Secrets never get there. Undoing runs the lines in it, so keep it where only administrators write.
    [string] $StatePath
)
$ErrorActionPreference = 'Stop'
$Server = [System.Net.Dns]::GetHostEntry('').HostName
if (-not $StatePath) {
    $StatePath = Join-Path -Path $PSScriptRoot -ChildPath ('16-simple-urls-on-servers.' + $Server + '.state.xml')
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

foreach ($Name in @('Enable-CsComputer')) {
    if (-not (Get-Command -Name $Name -ErrorAction SilentlyContinue)) {
        throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' ' + $Name)
    }
}
$Planned = @('dir1.treyresearch.example', 'fe1.treyresearch.example', 'fe2.treyresearch.example')
if ($Planned -notcontains $Server) {
    throw ('This computer is not among the servers that this script is for:' + ' ' + $Server + ': ' + ($Planned -join ', '))
}

# On dir1.treyresearch.example
if ($Server -eq 'dir1.treyresearch.example') {

    # `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
    # E-216, M-078 <- sites[Lab].director_pools[dir.treyresearch.example].servers[dir1.treyresearch.example].fqdn
    Add-Step @{
        Do = { Enable-CsComputer }
    }
}

# On fe1.treyresearch.example
if ($Server -eq 'fe1.treyresearch.example') {

    # `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
    # E-216, M-078 <- sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe1.treyresearch.example].fqdn
    Add-Step @{
        Do = { Enable-CsComputer }
    }
}

# On fe2.treyresearch.example
if ($Server -eq 'fe2.treyresearch.example') {

    # `Enable-CsComputer` takes the simple URLs in, on every Director and Front End Server (M-078, E-216).
    # E-216, M-078 <- sites[Lab].front_end_pools[pool.treyresearch.example].servers[fe2.treyresearch.example].fqdn
    Add-Step @{
        Do = { Enable-CsComputer }
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
