//! A line for a shell, made of a cmdlet, a script or a program and typed values: the grammar of PowerShell is kept in one
//! place.

mod value;

use std::fmt;

pub use value::{Value, literal};

/// Cmdlets of the language itself, which pick from or show what another one prints.
const PLUMBING: [&str; 4] = ["ForEach-Object", "Format-List", "Select-Object", "Where-Object"];

/// The name of an argument that has none: what it stands for is told by its place.
const BY_PLACE: &str = "";

/// A cmdlet, a script or a program with its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Invocation {
    /// The cmdlet; of a script its path, of a program its name.
    pub cmdlet: &'static str,
    /// Its parameters, without the hyphen, in the order of typing; arguments without a name have an empty one.
    pub parameters: Vec<(&'static str, Value)>,
}

/// One line: a cmdlet, or several in a pipeline.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Call(Vec<Invocation>);

impl Call {
    /// A line that calls this cmdlet, this program, or the script of this path.
    #[must_use]
    pub fn new(cmdlet: &'static str) -> Self {
        Self(vec![Invocation { cmdlet, parameters: Vec::new() }])
    }

    /// The same line, its result piped into another cmdlet.
    #[must_use]
    pub fn pipe(mut self, cmdlet: &'static str) -> Self {
        self.0.push(Invocation { cmdlet, parameters: Vec::new() });
        self
    }

    /// The same line with a parameter more for its last cmdlet.
    #[must_use]
    pub fn with(mut self, parameter: &'static str, value: Value) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.parameters.push((parameter, value));
        }
        self
    }

    /// The same line with a text for its last cmdlet.
    #[must_use]
    pub fn text(self, parameter: &'static str, text: impl fmt::Display) -> Self {
        self.with(parameter, Value::Text(text.to_string().into()))
    }

    /// The same line with an argument of no name for its last program.
    #[must_use]
    pub fn argument(self, text: impl fmt::Display) -> Self {
        self.text(BY_PLACE, text)
    }

    /// The same line with another cmdlet in the place of one.
    pub(super) fn with_cmdlet(mut self, old: &str, new: &'static str) -> Self {
        for invocation in self.0.iter_mut().filter(|invocation| invocation.cmdlet == old) {
            invocation.cmdlet = new;
        }
        self
    }

    /// Its last cmdlet, with parameters.
    pub(super) fn last(&self) -> Option<&Invocation> {
        self.0.last()
    }

    /// The line without its last cmdlet: what that one is fed with, where it is.
    pub(super) fn feeds(&self) -> Option<Self> {
        let (_, before) = self.0.split_last()?;
        (!before.is_empty()).then(|| Self(before.to_vec()))
    }

    /// The variables that only the operator can fill, those in parentheses among them.
    #[must_use]
    pub fn variables(&self) -> Vec<&'static str> {
        let values = self.invocations().into_iter().flat_map(|invocation| &invocation.parameters);
        values.flat_map(|(_, value)| value.variables()).collect()
    }

    /// Its cmdlets with their parameters, those in parentheses among them.
    #[must_use]
    pub fn invocations(&self) -> Vec<&Invocation> {
        let mut all = Vec::new();
        for invocation in &self.0 {
            all.push(invocation);
            for (_, value) in &invocation.parameters {
                all.extend(value.calls().into_iter().flat_map(Self::invocations));
            }
        }
        all
    }

    /// The cmdlet that does the work: the last one but for those of the language itself; of a script its name.
    #[must_use]
    pub fn cmdlet(&self) -> &'static str {
        let mut from_last = self.0.iter().rev().map(Invocation::name);
        let last = from_last.clone().next().unwrap_or_default();
        from_last.find(|cmdlet| !PLUMBING.contains(cmdlet)).unwrap_or(last)
    }
}

