"""Reads the DNS files of plans by readers that have nothing to do with the program: csv, json, yaml, an engine of
JavaScript, and octoDNS itself. Prints, for each folder given, the records by format: view, zone, name, type, TTL, value.
"""

import csv
import json
import pathlib
import re
import sys

import dukpy
import yaml
from octodns.processor.filter import NameAllowlistFilter, TypeAllowlistFilter
from octodns.provider.yaml import YamlProvider
from octodns.record import Record
from octodns.zone import Zone

# What DNSControl calls, as its language reference describes it: each call is checked and kept.
STUBS = """
var found = [], purge = {purge: false}, NO_PURGE = purge;
function must(holds, what) { if (!holds) { throw new Error(what); } }
function counted(all, count) { must(all.length === count, 'wrong number of arguments: ' + all.length); }
function NewRegistrar(name) { counted(arguments, 1); must(name === 'none', name); return {registrar: name}; }
function NewDnsProvider(name) { counted(arguments, 1); return {provider: name}; }
function DnsProvider(it) { counted(arguments, 1); must(it.provider, 'no provider'); return {by: it.provider}; }
function TTL(seconds) { counted(arguments, 1); must(typeof seconds === 'number', seconds); return {ttl: seconds}; }
function host(type) {
  return function (name, value, ttl) {
    counted(arguments, 3);
    return {name: name, type: type, value: value, ttl: ttl.ttl};
  };
}
var A = host('A'), AAAA = host('AAAA'), CNAME = host('CNAME');
function SRV(name, priority, weight, port, target, ttl) {
  counted(arguments, 6);
  return {name: name, type: 'SRV', value: [priority, weight, port, target].join(' '), ttl: ttl.ttl};
}
var known = {};
function D(zone, registrar, by, keeps) {
  must(!known[zone], 'twice: ' + zone);
  known[zone] = true;
  must(registrar.registrar === 'none' && by.by && keeps === purge, 'what every zone has: ' + zone);
  for (var at = 4; at < arguments.length; at += 1) {
    found.push([zone, by.by, arguments[at]]);
  }
}
"""


def row(view, zone, owner, kind, ttl, value):
    """A record whose owner is relative to its zone and whose target ends in a dot."""
    name = zone if owner in ("", "@") else f"{owner}.{zone}"
    if kind not in ("A", "AAAA"):
        assert value.endswith("."), value
        value = value[:-1]
    assert isinstance(ttl, int), ttl
    return [view, zone, name, kind, ttl, value]


def from_csv(folder):
    """The table."""
    with open(folder / "records.csv", newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file, strict=True))
    wanted = "view zone name type value ttl level provisional facts because".split()
    assert lines[0] == wanted, lines[0]
    assert all(len(line) == len(wanted) for line in lines)
    for line in lines[1:]:
        view, zone, name, kind, value, ttl, level, provisional, facts, because = line
        assert level in ("required", "recommended", "optional") and provisional in ("yes", "no"), line
        assert re.fullmatch(r"[A-Z]+-\d+(, [A-Z]+-\d+)*", facts) and because, line
        yield [view, zone, name, kind, int(ttl), value]


def from_route53(folder):
    """The change batches, which keep the limits of a request: those of an UPSERT count twice."""
    sets = set()
    for path in sorted((folder / "route53").iterdir()):
        batch = json.loads(path.read_text("utf-8"))
        assert sorted(batch) == ["Changes", "Comment"] and 0 < len(batch["Comment"]) <= 256, path
        view, zone = re.fullmatch(r"(\w+) view, for a \w+ hosted zone (\S+?):.*", batch["Comment"]).groups()
        assert re.fullmatch(rf"{view}-{re.escape(zone)}(-[2-9]|-[1-9]\d+)?\.json", path.name), path
        values = []
        for change in batch["Changes"]:
            assert change["Action"] == "UPSERT" and sorted(change) == ["Action", "ResourceRecordSet"], path
            of = change["ResourceRecordSet"]
            assert sorted(of) == ["Name", "ResourceRecords", "TTL", "Type"], path
            assert (view, of["Name"], of["Type"]) not in sets, f"{path}: twice"
            sets.add((view, of["Name"], of["Type"]))
            for record in of["ResourceRecords"]:
                assert list(record) == ["Value"], path
                values.append(record["Value"])
                below = of["Name"].removesuffix(f"{zone}.").removesuffix(".")
                yield row(view, zone, below, of["Type"], of["TTL"], record["Value"])
        assert 0 < len(values) <= 500 and sum(map(len, values)) <= 16_000, path


