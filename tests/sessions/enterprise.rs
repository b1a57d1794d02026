//! From nothing to two SIP domains on an Enterprise pool: how many keys that takes beside the names.

use crate::common::Desk;
use crate::stage::{Look, SMALL, Scene};

/// What somebody does who knows the names: keys, and a name or an address that is typed behind them.
const SCRIPT: &[(&str, &str)] = &[
    ("<Enter><C-u>", "enterprise/plan.yaml"),
    ("<Enter>", "2027-02-01"),
    ("<Enter>/sip<Enter>", "fabrikam.example"),
    ("<Enter>", "contoso.example"),
    ("<Enter><Enter>", "corp.fabrikam.example"),
    ("<Enter>/sites<Enter>", "Main"),
    // The pool, its three servers from a spreadsheet, and its names on the web.
    ("<Enter><Enter>", "pool01.corp.fabrikam.example"),
    ("<Enter><Enter>", "10.0.0.20"),
    ("<Enter><Enter>", SERVERS),
    // The only balancer and proxy of the site serve it. Its name outside:
    ("<Enter><Enter><Enter><Enter><Enter><Enter>", "web01.fabrikam.example"),
    // The Edge, with its three services.
    ("<Enter><Esc><Esc><Enter>", "edge01.corp.fabrikam.example"),
    ("<Enter>", "edge01.corp.fabrikam.example"),
    ("<Enter>", "10.0.1.11"),
    ("<Enter><Enter><Enter><Right><Right><Right><Right><Right>", "sip.fabrikam.example"),
    ("<Enter>", "203.0.113.11"),
    ("<Enter><Enter>", "webconf.fabrikam.example"),
    ("<Enter>", "203.0.113.12"),
    ("<Enter><Enter>", "av.fabrikam.example"),
    ("<Enter>", "203.0.113.13"),
    // The reverse proxy, the load balancer, and the files.
    ("<Enter><Esc><Esc><Enter>", "rp01"),
    ("<Enter><Up><Enter>", "203.0.113.20"),
    ("<Enter><Enter><Enter>", "10.0.1.20"),
    ("<Enter><Esc>/sites[Main].load_balancers<Enter>", "lb01"),
    ("<Enter><Enter><C-s><Esc>4g", ""),
];

const SERVERS: &str = "fe01.corp.fabrikam.example\t10.0.0.11\nfe02.corp.fabrikam.example\t10.0.0.12\nfe03.corp.fabrikam.example\t10.0.0.13";

/// No more keys than this, names and addresses apart.
const MOST: usize = 149;

#[test]
fn two_domains_on_an_enterprise_pool_take_few_keys() {
    let scene = Scene::new("enterprise");
    let mut stage = scene.open(None, SMALL, Look::Colour);
    for (keys, name) in SCRIPT {
        stage.keys(keys);
        if name.contains('\t') {
            stage.paste(name);
        } else {
            stage.name(name);
        }
        if std::env::var_os("UCPLAN_LOOK").is_some() {
            println!("{keys} {name}\n{}", stage.text());
        }
    }
    println!("{} keys, names apart, to two domains on an Enterprise pool", stage.pressed);
    assert!(stage.pressed <= MOST, "{} keys", stage.pressed);
    let desk = Desk::with_sample("two-domains");
    desk.write("plan.yaml", &scene.read("plan.yaml"));
    desk.run(&["check", "plan.yaml"]).with(0);
    let manifest = scene.read("ucplan-artifacts/MANIFEST.json");
    assert!(manifest.contains("contoso.example") && manifest.contains("nginx.conf"), "{manifest}");
}
