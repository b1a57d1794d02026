//! The reader of zone files: what it takes, and what it tells of everything else.

use ucplan::inspect::{Zone, ZoneData, origin_of};

#[test]
fn the_reader_knows_what_rfc_1035_and_windows_dns_write() {
    let text = "\u{feff}; a comment ( with a parenthesis \"\r\n\
        $TTL 1h30m\r\n\
        @ IN SOA ns1 host\\.master.infra.example. ( 1 ; serial\r\n\t2h 15m\r\n 2w 1h )\r\n\
        \tNS\tns1.infra.example.\r\n\
        a 300 IN A 192.0.2.1 ; last\r\n\
        \x20 IN 300 AAAA 2001:DB8::1\r\n\
        b [AGE:3631243] 1200 A 192.0.2.2\r\n\
        @ 0 WINS LOCAL L2 C900 ( 192.0.2.3 )\r\n\
        t TXT \"semi;colon\" ( \"two\"\r\n \"lines\" )\r\n\
        t TYPE65 \\# 1 00\r\n\
        $ORIGIN sub.contoso.com.\r\n\
        _sip._tls SRV 0 0 443 .\r\n\
        _sip._tls SRV ( 0 0 443\r\n sip.Contoso.com. )\r\n\
        c CNAME @";
    let zone = Zone::read(text, origin_of("Contoso.com.dns")).unwrap();
    assert_eq!(zone.apex, "contoso.com");
    let told: Vec<_> =
        zone.records().iter().map(|record| (record.line, record.name.as_str(), &record.data)).collect();
    let other = |kind: &str| ZoneData::Other(kind.to_owned());
    let address = |text: &str| ZoneData::Address(text.parse().unwrap());
    let service = ZoneData::Srv(443_u64.try_into().unwrap(), "sip.contoso.com".to_owned());
    let alias = ZoneData::Cname("sub.contoso.com".to_owned());
    assert_eq!(
        told,
        [
            (3, "contoso.com", &other("SOA")),
            (6, "contoso.com", &other("NS")),
            (7, "a.contoso.com", &address("192.0.2.1")),
            (8, "a.contoso.com", &address("2001:db8::1")),
            (9, "b.contoso.com", &address("192.0.2.2")),
            (10, "contoso.com", &other("WINS")),
            (11, "t.contoso.com", &other("TXT")),
            (13, "t.contoso.com", &other("TYPE65")),
            (15, "_sip._tls.sub.contoso.com", &other("SRV")),
            (16, "_sip._tls.sub.contoso.com", &service),
            (18, "c.sub.contoso.com", &alias),
        ]
    );
}

/// A text that is no zone file, its line, and what is said of it.
const MALFORMED: &[(&str, usize, &str)] = &[
    ("a A 192.0.2.1\nb A 192.0.2.300\n", 2, "zone-fault-wrong-data"),
    ("a AAAA 192.0.2.1\n", 1, "zone-fault-wrong-data"),
    ("a CNAME\n", 1, "zone-fault-wrong-data"),
    ("\n\n_sip._tls SRV 0 0 99999 sip\n", 3, "zone-fault-wrong-data"),
    ("a HOST 192.0.2.1\n", 1, "zone-fault-unknown-type"),
    ("a 300 IN\n", 1, "zone-fault-no-type"),
    (" A 192.0.2.1\n", 1, "zone-fault-no-owner"),
    ("a..b A 192.0.2.1\n", 1, "zone-fault-wrong-name"),
    ("; c\n@ SOA ns host ( 1 2\n3 4 5\n", 2, "zone-fault-open-parenthesis"),
    ("@ SOA ns host ( 1 ( 2 ) )\n", 1, "zone-fault-nested-parenthesis"),
    ("a A 192.0.2.1 )\n", 1, "zone-fault-stray-parenthesis"),
    ("a TXT \"open\nb A 192.0.2.1\n", 1, "zone-fault-open-quote"),
    ("a TXT x\\\n", 1, "zone-fault-open-escape"),
    ("a A 192.0.2.1\n$INCLUDE other.zone\n", 2, "zone-fault-not-expanded"),
    ("$GENERATE 1-9 h$ A 192.0.2.$\n", 1, "zone-fault-not-expanded"),
    ("$TTL\n", 1, "zone-fault-unknown-directive"),
    ("{\"not\": \"a zone\"}\n", 1, "zone-fault-unknown-type"),
    ("\u{0}\u{1}PK\u{3}\u{4} \u{0}\u{0}", 1, "zone-fault-unknown-type"),
];

#[test]
fn what_is_no_zone_file_is_told_with_its_line() {
    for (text, line, key) in MALFORMED {
        let fault = Zone::read(text, Some("contoso.com")).unwrap_err();
        assert_eq!((fault.line, fault.message.key()), (*line, *key), "{text:?}");
    }
    let fault = Zone::read("a A 192.0.2.1\n", origin_of("records.zone")).unwrap_err();
    assert_eq!(fault.message.key(), "zone-fault-no-origin");
}

#[test]
fn any_text_is_read_or_refused() {
    let pieces = [
        "a",
        " ",
        "\n",
        "(",
        ")",
        "\"",
        "\\",
        ";",
        "$ORIGIN",
        "A",
        "192.0.2.1",
        "@",
        ".",
        "한",
        "\u{0}",
        "SRV",
    ];
    let mut state = 1_u32;
    for _ in 0..2_000 {
        let text: String = (0..12)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                pieces[(state >> 16) as usize % pieces.len()]
            })
            .collect();
        let _ = Zone::read(&text, Some("contoso.com"));
    }
}
