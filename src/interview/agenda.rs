//! The agenda: every question of a plan, in the plan's order, page by page.

use super::barred::Barred;
use super::question::{Question, Section};
use crate::plan::{Path, Plan, Shape, Standing, Step};

/// All questions of a plan as it stands.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    questions: Vec<Question>,
    sections: Vec<Section>,
}

/// How far a page has come, counting its own questions that are to be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions.
    pub asked: usize,
    /// Those that somebody answered.
    pub answered: usize,
    /// Those that are left open; here and on the pages below.
    pub open: usize,
    /// Those that must be answered and are not; here and on the pages below.
    pub missing: usize,
}

impl Agenda {
    /// The questions of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut agenda = Self::default();
        plan.visit(&mut |leaf| {
            if is_kept_only(plan, leaf.path) {
                return;
            }
            let shape = (leaf.shape)();
            let is_list = matches!(shape, Shape::Items(_));
            let page = page_of(leaf.path, is_list);
            let names_item = agenda.note_item(&page).iter().any(|key| page.key(key) == *leaf.path);
            agenda.questions.push(Question {
                path: leaf.path.clone(),
                page,
                standing: leaf.standing,
                value: if is_list { serde_json::Value::Null } else { (leaf.value)() },
                shape,
                items: Vec::new(),
                is_required: leaf.is_required || names_item,
                barred: Vec::new(),
                needless: leaf.needless.map(|because| because.paths().cloned().collect()).unwrap_or_default(),
            });
        });
        for question in &agenda.questions {
            let is_new = agenda.sections.iter().all(|section| section.page != question.page);
            if is_new && question.page.steps().len() <= 1 {
                agenda.sections.push(Section { page: question.page.clone() });
            }
        }
        agenda
    }

    /// Notes an item at its list, when its first question comes by; the keys that name the items there.
    fn note_item(&mut self, page: &Path) -> &'static [&'static str] {
        let list = list_of(page)
            .and_then(|list| self.questions.iter_mut().rev().find(|question| question.path == list));
        let Some(list) = list else { return &[] };
        if list.items.last() != Some(page) {
            list.items.push(page.clone());
        }
        match list.shape {
            Shape::Items(keys) => keys,
            _ => &[],
        }
    }

    /// The sections, in the order of the interview.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The questions of a page, also those that are not asked.
    #[must_use]
    pub fn page<'a>(&'a self, page: &'a Path) -> impl DoubleEndedIterator<Item = &'a Question> {
        self.questions.iter().filter(move |question| question.page == *page)
    }

    /// Every question.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question about an answer; of a path that is none, the nearest question around it.
    #[must_use]
    pub fn question(&self, path: &Path) -> Option<&Question> {
        let mut steps = path.steps();
        loop {
            let path = path_of(&steps);
            if let Some(found) = self.questions.iter().find(|question| question.path == path) {
                return Some(found);
            }
            if let Some(first) = self.questions.iter().find(|question| question.path.is_within(&path)) {
                return Some(first);
            }
            steps.pop()?;
        }
    }

    /// Keeps which choices of a question are ruled out.
    pub fn bar(&mut self, path: &Path, barred: Vec<Barred>) {
        if let Some(question) = self.questions.iter_mut().find(|question| question.path == *path) {
            question.barred = barred;
        }
    }

    /// Takes over what an earlier agenda knew to be ruled out, until it is known anew.
    #[must_use]
    pub fn barred_as(mut self, earlier: &Self) -> Self {
        for old in earlier.questions.iter().filter(|question| !question.barred.is_empty()) {
            self.bar(&old.path, old.barred.clone());
        }
        self
    }

    /// Whether a page is there: an item may have gone.
    #[must_use]
    pub fn has_page(&self, page: &Path) -> bool {
        self.questions.iter().any(|question| question.page == *page)
    }

    /// How far a page has come.
    #[must_use]
    pub fn progress(&self, page: &Path) -> Progress {
        let mut progress = Progress::default();
        for question in self.questions.iter().filter(|question| question.is_asked()) {
            if question.page == *page {
                progress.asked += 1;
                progress.answered += usize::from(question.is_answered());
            }
            if question.page == *page || (!page.as_str().is_empty() && question.page.is_within(page)) {
                progress.open += usize::from(question.standing == Standing::Open);
                progress.missing += usize::from(question.standing == Standing::Missing);
            }
        }
        progress
    }

    /// The section that a page belongs to: its index.
    #[must_use]
    pub fn section_of(&self, page: &Path) -> usize {
        let first = path_of(&page.steps().into_iter().take(1).collect::<Vec<_>>());
        self.sections.iter().position(|section| section.page == first).unwrap_or(0)
    }
}

