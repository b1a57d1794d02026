//! The drawing of the topology: everything is on it once, nothing lies over anything else, and no text can break out.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the clock, and fail loudly"
)]

mod common;
#[path = "drawing/companies.rs"]
mod companies;

use std::collections::BTreeSet;

use common::{plans, sample};
use companies::{EXCHANGE, cloud, sites};
use roxmltree::{Document as Xml, Node};
use ucplan::artifact::drawing::{Drawing, Kind, Layout, Nature, PADDING, Style, svg};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::plan::{Document, Plan};
use ucplan::requirement::End;

fn blueprint(text: &str) -> Blueprint {
    Blueprint::of(Plan::read(&Document::parse(text).unwrap(), &Templates::default()).unwrap())
}

fn drawing(blueprint: &Blueprint) -> Drawing {
    Drawing::of(&blueprint.plan, &blueprint.topology, &blueprint.requirements)
}

fn painted(blueprint: &Blueprint) -> String {
    let words = speaker("en").unwrap();
    svg(&blueprint.plan, &blueprint.topology, &blueprint.requirements, &words, None)
}

/// Every plan that is known, and one of many sites.
fn all() -> Vec<(String, Blueprint)> {
    let many = [3, 4, 5, 20].map(|count| (format!("{count} sites"), sites(count, 3)));
    let neighbours = [("exchange".to_owned(), EXCHANGE.to_owned()), ("cloud".to_owned(), cloud(2, 2))];
    let plans = plans().into_iter().chain(many).chain(neighbours);
    plans.map(|(name, text)| (name, blueprint(&text))).collect()
}

#[test]
fn every_flow_is_on_exactly_one_arrow() {
    for (name, blueprint) in all() {
        for drawing in [drawing(&blueprint), drawing(&blueprint).stacked()] {
            for (is_flow, count) in [
                (true, blueprint.requirements.firewall.len()),
                (false, blueprint.requirements.balancing.len()),
            ] {
                let arrows = drawing.arrows.iter();
                let arrows = arrows.filter(|arrow| (arrow.nature != Nature::Balancing) == is_flow);
                let mut rows: Vec<usize> = arrows.flat_map(|arrow| arrow.rows.iter().copied()).collect();
                rows.sort_unstable();
                assert_eq!(rows, (0..count).collect::<Vec<_>>(), "{name}");
            }
        }
    }
}

#[test]
fn every_machine_of_the_topology_has_its_box() {
    for (name, blueprint) in all() {
        let drawing = drawing(&blueprint);
        let topology = &blueprint.topology;
        let mut wanted: BTreeSet<(Kind, String)> = BTreeSet::new();
        for pool in &topology.pools {
            let kind = match End::of(pool, &mut ucplan::plan::Because::default()) {
                End::Director(_) => Kind::Director,
                _ => Kind::FrontEnd,
            };
            wanted.insert((kind, pool.fqdn.given().value().to_string()));
        }
        let named = |kind: Kind, name: &dyn std::fmt::Display| (kind, name.to_string());
        wanted.extend(topology.proxies.iter().map(|one| named(Kind::ReverseProxy, one.name.given().value())));
        wanted.extend(topology.edges.iter().map(|one| named(Kind::Edge, one.pool.fqdn.given().value())));
        wanted.extend(
            topology.offices.iter().map(|one| named(Kind::OfficeWebApps, one.server.fqdn.given().value())),
        );
        wanted.extend(
            topology
                .branches
                .iter()
                .map(|one| named(Kind::SurvivableBranch, one.appliance.fqdn.given().value())),
        );
        for site in &blueprint.plan.sites {
            wanted.extend(
                site.load_balancers.iter().map(|one| named(Kind::LoadBalancer, one.name.given().value())),
            );
            wanted.extend(
                site.pstn_gateways.iter().map(|one| named(Kind::PstnGateway, one.fqdn.given().value())),
            );
        }
        let there: Vec<(Kind, String)> =
            drawing.nodes.iter().map(|node| (node.kind, node.name.clone())).collect();
        let unique: BTreeSet<_> = there.iter().cloned().collect();
        assert_eq!(unique.len(), there.len(), "{name}: a box twice");
        assert!(wanted.is_subset(&unique), "{name}: {:?}", wanted.difference(&unique).collect::<Vec<_>>());
        assert!(drawing.arrows.iter().all(|arrow| !arrow.rows.is_empty()), "{name}");
        // Nothing is for one SIP domain: so many domains more, not one box more.
        assert!(there.len() <= wanted.len() + 24, "{name}: {there:?}");
        // What is drawn as one lists what it stands for.
        let stacked = drawing.stacked();
        let told: BTreeSet<String> =
            stacked.nodes.iter().flat_map(|node| node.stacked.iter().chain([&node.name])).cloned().collect();
        assert!(wanted.iter().all(|(_, name)| told.contains(name)), "{name}");
    }
}

