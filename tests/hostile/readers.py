"""Reads files of a plan by readers of others: crossplane (nginx), an engine of JavaScript (DNSControl) and the loader of
octoDNS. Takes the files as a list of JSON on its input, each a kind and a text; prints for each what was found in it, or
why it can't be read.
"""

import io
import json
import os
import sys
import tempfile

import crossplane
import dukpy
import octodns.yaml

# Every call is kept with what it was given; what is no call of DNSControl is an error.
STUBS = """
var calls = [], NO_PURGE = 'NO_PURGE';
function kept(name) {
  return function () {
    var call = [name].concat(Array.prototype.slice.call(arguments));
    calls.push(call);
    return call;
  };
}
var NewRegistrar = kept('NewRegistrar'), NewDnsProvider = kept('NewDnsProvider'), DnsProvider = kept('DnsProvider');
var D = kept('D'), A = kept('A'), AAAA = kept('AAAA'), CNAME = kept('CNAME'), SRV = kept('SRV'), TTL = kept('TTL');
"""


def nginx(text):
    """The directives, each with its line and its arguments."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "nginx.conf")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        read = crossplane.parse(path, single=True)
    if read["status"] != "ok":
        raise ValueError(read["errors"])
    return read["config"][0]["parsed"]


def dnscontrol(text):
    """The calls."""
    return json.loads(dukpy.evaljs(STUBS + text + "\nJSON.stringify(calls);"))


def octodns_zone(text):
    """The records by name; octoDNS refuses a name that stands twice and names out of order."""
    return octodns.yaml.safe_load(io.StringIO(text))


READERS = {"nginx": nginx, "dnscontrol": dnscontrol, "octodns": octodns_zone}


def main():
    """Reads everything."""
    told = []
    for kind, text in json.load(sys.stdin):
        try:
            told.append({"found": READERS[kind](text)})
        except Exception as error:  # whatever a reader says is told
            told.append({"error": f"{type(error).__name__}: {error}"[:2000]})
    json.dump(told, sys.stdout)


main()
