# Litware mobility: Ask the web from inside
# Run it with -WhatIf first: every line is shown, and nothing is changed then.
# Check: every request is answered as its remarks say (M-262).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'
$Server = [System.Net.Dns]::GetHostEntry('').HostName
$Steps = New-Object -TypeName System.Collections.ArrayList

# Steps are collected first and carried out at the end. Each has the line to do and, where there is something to see: what prints it, which of it is meant, what it is like afterwards, what is kept of it, and what takes it back.
function Add-Step($Step) {
    [void] $Steps.Add($Step)
}

# The line of a step as text.
function Get-Line($Step) {
    $Step.Do.ToString().Trim()
}

# Carries a test out.
function Invoke-Step($Step) {
    $Line = Get-Line $Step
    Write-Host $Line
    if ($PSCmdlet.ShouldProcess($Server, $Line)) {
        Invoke-Line $Step
    }
}

# Whether an answer has all links of one of these choices (M-263 to M-265).
function Test-Answer($Answer, $Choices) {
    $Content = $Answer.Content
    if ($Content -is [byte[]]) {
        $Content = [System.Text.Encoding]::UTF8.GetString($Content)
    }
    foreach ($Choice in $Choices) {
        if (@($Choice -split ' ' | Where-Object -FilterScript { $Content -notmatch ('"?token"?\s*[:=]\s*"' + $_ + '"') }).Count -eq 0) {
            return $True
        }
    }
    $False
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
        $Answer | Format-List -Property StatusCode, Content | Out-Host
        if ($Step.Links -and -not (Test-Answer $Answer $Step.Links)) {
            throw ('The answer is not that of Autodiscover. It lacks the links' + ' ' + ($Step.Links -join ' / '))
        }
    }
}

foreach ($Name in @('Invoke-WebRequest')) {
    if (-not (Get-Command -Name $Name -ErrorAction SilentlyContinue)) {
        throw ('Use the management shell on a machine that has it. This cmdlet is missing:' + ' ' + $Name)
    }
}
if ([int] [System.Net.ServicePointManager]::SecurityProtocol -ne 0) {
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
}

# a computer inside

# From inside, the name `lyncdiscoverinternal` of every SIP domain answers (M-262).
# M-027, M-041, M-044, M-262, M-264, M-265, M-292 <- domains.sip, mobility.autodiscover
# The right answer has the status 200 and links with the tokens User and Domain; AccessLocation says where the client is (M-264, M-265).
Add-Step @{
    Do = { Invoke-WebRequest -Uri https://lyncdiscoverinternal.litware.example/ -UseBasicParsing }
    Links = @('Redirect', 'User Domain')
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
