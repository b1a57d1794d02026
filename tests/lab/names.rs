//! A real name server that serves exactly the generated zones, each view to those who ask at its address, and the
//! operating system's own resolver set to ask it.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::{texts, tool};
use crate::network::{lay_over, take};
use crate::process::Running;

/// Where a client is.
#[derive(Clone, Copy)]
pub enum Place {
    /// On the Internet.
    Outside,
    /// In the company.
    Inside,
}

/// The name server, and whom the operating system asks.
pub struct Names {
    asked: PathBuf,
    _server: Running,
}

impl Place {
    /// The view that is served there, and the address of its name server.
    fn view(self) -> (&'static str, IpAddr) {
        match self {
            Self::Outside => ("external", Ipv4Addr::new(192, 0, 2, 53).into()),
            Self::Inside => ("internal", Ipv4Addr::new(10, 255, 0, 53).into()),
        }
    }
}

impl Names {
    /// Serves the zones below a folder (`external/ZONE.zone`, `internal/ZONE.zone`).
    #[track_caller]
    pub fn serve(zones: &Path, folder: &Path) -> Self {
        fs::create_dir_all(folder).unwrap();
        let mut listens = Vec::new();
        let mut views = Vec::new();
        for place in [Place::Outside, Place::Inside] {
            let (view, address) = place.view();
            take(address);
            listens.push(SocketAddr::new(address, 53));
            views.push(format!("view {view} {{\n  match-destinations {{ {address}; }};\n"));
            let files = texts(&zones.join(view), ".zone");
            assert!(!files.is_empty(), "no zone for {view}");
            for name in files.keys() {
                let (zone, path) = (name.strip_suffix(".zone").unwrap(), zones.join(view).join(name));
                views.push(format!("  zone \"{zone}\" {{ type primary; file \"{}\"; }};\n", path.display()));
            }
            views.push("};\n".to_owned());
        }
        let listened: Vec<String> = listens.iter().map(|address| format!(" {};", address.ip())).collect();
        let options = format!(
            "options {{ directory \"{}\"; listen-on {{{} }}; listen-on-v6 {{ none; }}; recursion no;\n  \
             pid-file none; dnssec-validation no; notify no; }};\ncontrols {{ }};\n",
            folder.display(),
            listened.concat()
        );
        let file = folder.join("named.conf");
        fs::write(&file, options + &views.concat()).unwrap();
        let mut command = Command::new(tool("named").unwrap());
        command.args(["-g", "-n", "1", "-c"]).arg(&file);
        let server = Running::start(command, folder.join("log"), &listens);
        let asked = folder.join("resolv.conf");
        fs::write(&asked, "").unwrap();
        let order = folder.join("nsswitch.conf");
        fs::write(&order, "hosts: dns\n").unwrap();
        lay_over(&asked, "/etc/resolv.conf");
        lay_over(&order, "/etc/nsswitch.conf");
        let names = Self { asked, _server: server };
        names.are_asked(Place::Outside);
        names
    }

    /// From now on the operating system asks the name server of this place. The file keeps its identity: it lies over the
    /// system's.
    pub fn are_asked(&self, place: Place) {
        let (_, address) = place.view();
        fs::write(&self.asked, format!("nameserver {address}\noptions timeout:2 attempts:2\n")).unwrap();
    }
}
