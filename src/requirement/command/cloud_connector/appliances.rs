//! The hosts of the appliances, one after the other: the first one of a site alone, each further one beside those that are
//! there (C-230, C-231).

use super::{deployed, on_host};
use crate::catalog::cloud_commands;
use crate::plan::{Because, GatewayProtocol, PstnSite};
use crate::requirement::command::{Call, Command, Place, Stage, Value, add};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::ObjectName;

/// The rules of this file, in the order of work on one host.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[
    DIRECTORIES,
    EDGE_CERTIFICATE,
    GATEWAY_CHAIN,
    SAMPLE,
    IMAGE,
    EXECUTION_POLICY,
    REGISTER,
    PUBLISH,
    INSTALL,
    ROOT_CERTIFICATE,
];

/// What is done on a host, in the order of work; other hosts do their part between [`Act::Register`] and [`Act::Install`].
#[derive(Clone, Copy)]
enum Act {
    Directories,
    EdgeCertificate,
    GatewayChain,
    Sample,
    Image,
    ExecutionPolicy,
    Register,
    Publish,
    Install,
    RootCertificate,
}

/// Where the site and the appliance keep their files.
const DIRECTORIES: Rule<Command> = Rule {
    id: "command-cloud-directories",
    facts: &["C-230", "C-236", "C-237", "C-251", "CD-15"],
    make: |premises, maker| {
        for turn in turns(premises) {
            let mut because = turn.because.clone();
            let share = match because.read(&turn.site.site_directory) {
                Some(share) => Value::Text(share.as_str().into()),
                None => Value::Operator("SiteDirectory"),
            };
            let own = Value::Operator("ApplianceDirectory");
            for (because, cmdlet, path, remark) in [
                (&because, "Set-CcSiteDirectory", share, "remark-cloud-site-directory"),
                (&turn.because, "Set-CcApplianceDirectory", own, "remark-cloud-appliance-directory"),
            ] {
                let call = Call::new(cmdlet).with("Path", path);
                let command = turn.command(Act::Directories, call, None);
                add(maker, because, vec![Message::new(remark)], command);
            }
        }
    },
};

/// The certificate of the Edge outside.
const EDGE_CERTIFICATE: Rule<Command> = Rule {
    id: "command-cloud-edge-certificate",
    facts: &["C-160", "C-166", "C-167"],
    make: |premises, maker| {
        for turn in turns(premises) {
            let call = certificate("EdgeCertificateFile", "EdgeServer");
            let remarks = ["remark-cloud-edge-file", "remark-cloud-renewal"];
            let command = turn.command(Act::EdgeCertificate, call, None);
            add(maker, &turn.because, remarks.map(Message::new).into(), command);
        }
    },
};

/// The chain of the gateways' certificates, where one of the site speaks TLS.
const GATEWAY_CHAIN: Rule<Command> = Rule {
    id: "command-cloud-gateway-chain",
    facts: &["C-168", "C-185", "CD-11"],
    make: |premises, maker| {
        for mut turn in turns(premises) {
            if has_tls(turn.site, &mut turn.because) {
                let call = certificate("GatewayChainFile", "MediationServer");
                let remarks = vec![Message::new("remark-cloud-gateway-chain")];
                let command = turn.command(Act::GatewayChain, call, None);
                add(maker, &turn.because, remarks, command);
            }
        }
    },
};

/// The sample of the release that is installed decides on the form of `CloudConnector.ini`.
const SAMPLE: Rule<Command> = Rule {
    id: "command-cloud-sample",
    facts: &["C-056", "C-230", "C-303", "C-306", "C-351", "C-352", "CD-2", "CD-3", "CD-4"],
    make: |premises, maker| {
        for turn in turns(premises) {
            let call = Call::new("Export-CcConfigurationSampleFile");
            let file = format!("cloud-connector/{}/CloudConnector.ini", turn.host);
            let remarks = vec![
                Message::new("remark-cloud-sample").with("file", file),
                Message::new("remark-cloud-switches")
                    .with("inside", &cloud_commands().corpnet_switch.value)
                    .with("outside", &cloud_commands().internet_switch.value),
            ];
            add(maker, &turn.because, remarks, turn.command(Act::Sample, call, None));
        }
    },
};

/// The software of the site and the disk from which its machines are made: on the first host of a site.
const IMAGE: Rule<Command> = Rule {
    id: "command-cloud-image",
    facts: &["C-051", "C-230", "C-237", "C-350", "CD-10"],
    make: |premises, maker| {
        for turn in firsts(premises) {
            let convert = Call::new("Convert-CcIsoToVhdx").with("IsoFilePath", Value::Operator("IsoFile"));
            let remarks: Vec<Message> = ["remark-cloud-image", "remark-cloud-proxy"].map(Message::new).into();
            for call in [Call::new("Start-CcDownload"), convert] {
                add(maker, &turn.because, remarks.clone(), turn.command(Act::Image, call, None));
            }
        }
    },
};