def from_dnscontrol(folder):
    """What a run of the JavaScript declares."""
    text = (folder / "dnscontrol" / "dnsconfig.js").read_text("utf-8")
    for place, provider, record in dukpy.evaljs([STUBS, text, "found"]):
        zone, view = place.split("!")
        assert provider == f"mobility-{view}", place
        yield row(view, zone, record["name"], record["type"], record["ttl"], record["value"])


def zones_of_octodns(folder):
    """The views and zones that there are files for."""
    for path in sorted((folder / "octodns").glob("*/*.yaml")):
        yield path.parent.name, path.stem, path


def from_yaml(folder):
    """The files of octoDNS as plain YAML."""
    for view, zone, path in zones_of_octodns(folder):
        for owner, sets in yaml.safe_load(path.read_text("utf-8")).items():
            for of in sets:
                for value in of.get("values") or [of["value"]]:
                    if of["type"] == "SRV":
                        value = "{priority} {weight} {port} {target}".format(**value)
                    yield row(view, zone, owner, of["type"], of["ttl"], value)


def from_octodns(folder):
    """The same as octoDNS reads them, with all of its checks on."""
    for view, zone, path in zones_of_octodns(folder):
        read = Zone(f"{zone}.", [])
        provider = YamlProvider("files", str(path.parent), enforce_order=True)
        provider.populate(read, lenient=False)
        for record in read.records:
            values = [record.value] if record._type == "CNAME" else record.values
            for value in values:
                if record._type == "SRV":
                    value = f"{value.priority} {value.weight} {value.port} {value.target}"
                yield row(view, zone, record.name, record._type, record.ttl, str(value))
        keeps_others(read, path, provider)


def keeps_others(ours, path, target):
    """With the processors that the head of a file advises, octoDNS leaves all else in the living zone alone."""
    head = path.read_text("utf-8").split("# Look at what")[0].split("and name both at the zone:\n")
    if len(head) == 1:
        assert "A zone of its own" in head[0], path
        return
    told = yaml.safe_load("".join(line.removeprefix("#") + "\n" for line in head[1].splitlines()))
    kinds = {"NameAllowlistFilter": NameAllowlistFilter, "TypeAllowlistFilter": TypeAllowlistFilter}
    filters = []
    for name, options in told["processors"].items():
        kind = kinds[options.pop("class").rsplit(".", 1)[1]]
        filters.append(kind(name, **options))
    assert len(filters) == 2, path
    living, wanted = Zone(ours.name, []), Zone(ours.name, [])
    for record in ours.records:
        living.add_record(record)
        wanted.add_record(record)
    foreign = {"mail": ("A", "192.0.2.25"), "": ("MX", {"exchange": "mail.example.", "preference": 10})}
    for name, (kind, value) in foreign.items():
        data = {"type": kind, "ttl": 60, "value": value}
        living.add_record(Record.new(living, name, data), replace=True)
    assert any(change.new is None for change in living.changes(wanted, target)), "nothing would go"
    for each in filters:
        wanted = each.process_source_zone(wanted, [])
        living = each.process_target_zone(living, None)
    assert living.changes(wanted, target) == [], path
    assert len(wanted.records) == len(ours.records), path


def main():
    formats = {
        "csv": from_csv,
        "route53": from_route53,
        "dnscontrol": from_dnscontrol,
        "yaml": from_yaml,
        "octodns": from_octodns,
    }
    told = {}
    for folder in sys.argv[1:]:
        told[folder] = {name: sorted(read(pathlib.Path(folder))) for name, read in formats.items()}
    json.dump(told, sys.stdout)


main()
