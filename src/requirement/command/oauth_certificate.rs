//! Requesting and assigning the certificate of server-to-server authentication (X-020 to X-031).

use super::certificates::{brought_here, is_reused, known_thumbprint, new, requests, texts, with_key};
use super::{Call, Command, Stage, Value, add};
use crate::plan::{Because, KeysMade};
use crate::requirement::certificate::{OAUTH_ID, OAUTH_TYPE, SubjectParts, is_dedicated, oauth_key};
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[REQUEST, ASSIGN, REUSE];

/// One request, on any one Front End Server: a file, which any authority can sign (X-031).
const REQUEST: Rule<Command> = Rule {
    id: "command-certificate-request-oauth",
    facts: &["X-009", "X-020", "X-022", "X-030", "X-031", "M-117"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_dedicated(premises, &mut because)
            || *because.read(&premises.plan.certificates.keys_made) == KeysMade::Here
            || is_reused(premises, OAUTH_ID, &mut because)
        {
            return;
        }
        let file = format!(r"C:\{OAUTH_ID}.req");
        let mut call = new(OAUTH_TYPE)
            .with("AllSipDomain", Value::Switch)
            .with("PrivateKeyExportable", Value::Bool(true))
            .text("FriendlyName", OAUTH_TYPE[0])
            .text("Output", &file);
        let key = oauth_key(premises, &mut because);
        call = with_key(premises, call, key, SubjectParts::All, &mut because);
        let remarks = vec![Message::new("remark-oauth-request").with("file", &file)];
        let command = Command::anywhere(Stage::CertificateRequests, call, None);
        add(maker, &because, remarks, command.checked(requests()));
    },
};

/// One assignment for all servers: replication hands the certificate on (X-024, X-025).
const ASSIGN: Rule<Command> = Rule {
    id: "command-certificate-assign-oauth",
    facts: &["X-022", "X-024", "X-025"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !is_dedicated(premises, &mut because) {
            return;
        }
        let known = known_thumbprint(premises, OAUTH_ID, &mut because);
        let new = known
            .map_or(Value::Operator("NewOAuthThumbprint"), |known| Value::Text(known.to_string().into()));
        let mut remarks = ["remark-oauth-once", "remark-oauth-other-ways"].map(Message::new).to_vec();
        remarks.extend(brought_here(premises, &mut because));
        let undo = assign(Value::Operator("OldOAuthThumbprint"));
        let check = Call::new("Get-CsCertificate").with("Type", texts(OAUTH_TYPE));
        let command =
            Command::anywhere(Stage::CertificateAssignments, assign(new), Some(undo)).checked(check);
        add(maker, &because, remarks, command);
    },
};

/// The Default certificate of the server where this is typed, where it serves (X-021, X-024).
const REUSE: Rule<Command> = Rule {
    id: "command-certificate-reuse-oauth",
    facts: &["X-021", "X-022", "X-024", "X-025"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answers = &premises.plan.exchange;
        if !*because.read(&answers.integrate)
            || !answers.is_skype_here(&mut because)
            || is_dedicated(premises, &mut because)
        {
            return;
        }
        let own = Call::new("Get-CsCertificate").text("Type", "Default");
        let call = assign(Value::Property(Box::new(own), "Thumbprint"));
        let undo = assign(Value::Operator("OldOAuthThumbprint"));
        let check = Call::new("Get-CsCertificate").with("Type", texts(OAUTH_TYPE));
        let command = Command::anywhere(Stage::CertificateAssignments, call, Some(undo)).checked(check);
        let remarks = ["remark-oauth-once", "remark-oauth-other-ways"];
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// The certificate of this thumbprint for all servers.
fn assign(thumbprint: Value) -> Call {
    Call::new("Set-CsCertificate")
        .text("Identity", "global")
        .with("Type", texts(OAUTH_TYPE))
        .with("Thumbprint", thumbprint)
}