#[test]
fn neighbours_stand_on_the_drawing() {
    let exchange = drawing(&blueprint(EXCHANGE));
    let mail = exchange.nodes.iter().find(|node| node.kind == Kind::Exchange).unwrap();
    let names: Vec<&str> = mail.called.iter().map(|called| called.name.as_str()).collect();
    assert_eq!(
        names,
        ["autodiscover.fabrikam.example", "mail01.corp.fabrikam.example", "mail02.corp.fabrikam.example"]
    );
    assert!(exchange.nodes.iter().any(|node| node.kind == Kind::PstnGateway));
    let online = EXCHANGE.replace("  version: exchange-2016", "  exchange: online");
    let online = drawing(&blueprint(&online));
    assert!(online.nodes.iter().any(|node| node.kind == Kind::Office365));
    assert!(!online.nodes.iter().any(|node| node.kind == Kind::Exchange));
    let cloud = drawing(&blueprint(&cloud(2, 2)));
    let count = |kind: Kind| cloud.nodes.iter().filter(|node| node.kind == kind).count();
    assert_eq!([count(Kind::CloudConnector), count(Kind::PstnGateway), count(Kind::Office365)], [2, 2, 1]);
}

#[test]
fn a_box_has_its_rows() {
    let blueprint = blueprint(sample("two-domains"));
    let drawing = drawing(&blueprint);
    let node = |kind: Kind| drawing.nodes.iter().find(|node| node.kind == kind).unwrap();
    let requirements = &blueprint.requirements;
    let proxy = node(Kind::ReverseProxy);
    let names = |kind: Kind| -> Vec<String> {
        let records = node(kind).records.iter().map(|at| &requirements.dns[*at].body);
        records.map(|record| format!("{} {}", record.view.word(), record.name)).collect()
    };
    assert!(names(Kind::ReverseProxy).contains(&"external lyncdiscover.proseware.example".to_owned()));
    assert!(names(Kind::Edge).contains(&"external _sip._tls.proseware.example".to_owned()));
    assert!(
        names(Kind::Director).iter().any(|name| name == "internal lyncdiscoverinternal.proseware.example")
    );
    let ids = |kind: Kind| -> Vec<&str> {
        node(kind).certificates.iter().map(|at| requirements.certificates[*at].body.id.as_str()).collect()
    };
    assert_eq!(ids(Kind::ReverseProxy), ["rp01"]);
    assert!(ids(Kind::FrontEnd).iter().any(|id| id.starts_with("denfe01")));
    assert_eq!(proxy.publishing.len(), requirements.publishing.len());
    // Of many domains every record still finds its box, and none is lost on the way.
    let many = self::blueprint(&sites(1, 200));
    let drawn = self::drawing(&many);
    let records: BTreeSet<usize> = drawn.nodes.iter().flat_map(|node| node.records.iter().copied()).collect();
    assert!(
        records.len() * 10 > many.requirements.dns.len() * 9,
        "{} of {}",
        records.len(),
        many.requirements.dns.len()
    );
}

/// A rectangle: left, top, right, bottom.
type Area = (i32, i32, i32, i32);

fn meet(one: Area, other: Area) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

#[test]
fn nothing_lies_over_anything_else() {
    let words = speaker("en").unwrap();
    for (name, blueprint) in all() {
        let drawing = drawing(&blueprint).stacked();
        let layout = Layout::of(&drawing, &blueprint.requirements, &words);
        let areas: Vec<Area> = layout
            .cards
            .iter()
            .map(|card| (card.x, card.y, card.x + card.width, card.y + card.height))
            .collect();
        for (at, area) in areas.iter().enumerate() {
            assert!(areas[..at].iter().all(|other| !meet(*area, *other)), "{name}: boxes meet");
            let zone = drawing.nodes[layout.cards[at].node].zone;
            let band = layout.bands.iter().find(|band| band.zone == zone).unwrap();
            assert!(band.x <= area.0 && area.2 <= band.x + band.width, "{name}: outside of its zone");
            assert!(layout.top < area.1 && area.3 < layout.bottom && area.2 < layout.width, "{name}");
        }
        for card in &layout.cards {
            let lines: BTreeSet<usize> = card.texts.iter().map(|text| text.line).collect();
            assert_eq!(lines.len(), card.texts.len(), "{name}: two texts in one line");
            for text in &card.texts {
                let width = width_of(&text.words, text.style);
                assert!(width <= card.width - 2 * PADDING, "{name}: {} is {width} wide", text.words);
                let middle = card.middle_of(text.line);
                assert!(card.y + 8 <= middle && middle <= card.y + card.height - 8, "{name}: {}", text.words);
            }
        }
        for wire in &layout.wires {
            for [(x, y), (end_x, end_y)] in &wire.lines {
                assert!(x == end_x || y == end_y, "{name}: a slanting line");
                let line = (*x.min(end_x), *y.min(end_y), *x.max(end_x), *y.max(end_y));
                let inner = |area: &Area| (area.0 + 1, area.1 + 1, area.2 - 1, area.3 - 1);
                let crosses = areas.iter().any(|area| {
                    let area = inner(area);
                    line.0 <= area.2 && area.0 <= line.2 && line.1 <= area.3 && area.1 <= line.3
                });
                assert!(!crosses, "{name}: a line runs through a box");
            }
        }
        let heads: BTreeSet<(i32, i32)> = layout.wires.iter().map(|wire| wire.head).collect();
        assert_eq!(heads.len(), layout.wires.len(), "{name}: two arrows end at one point");
        lines_are_apart(&name, &layout);
    }
}

