# Words of the command line: help, reports, results.

help = Plans mobility for Skype for Business Server and Lync Server: answers in, DNS, certificates, proxies, firewalls and cmdlets out.
help-plan = The plan to open.
help-color = Colour errors: only on a terminal, always, or never.
help-language = The language of messages.
help-config = The folder with your own templates, in place of the usual one.
help-new = Write a commented plan: empty, or a sample.
help-new-plan = The file to write. It must not exist yet.
help-new-sample = The sample to start from.
help-new-list-samples = List the samples, one a line, the name first.
help-check = List the findings, worst first, each with its place, reason, sources and fix.
help-check-plan = The plan.
help-check-json = Print JSON.
help-check-internal-zone = A zone file of the internal name servers, to be held against the plan. May be given several times.
help-check-external-zone = A zone file of the public name servers, to be held against the plan. May be given several times.
help-show = Show what the plan requires, as tables.
help-show-plan = The plan.
help-show-part = Only this part: dns, certificates, publishing, firewall, balancing, commands, exchange, journeys, calendar or findings.
help-show-why = Print the answers behind each row too.
help-show-json = Print one JSON document instead of tables.
help-generate = Write all artifacts, whole or not at all. Without a plan: those of the built-in sample.
help-generate-plan = The plan.
help-generate-out = The folder to write into.
help-generate-only = Only this kind of artifact. May be given several times.
help-generate-dry-run = Say what would change and write nothing.
help-generate-force = Overwrite files that were edited by hand; each is kept as `.orig`.
help-generate-draft = Write although findings of severity error stand, every file marked as a draft. No keys are made.
help-generate-passphrase-file = A file with the passphrase that private keys are locked with; else the variable UCPLAN_KEY_PASSPHRASE. Without either, new keys are not locked.
help-generate-as-of = The day that serials carry. It is today unless given.
help-set = Change answers in a plan file; comments and all other lines stay.
help-set-plan = The plan.
help-set-answers = An answer by its path, such as `mobility.initial_request=http`. `null` means not decided yet.
help-set-unset = Take an answer back: its default holds again. May be given several times.
help-walk = Act out what every client does on the plan, and name the first hop that fails.
help-walk-plan = The plan.
help-walk-client = Only this client, such as sfb-mobile-apple.
help-walk-network = Only this network: internet, wifi or corporate.
help-walk-domain = Only this SIP domain.
help-walk-json = Print one JSON document: every journey, hop by hop.
help-explain = Explain a fact, a rule or a finding: what, why, source, where it shows up.
help-explain-id = Its identity, such as M-047 or web-fqdns-equal.
help-certificate = Show certificates that exist, hold them against a plan, or set the ways to fewer of them side by side.
help-certificate-inspect = Show what stands in certificates and requests: PEM, DER, chains and PKCS#7 bundles.
help-certificate-inspect-files = The files. Private keys are never read.
help-certificate-inspect-json = Print one JSON document.
help-certificate-check = Hold certificates and requests against a plan, as of its go-live; exit 1 where one is unfit or missing.
help-certificate-check-plan = The plan.
help-certificate-check-files = The files: PEM, DER, chains, PKCS#7 bundles, requests.
help-certificate-check-only = Hold all of them against this required certificate, and not against the one that each fits best.
help-certificate-check-json = Print one JSON document.
help-certificate-budget = Set the ways side by side that change how many names and certificates the proxies need.
help-certificate-budget-plan = The plan.
help-certificate-budget-json = Print one JSON document.
help-catalog = List the templates, copy one out to change it, or see what your own change.
help-catalog-list = List the templates, a path a line; behind each file of your own stands what it is.
help-catalog-diff = Show how your own templates differ from the embedded ones; exit 1 where they do.
help-catalog-export = Copy a template into the configuration folder, where it takes the place of the embedded one.
help-catalog-export-path = The path of the template, as `catalog list` prints it.
help-schema = Print the JSON schema of the plan file.

report-help = help
report-problems = { $count ->
    [one] One problem. Nothing was read or changed.
   *[other] { $count } problems. Nothing was read or changed.
}

new-written = Wrote `{ $path }`. Edit it, then run `ucplan check { $path }`.
new-unknown-sample = There is no sample `{ $name }`.
    .help = Choose one of: { $known }.

check-fix = fix:
check-because = because of: { $because }
check-summary = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $advice ->
    [one] 1 piece of advice
   *[other] { $advice } pieces of advice
}.

show-facts = Facts
show-answers = Answers
show-provisional = not decided yet
part-dns = DNS records
    .short = DNS
    .columns = View | Zone | Name | Type | Value | Level | Why
    .none = No records are required.
part-certificates = Certificates
    .short = Certs
    .columns = Certificate | Assigned to | Part | Name | Why
    .none = No certificates are required.
part-publishing = Publishing rules
    .short = Rules
    .columns = Proxy | Public name | Port | Target | Target port | Paths | Why
    .none = Nothing is published.
part-firewall = Firewall
    .short = Ports
    .columns = From | To | Port | Level | Purpose | Why
    .none = No flows are required.
part-balancing = Load balancing
    .short = Balance
    .columns = Balancer | Pool | Side | Listens | Member port | Members | Persistence | Monitor | Why
    .none = No pool needs a hardware load balancer.
part-commands = Commands
    .short = Commands
    .columns = Stage | Where | Line | Why
    .none = No commands are required.
part-calendar = Calendar
    .short = Dates
    .columns = Day | What | Why
    .none = Nothing is to be renewed.
