//! A drawing that stands alone: title above, notes and sources below.

use super::{
    Frame,
    label::Look,
    lay_out,
    scene::{Align, Area, Mark, Point, Scene},
};
use crate::{figure::Figure, words::page};

const MARGIN: f64 = 24.0;

/// What follows after the sources of a drawing that stands alone.
#[derive(Clone, Debug, Default)]
pub struct Foot {
    /// Lines of text, such as when it was drawn.
    pub lines: Vec<String>,
    /// A drawing in the lower left, such as the code of an address.
    pub code: Option<Scene>,
}

/// Lays out a figure with its title, subtitle, notes and sources, as it is saved or printed.
pub fn sheet(figure: &Figure, frame: &Frame<'_>) -> Scene {
    sheet_with_foot(figure, frame, Foot::default())
}

/// The same with more below.
pub fn sheet_with_foot(figure: &Figure, frame: &Frame<'_>, foot: Foot) -> Scene {
    let page = page(frame.words, figure);
    let width = frame.clamped_width();
    let inner = width - 2.0 * MARGIN;
    let theme = &frame.theme;
    let mut scene = Scene { width, ..Scene::default() };
    let mut y = MARGIN;
    let write = |scene: &mut Scene, y: &mut f64, text: &str, look: Look, leading: f64| {
        // titles are of lines as long as each other
        let lines = if look.bold { frame.wrap_evenly(text, look.size, true, inner) } else { frame.wrap(text, look.size, false, inner) };
        for line in lines {
            let at = Point { x: MARGIN, y: *y + look.size * leading / 2.0 };
            scene.text(frame.label(line, at, Align::Start, look));
            *y += look.size * leading;
        }
    };
    write(&mut scene, &mut y, &page.title, Look::bold(19.0 * theme.text, theme.ink), 1.35);
    y += 4.0;
    write(&mut scene, &mut y, &page.subtitle.join("　·　"), Look::plain(13.0 * theme.text, theme.muted), 1.5);
    y += 14.0;
    let chart = lay_out(figure, &Frame { width: inner, ..*frame });
    scene.hits = chart.hits;
    scene.marks.extend(chart.marks.into_iter().map(|mark| moved(mark, MARGIN, y)));
    y += chart.height + 12.0;
    for text in page.notes.iter().chain([&page.sources]).chain(&foot.lines) {
        write(&mut scene, &mut y, text, Look::plain(12.0 * theme.text, theme.muted), 1.6);
    }
    if let Some(code) = foot.code {
        y += 12.0;
        scene.marks.extend(code.marks.into_iter().map(|mark| moved(mark, MARGIN, y)));
        y += code.height;
    }
    scene.height = y + MARGIN * 0.75;
    // the page itself, below everything
    scene.marks.insert(0, Mark::Rect { area: Area { x: 0.0, y: 0.0, w: width, h: scene.height }, color: theme.paper, opacity: 1.0 });
    scene
}

/// The same mark elsewhere.
pub(super) fn moved(mut mark: Mark, x: f64, y: f64) -> Mark {
    let shift = |point: &mut Point| {
        point.x += x;
        point.y += y;
    };
    match &mut mark {
        Mark::Rect { area, .. } => {
            area.x += x;
            area.y += y;
        }
        Mark::Line(line) => line.points.iter_mut().for_each(shift),
        Mark::Shape { points, .. } => points.iter_mut().for_each(shift),
        Mark::Dot(dot) => shift(&mut dot.at),
        Mark::Text(text) => shift(&mut text.at),
    }
    mark
}