/// No two arrows share a piece of the way, unless they begin at one box.
fn lines_are_apart(name: &str, layout: &Layout) {
    let upright = |[(x, _), (end, _)]: &[(i32, i32); 2]| x == end;
    for (at, wire) in layout.wires.iter().enumerate() {
        for other in &layout.wires[..at] {
            for [(x, y), (_, end)] in wire.lines.iter().filter(|line| upright(line)) {
                for [(other_x, other_y), (_, other_end)] in other.lines.iter().filter(|line| upright(line)) {
                    let meet = x == other_x
                        && y.min(end) < other_y.max(other_end)
                        && other_y.min(other_end) < y.max(end);
                    assert!(!meet, "{name}: two arrows in one lane");
                }
            }
        }
    }
}

/// How wide a text is in a usual font: less than what the drawing reckons with, and reckoned otherwise.
fn width_of(text: &str, style: Style) -> i32 {
    let hundredths: i32 = text
        .chars()
        .map(|character| match character {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | ' ' | '\'' | '·' => 34,
            'f' | 'r' | 't' | 'I' | '-' | '/' | '(' | ')' => 42,
            'm' | 'w' | 'M' | 'W' | '@' => 98,
            'A'..='Z' => 72,
            _ if character.is_ascii() => 62,
            _ => 100,
        })
        .sum();
    let width = hundredths * style.size() / 100;
    if style == Style::Name { width * 11 / 10 } else { width }
}

#[test]
fn the_file_is_one_document_that_needs_nothing_else() {
    for (name, blueprint) in all() {
        let text = painted(&blueprint);
        let xml = Xml::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let root = xml.root_element();
        assert!(root.has_tag_name(("http://www.w3.org/2000/svg", "svg")), "{name}");
        let known = ["svg", "title", "desc", "rect", "text", "g", "path", "polygon", "circle"];
        for element in xml.descendants().filter(Node::is_element) {
            assert!(known.contains(&element.tag_name().name()), "{name}: {element:?}");
            for attribute in element.attributes() {
                let is_harmless = !attribute.name().starts_with("on") && !attribute.value().contains("url(");
                assert!(is_harmless && attribute.name() != "href", "{name}: {attribute:?}");
            }
        }
        let ids: Vec<&str> = xml.descendants().filter_map(|element| element.attribute("id")).collect();
        assert_eq!(root.attribute("aria-labelledby").unwrap().split(' ').collect::<Vec<_>>(), ids);
        let drawing = drawing(&blueprint).stacked();
        let count =
            |class: &str| xml.descendants().filter(|one| one.attribute("class") == Some(class)).count();
        assert_eq!(count("box"), drawing.nodes.len(), "{name}");
        assert_eq!(painted(&blueprint), text, "{name}: not the same again");
    }
}

#[test]
fn hostile_texts_stay_texts() {
    let hostile = "</text><script>alert(1)</script> & \\\" ' ]]> <!-- &#0; &lt; 한국어";
    let plain = sites(1, 1);
    let plan =
        plain.replace("Site 01", &format!("\"{hostile}\"")).replace("Many sites", &format!("\"{hostile}\""));
    let (plain, hostile) = (blueprint(&plain), blueprint(&plan));
    let counts = |text: &str| -> Vec<usize> {
        let xml = Xml::parse(text).unwrap();
        let elements = || xml.descendants().filter(Node::is_element);
        ["svg", "g", "text", "rect", "title", "script"]
            .map(|tag| elements().filter(|element| element.tag_name().name() == tag).count())
            .to_vec()
    };
    let text = painted(&hostile);
    assert_eq!(counts(&text), counts(&painted(&plain)));
    let xml = Xml::parse(&text).unwrap();
    let title = xml.descendants().find(|element| element.attribute("id") == Some("ucplan-title")).unwrap();
    let said = hostile.plan.title.given().value().as_str();
    assert_eq!(title.text(), Some(said));
    assert!(said.contains("</script>") && said.contains("&lt;"));
    // The site's name stands behind what each of its boxes is.
    let told =
        xml.descendants().filter(|element| element.has_tag_name(("http://www.w3.org/2000/svg", "title")));
    assert!(
        told.filter_map(|title| title.text()).any(|text| text.starts_with(&format!("Edge pool · {said}")))
    );
}

#[test]
fn many_domains_take_no_time() {
    let few = blueprint(&sites(20, 2));
    let many = blueprint(&sites(2, 3000));
    let begin = std::time::Instant::now();
    let drawn = drawing(&many);
    assert!(begin.elapsed().as_millis() < 2000, "{:?}", begin.elapsed());
    assert_eq!(drawn.nodes.len(), drawing(&blueprint(&sites(2, 2))).nodes.len());
    let begin = std::time::Instant::now();
    assert!(painted(&few).len() < 400_000);
    assert!(begin.elapsed().as_millis() < 4000, "{:?}", begin.elapsed());
}