/// The page above a page: of an item the page of its list, of a section none.
#[must_use]
pub fn page_above(page: &Path) -> Option<Path> {
    Some(page_of(&list_of(page)?, true))
}

/// The list that an item stands in.
#[must_use]
pub fn list_of(item: &Path) -> Option<Path> {
    let steps = item.steps();
    match steps.split_last() {
        Some((Step::Item(_), list)) => Some(path_of(list)),
        _ => None,
    }
}

/// The page of a path: the innermost item around it, else its section; the plan's own answers share one page, and a list
/// of the plan's own is a section by itself.
fn page_of(path: &Path, is_list: bool) -> Path {
    let steps = path.steps();
    let item = steps[..steps.len().saturating_sub(1)].iter().rposition(|step| matches!(step, Step::Item(_)));
    let length = match item {
        Some(at) => at + 1,
        None => usize::from(steps.len() > 1 || is_list),
    };
    path_of(&steps[..length])
}

pub(super) fn path_of(steps: &[Step]) -> Path {
    steps.iter().fold(Path::default(), |path, step| match step {
        Step::Key(key) => path.key(key),
        Step::Item(name) => path.item(name),
    })
}

/// What the plan keeps and nothing is derived from yet, and what no room decides.
fn is_kept_only(plan: &Plan, path: &Path) -> bool {
    path == plan.format.path()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Templates, samples};
    use crate::interview::Answered;

    fn agenda(text: &str) -> Agenda {
        Agenda::of(&Answered::read(text, &Templates::default()).unwrap().plan)
    }

    fn path(text: &str) -> Path {
        text.parse().unwrap()
    }

    #[test]
    fn sections_come_in_the_order_of_the_plan_and_lists_are_sections() {
        let agenda = agenda("format: ucplan/v1\n");
        let sections: Vec<&str> = agenda.sections().iter().map(|section| section.page.as_str()).collect();
        assert_eq!(
            sections,
            [
                "",
                "servers",
                "domains",
                "simple_urls",
                "certificates",
                "clients",
                "sites",
                "mobility",
                "exchange",
                "cloud_connector"
            ]
        );
        assert_eq!(
            agenda.progress(&Path::default()),
            Progress { asked: 4, answered: 0, open: 0, missing: 1 }
        );
        assert_eq!(agenda.question(&path("sites[HQ].name")).unwrap().path, path("sites"));
    }

    #[test]
    fn items_have_pages_of_their_own_below_their_list() {
        for sample in samples() {
            let agenda = agenda(sample.text);
            let mut items = 0;
            for list in agenda.questions().iter().filter(|question| matches!(question.shape, Shape::Items(_)))
            {
                for item in &list.items {
                    assert_eq!(list_of(item), Some(list.path.clone()));
                    assert_eq!(page_above(item), Some(list.page.clone()));
                    assert!(agenda.page(item).count() > 1, "{item}");
                    items += 1;
                }
            }
            assert!(items > 5, "{}", sample.name);
            assert_eq!(page_above(&path("domains")), None);
        }
    }

    #[test]
    fn a_question_that_makes_no_sense_says_why() {
        let reasons =
            |text: &str, question: &str| agenda(text).question(&path(question)).unwrap().needless.clone();
        let update = "servers.february_2013_update";
        assert_eq!(reasons("format: ucplan/v1\n", update), [path("servers.version")]);
        assert_eq!(reasons("servers: { version: lync-server-2013 }\n", update), []);
        let manual = "mobility: { autodiscover: manual }\n";
        assert_eq!(reasons(manual, "mobility.initial_request"), [path("mobility.autodiscover")]);
    }
}
