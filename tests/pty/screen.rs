//! What a person sees of a screen.

use vt100::Screen;

/// All that stands on a screen.
pub fn text(screen: &Screen) -> String {
    screen.contents()
}

/// The lines of a screen, without blanks at their ends.
pub fn lines(screen: &Screen) -> Vec<String> {
    let (lines, columns) = screen.size();
    let rows = screen.rows(0, columns.get()).take(lines.get().into());
    rows.map(|row| row.trim_end().to_owned()).collect()
}

/// All that a person sees of a screen: each cell's letters and how they look, and the cursor.
pub type Seen = (Vec<(String, String)>, Option<(u16, u16)>);

/// All that a person sees of a screen.
pub fn seen(screen: &Screen) -> Seen {
    let (lines, columns) = screen.size();
    let places = (0..lines.get()).flat_map(|line| (0..columns.get()).map(move |column| (line, column)));
    let cells = places.filter_map(|(line, column)| screen.cell(line, column)).map(|cell| {
        // A cell that was wiped looks like one with a blank in it.
        let letters = if cell.has_contents() { cell.contents() } else { " " };
        let weight = (cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse());
        (letters.to_owned(), format!("{:?} on {:?} {weight:?}", cell.fgcolor(), cell.bgcolor()))
    });
    (cells.collect(), (!screen.hide_cursor()).then(|| screen.cursor_position()))
}
