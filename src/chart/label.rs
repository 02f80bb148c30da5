//! Texts that find their place, and texts that break into lines.

use super::{
    Frame,
    scene::{Align, Area, Point, Scene, Text},
    theme::Color,
};

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) color: Color,
}

impl Look {
    pub(super) fn plain(size: f64, color: Color) -> Look {
        Look { size, bold: false, color }
    }

    pub(super) fn bold(size: f64, color: Color) -> Look {
        Look { size, bold: true, color }
    }
}

impl Frame<'_> {
    /// A text on the page at a place.
    pub(super) fn label(&self, text: impl Into<String>, at: Point, align: Align, look: Look) -> Text {
        let text = text.into();
        let width = self.text_width(&text, look.size, look.bold);
        Text { text, at, align, size: look.size, bold: look.bold, color: look.color, ground: None, width }
    }

    /// Breaks a text into lines no wider than `width`: between Chinese characters, or at spaces;
    /// never before closing punctuation. A single word wider than that stands alone.
    pub(super) fn wrap(&self, text: &str, size: f64, bold: bool, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            let longer = [line.as_str(), piece].concat();
            if !line.is_empty() && self.text_width(longer.trim_end(), size, bold) > width {
                lines.push(line.trim_end().to_owned());
                line = piece.trim_start().to_owned();
            } else {
                line = longer;
            }
        }
        if !line.trim().is_empty() {
            // a character alone takes another with it
            if let (Some(before), true) = (lines.last_mut(), line.chars().nth(1).is_none())
                && let [rest @ .., last] = pieces(before).as_slice()
                && rest.len() > 1
            {
                line = [last, line.as_str()].concat();
                *before = rest.concat();
            }
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// The same in lines as long as each other, as far as that takes no more of them: 高位 above 上升, not 高位上 above 升.
    pub(super) fn wrap_evenly(&self, text: &str, size: f64, bold: bool, width: f64) -> Vec<String> {
        let lines = self.wrap(text, size, bold, width);
        let even = self.wrap(text, size, bold, self.text_width(text, size, bold) / lines.len() as f64 + 1.0);
        if even.len() == lines.len() { even } else { lines }
    }
}

/// The parts between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut previous: Option<char> = None;
    for (index, character) in text.char_indices() {
        if let Some(before) = previous
            && index > start
            && breaks(before, character)
        {
            parts.extend(text.get(start..index));
            start = index;
        }
        previous = Some(character);
    }
    parts.extend(text.get(start..));
    parts
}

fn breaks(before: char, after: char) -> bool {
    const NOT_BEFORE: &str = "，。；：、）》”’」』！？％%,.;:)!?·—…";
    const NOT_AFTER: &str = "（《“‘「『(—";
    if after.is_ascii_alphabetic() && (before == '-' || before == '’') {
        // Business-environment, but firms’ and Quzhou’s
        return before == '-';
    }
    // a number keeps its unit
    if before.is_ascii_digit() || NOT_BEFORE.chars().any(|c| c == after) || NOT_AFTER.chars().any(|c| c == before) {
        return false;
    }
    before == ' ' || (after != ' ' && (is_wide(before) || is_wide(after)))
}

/// Whether a character is about as wide as it is high.
pub(super) fn is_wide(character: char) -> bool {
    matches!(u32::from(character), 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd)
        || matches!(character, '“' | '”' | '‘' | '’' | '—' | '…' | '▲' | '▼' | '◀' | '▶' | '·')
}

/// Places labels one after another where they neither leave the bounds nor cover what is placed,
/// and where it can be helped, no line runs through them.
pub(super) struct Placer {
    bounds: Area,
    taken: Vec<Area>,
    lines: Vec<Area>,
}

impl Placer {
    pub(super) fn new(bounds: Area) -> Placer {
        Placer { bounds, taken: Vec::new(), lines: Vec::new() }
    }

    /// Marks an area as taken.
    pub(super) fn keep_clear(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Marks a line as better not covered.
    pub(super) fn avoid_line(&mut self, points: &[Point]) {
        const STEP: f64 = 5.0;
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            let steps = crate::order::clamp(f64::ceil(((to.x - from.x).abs() + (to.y - from.y).abs()) / STEP), 1.0, 1000.0) as usize;
            for index in 0..=steps {
                let share = index as f64 / steps as f64;
                let (x, y) = (from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
                self.lines.push(Area { x: x - 1.0, y: y - 1.0, w: 2.0, h: 2.0 });
            }
        }
    }

    fn is_free(&self, area: &Area) -> bool {
        area.within(&self.bounds) && !self.taken.iter().any(|taken| taken.overlaps(area))
    }

    fn covers_no_line(&self, area: &Area) -> bool {
        !self.lines.iter().any(|line| line.overlaps(area))
    }

    /// Sets a text at the first of its candidate places that is free and covers no line, else at the first
    /// that is free; drops it where none is.
    pub(super) fn place(&mut self, scene: &mut Scene, text: Text, candidates: &[(f64, f64, Align)]) -> bool {
        let mut text = text;
        let mut chosen: Option<&(f64, f64, Align)> = None;
        for place in candidates {
            (text.at, text.align) = (Point { x: place.0, y: place.1 }, place.2);
            let area = text.area();
            if self.is_free(&area) {
                if self.covers_no_line(&area) {
                    chosen = Some(place);
                    break;
                }
                chosen = chosen.or(Some(place));
            }
        }
        let Some((x, y, align)) = chosen else { return false };
        (text.at, text.align) = (Point { x: *x, y: *y }, *align);
        self.taken.push(text.area());
        scene.text(text);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        assert_eq!(pieces(text), expect, "{text}");
    }

    #[test]
    fn where_lines_break() {
        check("淮北，市", &["淮", "北，", "市"]);
        check("by 2025 of", &["by ", "2025 ", "of"]);
        check("到2025年（注）", &["到", "2025年", "（注）"]);
        check("2024年1—9月", &["2024年", "1—9月"]);
        check("", &[""]);
    }

    fn square() -> Frame<'static> {
        Frame {
            words: crate::words::Words::new(crate::dataset::Lang::ZhHans),
            theme: crate::chart::Theme::new(crate::chart::Mode::Light, 1.0),
            width: 320.0,
            measure: &|text, size, _| text.chars().count() as f64 * size,
        }
    }

    #[test]
    fn no_character_stands_alone_in_the_last_line() {
        let check =
            |text: &str, letters: f64, expect: &[&str]| assert_eq!(square().wrap(text, 10.0, false, letters * 10.0), expect, "{text}");
        check("挂牌企业数", 4.0, &["挂牌企", "业数"]);
        check("挂牌企业数量", 4.0, &["挂牌企业", "数量"]);
        check("企业数", 2.0, &["企业", "数"]);
        check("数", 2.0, &["数"]);
    }

    #[test]
    fn lines_as_long_as_each_other() {
        let check = |text: &str, letters: f64, expect: &[&str]| {
            assert_eq!(square().wrap_evenly(text, 10.0, false, letters * 10.0), expect, "{text}")
        };
        check("高位上升", 3.0, &["高位", "上升"]);
        check("高位上升", 4.0, &["高位上升"]);
        check("一二三四五六七", 3.5, &["一二三", "四五", "六七"]);
        check("Low, falling", 9.0, &["Low,", "falling"]);
    }
}