impl Invocation {
    /// The cmdlet, or the file name of a script.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.cmdlet.rsplit('\\').next().unwrap_or(self.cmdlet)
    }

    /// Whether it is no cmdlet but a script of this path.
    fn is_script(&self) -> bool {
        self.cmdlet.contains('\\')
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, invocation) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(" | ")?;
            }
            if invocation.is_script() {
                // In quotes alone a path is a text, which PowerShell would echo: only the operator calls it (X-087).
                write!(f, "& {}", literal(invocation.cmdlet))?;
            } else {
                f.write_str(invocation.cmdlet)?;
            }
            for (parameter, value) in &invocation.parameters {
                match (*parameter, value) {
                    (BY_PLACE, value) => write!(f, " {value}")?,
                    (parameter, Value::Switch) => write!(f, " -{parameter}")?,
                    (parameter, Value::Bound(_)) => write!(f, " -{parameter}:{value}")?,
                    (parameter, value) => write!(f, " -{parameter} {value}")?,
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_bare_only_where_that_is_safe() {
        let call = Call::new("Grant-CsMobilityPolicy")
            .text("Identity", "kim@contoso.com")
            .text("PolicyName", "Staff’s $policy; rm")
            .with("EnableMobility", Value::Bool(true))
            .with("Usage", Value::Add(vec!["a'b".into()]))
            .with("New", Value::Switch)
            .with("Type", Value::Texts(vec!["Default".into(), "WebServicesInternal".into()]));
        assert_eq!(
            call.to_string(),
            "Grant-CsMobilityPolicy -Identity 'kim@contoso.com' -PolicyName 'Staff’’s $policy; rm' \
             -EnableMobility $True -Usage @{add='a''b'} -New -Type Default,WebServicesInternal"
        );
    }

    #[test]
    fn pipelines_are_one_line() {
        let call = Call::new("Get-CsUser")
            .with("Filter", Value::Equal("RegistrarPool", "pool01.contoso.com".into()))
            .pipe("Grant-CsMobilityPolicy")
            .text("PolicyName", "Field");
        assert_eq!(
            call.to_string(),
            "Get-CsUser -Filter {RegistrarPool -eq 'pool01.contoso.com'} | Grant-CsMobilityPolicy -PolicyName Field"
        );
    }

    #[test]
    fn a_script_is_called_and_not_echoed() {
        let call = Call::new(r"C:\Program Files\Scripts\Configure-It.ps1")
            .text("Url", "https://pool01.contoso.com/metadata/json/1")
            .text("ApplicationType", "Lync");
        assert_eq!(
            call.to_string(),
            r"& 'C:\Program Files\Scripts\Configure-It.ps1' -Url https://pool01.contoso.com/metadata/json/1 -ApplicationType Lync"
        );
        assert_eq!(call.cmdlet(), "Configure-It.ps1");
    }

    #[test]
    fn a_program_takes_arguments_without_names() {
        assert_eq!(
            Call::new("iisreset").argument("ex01.contoso.com").to_string(),
            "iisreset ex01.contoso.com"
        );
    }

    #[test]
    fn lists_of_the_language_hold_what_the_operator_gives() {
        let texts = vec![Value::Text("a'b".into()), Value::Joined("Thumbprint=", "Given")];
        let call =
            Call::new("Set-It").with("Parameters", Value::Array(texts)).with("Confirm", Value::Bound(false));
        assert_eq!(call.to_string(), "Set-It -Parameters @('a''b',('Thumbprint=' + $Given)) -Confirm:$False");
        assert_eq!(call.variables(), ["Given"]);
    }

    #[test]
    fn a_property_of_what_is_found_gets_more() {
        let found = Call::new("Get-It").text("Id", "one");
        let more = Value::More(Box::new(found.clone()), "Names", vec!["x/y.example".into()]);
        let call = Call::new("Set-It").with("Names", more);
        assert_eq!(call.to_string(), "Set-It -Names (@((Get-It -Id one).Names) + 'x/y.example')");
        assert_eq!(call.invocations().len(), 2);
        let of = Call::new("Set-It").with("To", Value::Property(Box::new(found), "Name"));
        assert_eq!(of.to_string(), "Set-It -To (Get-It -Id one).Name");
    }
}