part-findings = Findings
    .columns = Severity | Path | Finding | Fix | Why
    .none = Nothing was found.

generate-sample = No plan is named: generating the sample `{ $name }`.
generate-nothing = Nothing was written. Mend the errors above, or write a draft with `--draft`.
generate-done = `{ $out }` holds { $count ->
    [one] one file
   *[other] { $count } files
}. Start with its README.md.
generate-done-in-part = { $count ->
    [one] One file of the folder `{ $out }` was written or removed; the others were not looked at.
   *[other] { $count } files of the folder `{ $out }` were written or removed; the others were not looked at.
}
generate-unchanged = Nothing had to be written: `{ $out }` is as it should be.
generate-dry-run = A dry run: nothing was written. `{ $out }` would hold { $count ->
    [one] one file
   *[other] { $count } files
}.
generate-unknown-artifact = There is no artifact `{ $name }` in this plan.
    .help = Choose among: { $known }.
generate-edited = { $count ->
    [one] A file was edited since it was generated, or was never generated: { $files }. Nothing was written.
   *[other] { $count } files were edited since they were generated, or were never generated: { $files }. Nothing was written.
}
    .help = Move your changes into the plan or into a template, or overwrite with `--force`; each edited file is then kept as `.orig`.
generate-released = `{ $out }` holds a finished generation. A draft must not take its place there: somebody may be applying it. Nothing was written.
    .help = Write the draft into a folder of its own with `--out`, or put it in the place of the finished files with `--force`.
change-create = + { $path }
change-replace = ~ { $path }
change-force = ! { $path } (the edited file is kept as .orig)
change-remove = - { $path }

set-done = { $count ->
    [one] Changed one answer in `{ $path }`.
   *[other] Changed { $count } answers in `{ $path }`.
}
set-no-value = `{ $answer }` has no value.
    .help = Write a path, an equals sign and a value, such as `mobility.initial_request=http`.
set-no-path = `{ $path }` is not a path.
    .help = Write keys with dots and items in brackets, such as `sites[Redmond].front_end_pools[pool01.contoso.com].edition`.
set-no-place = The plan has no place for `{ $path }`.
    .help = An item of a list must be in the plan before its answers can be set, and only what was said can be taken back.

catalog-exported = Copied to `{ $path }`. It is used in place of the embedded one from now on.
catalog-replaced = (yours takes its place)
catalog-own = (your own)
catalog-unused = (yours; nothing uses it)
catalog-own-vendor = Your own vendor `{ $vendor }` of the kind `{ $kind }`: { $name }.
catalog-same = `{ $path }` is the same as the embedded one.
catalog-is-own = `{ $path }` is your own; there is no embedded one to compare it with.
catalog-is-unused = `{ $path }` takes the place of no embedded template, and no manifest names it.
catalog-nothing-own = You have no templates of your own. `ucplan catalog export` copies one out to be changed.
catalog-no-config = There is no configuration folder.
    .help = Name one with `--config`.
catalog-unknown = There is no template `{ $path }`.
    .help = The nearest one is `{ $nearest }`; `ucplan catalog list` lists them all.

explain-applies = Applies when: { $when }
explain-source = Source: { $source }
explain-used-by = Used by the rule { $rule } ({ $family }).
explain-unused = No rule names it.
explain-family = A rule for: { $family }.
explain-unknown = Nothing is called `{ $id }`. { $hint }
explain-nearest = Did you mean `{ $nearest }`?
explain-forms = Name a fact such as M-047, or a rule or finding such as web-fqdns-equal.

world-read = Can't read `{ $path }`: { $reason }.
    .help = Check the name and that you may read it.
world-write = Can't write `{ $path }`: { $reason }.
    .help = Check that you may write there and that the disk has room.
world-create-folder = Can't make the folder `{ $path }`: { $reason }.
    .help = Choose another folder with `--out`, or make room for this one.
    .help-on-screen = Choose another folder with { KEY("folder") }, or make room for this one.
world-keep = Can't keep a copy of `{ $path }`: { $reason }.
    .help = Check that you may write beside it.
world-remove = Can't remove `{ $path }`: { $reason }.
    .help = Check that you may write in its folder.
world-exists = `{ $path }` exists already and is left as it is.
    .help = Choose another name, or remove the file first.
world-not-text = `{ $path }` is not UTF-8 text.
    .help = Save it as UTF-8.
world-manifest = The manifest `{ $path }` can't be read: { $reason }.
    .help = Restore it, or generate into another folder; without it, nobody can tell which files are generated.
world-key = A key or request could not be made: { $reason }.
    .help = Check `certificates.subject` and `certificates.key` in the plan, and the key file if there is one.
world-other-key = The key `{ $path }` is not of the kind `{ $kind }` that the plan wants. It is left as it is, and nothing was written.
    .help = Set `certificates.key` to the kind of that key, or move the key away so that a new one is made.
world-locked = The key `{ $path }` is locked with a passphrase, and none was given. Nothing was written.
    .help = Name a file that holds the passphrase with `--passphrase-file`, or set the variable `UCPLAN_KEY_PASSPHRASE`.
world-wrong-passphrase = The passphrase does not open the key `{ $path }`. Nothing was written.
    .help = Give the passphrase that it was locked with, or move the key away so that a new one is made.
world-no-passphrase = `{ $path }` holds no passphrase.
    .help = Write the passphrase into it, on one line.
world-leads-elsewhere = `{ $path }` is not an ordinary file or folder of the output: it leads elsewhere.
    .help = Remove it, or generate into another folder.
