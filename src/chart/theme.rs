//! Colours by role, and text size.

use plotters_backend::BackendColor;

use super::palette::{PALETTE, ROLES};

/// An opaque colour, red green blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// As plotters has it, with an opacity.
    pub fn backend(self, opacity: f64) -> BackendColor {
        BackendColor { alpha: opacity, rgb: (self.0, self.1, self.2) }
    }

    /// What is seen where this colour lies over another with an opacity.
    pub fn over(self, under: Color, opacity: f64) -> Color {
        let mix = |over: u8, under: u8| f64::round(f64::from(over) * opacity + f64::from(under) * (1.0 - opacity)) as u8;
        Color(mix(self.0, under.0), mix(self.1, under.1), mix(self.2, under.2))
    }

    /// Relative luminance, 0 to 1, within 0.006: the exact curve of sRGB would link `pow`.
    fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            value * value * (0.7 + 0.3 * value)
        };
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }
}

impl From<u32> for Color {
    /// From 0xRRGGBB.
    fn from(rgb: u32) -> Color {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Color(red, green, blue)
    }
}

/// For what eyes and what paper. The order is that of [`palette`]'s columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Dark ink on a light page.
    #[default]
    Light,
    /// Light ink on a dark page.
    Dark,
    /// Black on white; every text at least 7 : 1.
    Contrast,
    /// White on black; every text at least 7 : 1.
    ContrastDark,
    /// On white paper, also by a printer that has only black.
    Print,
}

/// Modes by the names a page and a program give them.
pub const MODES: [(&str, Mode); 5] = [
    ("light", Mode::Light),
    ("dark", Mode::Dark),
    ("contrast", Mode::Contrast),
    ("contrast-dark", Mode::ContrastDark),
    ("print", Mode::Print),
];

/// Colours by role, and sizes. One accent for the home place, one earth tone for targets, greys for the rest.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Theme {
    /// The page.
    pub paper: Color,
    /// Main text.
    pub ink: Color,
    /// Secondary text.
    pub muted: Color,
    /// The home place.
    pub home: Color,
    /// Gridlines: the only role that may be faint.
    pub grid: Color,
    /// The zero line, and outlines.
    pub axis: Color,
    /// Bars and lines of other places.
    pub peer: Color,
    /// Targets and paths.
    pub target: Color,
    /// Bars that miss a target.
    pub missed: Color,
    /// Fill of what is ahead of others: blue-green, which no colour blindness takes for the earth tones of what is behind.
    pub ahead: Color,
    /// On-track shading, and the word for it.
    pub on_track: Color,
    /// What is a little behind or soon due: shape and text.
    pub caution: Color,
    /// What is far behind or missed: shape and text.
    pub alert: Color,
    /// Whether areas are told apart by outline instead of tint.
    pub outlined: bool,
    /// Factor on all text sizes: 1, larger, or 1.5 for the senior version, whose smallest text is 18 px.
    pub text: f64,
    /// Factor on the heights of rows and plots, below 1 where a sheet has no room for all that could be drawn: see
    /// [`Theme::stretched`] and [`Theme::is_brief`].
    pub stretch: f64,
}

/// The largest factor on heights: bars that are higher are blocks.
const MOST_STRETCH: f64 = 4.0;
/// The least: rows that are lower cannot be told apart.
const LEAST_STRETCH: f64 = 0.65;
/// Below this a drawing is brief.
const BRIEF: f64 = 0.65;

impl Theme {
    /// The theme of a mode, with a text factor from 0.8 to 2.
    pub fn new(mode: Mode, text: f64) -> Theme {
        Theme::with(mode, text, &|_| None)
    }

    /// The same with other colours for some roles, by their order in the palette.
    pub fn with(mode: Mode, text: f64, given: &dyn Fn(usize) -> Option<Color>) -> Theme {
        let text = if text.is_finite() { crate::order::clamp(text, 0.8, 2.0) } else { 1.0 };
        let mut colors = [Color(0, 0, 0); ROLES];
        for (role, (color, modes)) in colors.iter_mut().zip(&PALETTE).enumerate() {
            let own = modes.get(mode as usize).map_or(*color, |rgb| Color::from(*rgb));
            *color = given(role).unwrap_or(own);
        }
        let [ink, paper, home, muted, grid, axis, peer, target, missed, ahead, on_track, caution, alert] = colors;
        let outlined = mode as usize >= Mode::Contrast as usize;
        Theme { ink, paper, home, muted, grid, axis, peer, target, missed, ahead, on_track, caution, alert, outlined, text, stretch: 1.0 }
    }

    /// Whether the page is darker than half.
    pub(super) fn is_dark(&self) -> bool {
        self.paper.0 < 0x80
    }

    /// How opaque a pale area is: on a dark page it takes twice as much to be seen.
    pub(super) fn shade(&self, opacity: f64) -> f64 {
        if self.is_dark() { 2.0 * opacity } else { opacity }
    }

    /// A height of rows or of a plot, times the factor. Only a briefing fills a screen: in pages a drawing is as high as it needs to be.
    pub(super) fn stretched(&self, height: f64) -> f64 {
        if cfg!(feature = "briefing") { height * crate::order::clamp(self.stretch, LEAST_STRETCH, MOST_STRETCH) } else { height }
    }

    /// Whether a drawing leaves out what its table tells too, for a sheet of paper that has no room for both.
    pub(super) fn is_brief(&self) -> bool {
        cfg!(feature = "briefing") && self.stretch < BRIEF
    }

    /// The colour of text on a ground: ink or paper, whichever reads better.
    pub fn on(&self, ground: Color) -> Color {
        let ground = ground.luminance();
        let contrast = |text: Color| {
            let text = text.luminance();
            (text.max(ground) + 0.05) / (text.min(ground) + 0.05)
        };
        if contrast(self.ink) >= contrast(self.paper) { self.ink } else { self.paper }
    }
}
