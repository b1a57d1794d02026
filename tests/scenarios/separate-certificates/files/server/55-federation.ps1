# Trey Research: Set federation at the Access Edge
# Run it with -WhatIf first: nothing is changed then.
# Check: `Get-CsAccessEdgeConfiguration` shows what the command has set (M-206).
[CmdletBinding(SupportsShouldProcess)]
param(
)
$ErrorActionPreference = 'Stop'

# any Front End Server

# `Set-CsAccessEdgeConfiguration` sets federation for push, partners and hybrid deployments in one line (M-206, M-211, E-190).
# E-190, E-191, E-194, E-197, M-197, M-204, M-206, M-211 <- clients.lync_2010_mobile, mobility.hybrid, mobility.push.enabled, servers.version, sites, sites[Lab].edge_pools, sites[Lab].edge_pools[edge.treyresearch.example].federation
# Note what `Get-CsAccessEdgeConfiguration` shows before the change: the line that takes it back sets the defaults of the product, not what you had (E-191).
# Partner discovery stays off, so that the SRV record of federation does not make your domains known to other partners (M-211).
Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True -EnablePartnerDiscovery $False -UseDnsSrvRouting
# Check: Get-CsAccessEdgeConfiguration
# Undo: Set-CsAccessEdgeConfiguration -AllowFederatedUsers $False -EnablePartnerDiscovery $False -UseDnsSrvRouting