/// The scripts of the product may run.
const EXECUTION_POLICY: Rule<Command> = Rule {
    id: "command-cloud-execution-policy",
    facts: &["C-057", "C-230"],
    make: |premises, maker| {
        for turn in turns(premises) {
            let call = Call::new("Set-ExecutionPolicy")
                .text("ExecutionPolicy", &cloud_commands().execution_policy.value);
            add(maker, &turn.because, Vec::new(), turn.command(Act::ExecutionPolicy, call, None));
        }
    },
};

/// The tenant learns of the appliance; the first one of a site makes the site.
const REGISTER: Rule<Command> = Rule {
    id: "command-cloud-register",
    facts: &["C-016", "C-057", "C-059", "C-075", "C-076", "C-230", "C-231", "CD-16"],
    make: |premises, maker| {
        for turn in turns(premises) {
            let undo = Call::new("Unregister-CcAppliance");
            let remarks = ["remark-cloud-register", "remark-cloud-passwords", "remark-cloud-console"];
            let command = turn.command(Act::Register, Call::new("Register-CcAppliance"), Some(undo));
            add(maker, &turn.because, remarks.map(Message::new).into(), command);
        }
    },
};

/// The appliances that are there learn of the new one, before it is installed.
const PUBLISH: Rule<Command> = Rule {
    id: "command-cloud-publish",
    facts: &["C-231"],
    make: |premises, maker| {
        for new in turns(premises) {
            for existing in new.site.appliances.iter().take(new.round) {
                let mut because = new.because.clone();
                let host = because.read(&existing.host);
                let remarks = vec![Message::new("remark-cloud-publish").with("host", new.host)];
                let command = new.command(Act::Publish, Call::new("Publish-CcAppliance"), None);
                let place = Place::Appliance(host.clone());
                add(maker, &because, remarks, Command { place, ..command });
            }
        }
    },
};

/// The four machines of the appliance are made.
const INSTALL: Rule<Command> = Rule {
    id: "command-cloud-install",
    facts: &["C-011", "C-060", "C-230", "C-231", "C-233", "C-234", "C-235"],
    make: |premises, maker| {
        for turn in turns(premises) {
            let undo = Call::new("Uninstall-CcAppliance");
            let remarks = ["remark-cloud-install", "remark-cloud-change", "remark-cloud-maintenance"];
            let command = turn.command(Act::Install, Call::new("Install-CcAppliance"), Some(undo));
            add(maker, &turn.because, remarks.map(Message::new).into(), command);
        }
    },
};

/// The root of the appliances' own authority, for gateways that speak TLS: once for each site.
const ROOT_CERTIFICATE: Rule<Command> = Rule {
    id: "command-cloud-root-certificate",
    facts: &["C-185"],
    make: |premises, maker| {
        for mut turn in firsts(premises) {
            if has_tls(turn.site, &mut turn.because) {
                let call = Call::new("Export-CcRootCertificate").with("Path", Value::Operator("RootFolder"));
                let remarks = vec![Message::new("remark-cloud-root-certificate")];
                add(maker, &turn.because, remarks, turn.command(Act::RootCertificate, call, None));
            }
        }
    },
};

/// A host whose turn it is.
struct Turn<'p> {
    site: &'p PstnSite,
    /// Where the site stands among the sites, and the appliance among those of the site.
    at: usize,
    round: usize,
    host: &'p ObjectName,
    because: Because,
}

impl Turn<'_> {
    /// A command of its turn.
    fn command(&self, act: Act, call: Call, undo: Option<Call>) -> Command {
        let mut command = on_host(Stage::Appliances, self.host, call, undo);
        command.turn = [self.at, self.round, act as usize];
        command
    }
}

/// The hosts in the order of work.
fn turns<'p>(premises: &Premises<'p>) -> Vec<Turn<'p>> {
    let mut deploys = Because::default();
    let Some(connector) = deployed(premises, &mut deploys) else { return Vec::new() };
    let of_site = |(at, site): (usize, &'p PstnSite)| {
        let deploys = deploys.clone();
        site.appliances.iter().enumerate().map(move |(round, appliance)| {
            let mut because = deploys.clone();
            let host = because.read(&appliance.host);
            Turn { site, at, round, host, because }
        })
    };
    connector.pstn_sites.iter().enumerate().flat_map(of_site).collect()
}

/// The first host of each site.
fn firsts<'p>(premises: &Premises<'p>) -> impl Iterator<Item = Turn<'p>> {
    turns(premises).into_iter().filter(|turn| turn.round == 0).map(|mut turn| {
        turn.because.read(&turn.site.appliances);
        turn
    })
}

/// Whether a gateway of the site speaks TLS.
fn has_tls(site: &PstnSite, because: &mut Because) -> bool {
    because
        .read(&site.gateways)
        .iter()
        .any(|gateway| *because.read(&gateway.protocol) == GatewayProtocol::Tls)
}

/// The line that says where a file with certificates is.
fn certificate(file: &'static str, target: &str) -> Call {
    Call::new("Set-CcExternalCertificateFilePath").with("Path", Value::Operator(file)).text("Target", target)
}
