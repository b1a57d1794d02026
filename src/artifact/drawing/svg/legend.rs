//! The legend: what colours and dashes of arrows mean.

use super::{FAINT, Paper, color_of, dashes_of};
use crate::artifact::drawing::layout::{fit, width_of};
use crate::artifact::drawing::{Nature, Zone};
use crate::requirement::Level;

/// A sample has so much room before its words.
const SAMPLE: i32 = 34;

/// How high a row is.
const ROW: i32 = 20;

/// What the legend explains.
#[derive(Clone, Copy)]
struct Sample {
    key: &'static str,
    nature: Nature,
    zone: Zone,
}

const SAMPLES: [Sample; 6] = [
    Sample { key: "drawing-legend-internet", nature: Nature::Flow(Level::Required), zone: Zone::Internet },
    Sample { key: "drawing-legend-perimeter", nature: Nature::Flow(Level::Required), zone: Zone::Perimeter },
    Sample { key: "drawing-legend-inside", nature: Nature::Flow(Level::Required), zone: Zone::Inside },
    Sample {
        key: "drawing-legend-recommended",
        nature: Nature::Flow(Level::Recommended),
        zone: Zone::Inside,
    },
    Sample { key: "drawing-legend-optional", nature: Nature::Flow(Level::Optional), zone: Zone::Inside },
    Sample { key: "drawing-legend-balancing", nature: Nature::Balancing, zone: Zone::Inside },
];

impl Paper<'_> {
    /// How high the legend is.
    pub(super) fn legend_height(&self) -> i32 {
        ROW * self.legend_rows().last().map_or(0, |(_, _, row)| row + 1)
    }

    /// The rows of the legend: what is shown, in which words, and on which row it stands.
    fn legend_rows(&self) -> Vec<(Sample, i32, i32)> {
        let (mut x, mut row) = (24, 0);
        let place = |sample: Sample| {
            let width = SAMPLE + width_of(&self.say(sample.key), 11) + 24;
            if x > 24 && x + width > self.layout.width {
                (x, row) = (24, row + 1);
            }
            let placed = (sample, x, row);
            x += width;
            placed
        };
        SAMPLES.into_iter().map(place).collect()
    }

    /// Draws the legend below the zones.
    pub(super) fn legend(&mut self) {
        for (sample, x, row) in self.legend_rows() {
            let y = self.layout.bottom + 24 + ROW * row;
            let (color, dashes) = (color_of(sample.nature, sample.zone), dashes_of(sample.nature));
            let (end, back) = (x + 26, x + 18);
            self.put(&format!(
                r#"<path d="M{x} {y}L{end} {y}" fill="none" stroke="{color}" stroke-width="1.5"{dashes}/>"#
            ));
            self.put(&format!(
                r#"<polygon points="{end},{y} {back},{} {back},{}" fill="{color}"/>"#,
                y - 4,
                y + 4
            ));
            let words = fit(&self.say(sample.key), 11, self.layout.width - SAMPLE - 48);
            self.words((x + SAMPLE, y + 4), 11, &format!(r#"fill="{FAINT}""#), &words);
        }
    }
}
