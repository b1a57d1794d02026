//! Partials: what the templates of a vendor's folder share by taking it in (`include`, `import`).

use std::collections::BTreeMap;

use super::vendor::Templates;

impl Templates {
    /// The partials of the folder in which a template stands: each by its path below `templates/`, with its text.
    #[must_use]
    pub fn partials(&self, template: &str) -> BTreeMap<String, &str> {
        let mut parts = template.splitn(3, '/');
        let (Some(kind), Some(vendor)) = (parts.next(), parts.next()) else { return BTreeMap::new() };
        let folder = format!("{kind}/{vendor}");
        let manifest = self.manifest(&format!("{folder}/manifest.yaml"));
        let paths = manifest.into_iter().flat_map(|manifest| &manifest.partials);
        let paths = paths.map(|name| format!("{folder}/{name}"));
        paths.filter_map(|path| self.file(&path).map(|text| (path.clone(), text))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_is_the_users_own_else_the_embedded_one() {
        let manifest = "name: Mine\npartials: [a.j2, gone.j2, ../csv/rules.csv.j2]\nfiles: []\n";
        let files = [
            ("firewall/mine/manifest.yaml", manifest),
            ("firewall/mine/a.j2", "a"),
            ("firewall/mine/b.j2", "b"),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
        let templates = Templates::with_overrides(files.into());
        let found = templates.partials("firewall/mine/x.j2");
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [("firewall/mine/a.j2".to_owned(), "a")]);
        assert_eq!(templates.partials("firewall/csv/rules.csv.j2").len(), 0);
        assert_eq!(templates.partials("firewall").len(), 0);
        let unused =
            templates.own_files().filter(|(.., standing)| *standing == super::super::Standing::Unused);
        assert_eq!(unused.map(|(path, ..)| path).collect::<Vec<_>>(), ["firewall/mine/b.j2"]);
    }
}
