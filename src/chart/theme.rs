//! Colours by role, and text size.

use plotters_backend::BackendColor;

/// An opaque colour, red green blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// As plotters has it, with an opacity.
    pub fn backend(self, opacity: f64) -> BackendColor {
        BackendColor { alpha: opacity, rgb: (self.0, self.1, self.2) }
    }
}

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Dark ink on a light page.
    #[default]
    Light,
    /// Light ink on a dark page.
    Dark,
}

/// Colours by role. One accent for the home place, one earth tone for targets, greys for the rest.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Theme {
    /// The page.
    pub paper: Color,
    /// Main text.
    pub ink: Color,
    /// Secondary text; at least 4.5 : 1 on the page.
    pub muted: Color,
    /// Gridlines.
    pub grid: Color,
    /// The zero line.
    pub axis: Color,
    /// Bars and lines of other places.
    pub peer: Color,
    /// Text on such a bar.
    pub on_peer: Color,
    /// The home place.
    pub home: Color,
    /// Text on a bar of the home place.
    pub on_home: Color,
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
    /// Factor on all text sizes: 1, larger, or 1.5 for the senior version, whose smallest text is 18 px.
    pub text: f64,
}

impl Theme {
    /// The theme of a mode, with a text factor from 0.8 to 2.
    pub fn new(mode: Mode, text: f64) -> Theme {
        let text = if text.is_finite() { crate::order::clamp(text, 0.8, 2.0) } else { 1.0 };
        match mode {
            Mode::Light => Theme {
                paper: Color(0xff, 0xff, 0xff),
                ink: Color(0x1f, 0x23, 0x29),
                muted: Color(0x5f, 0x66, 0x70),
                grid: Color(0xe7, 0xe9, 0xec),
                axis: Color(0x9a, 0xa1, 0xab),
                peer: Color(0xb4, 0xbc, 0xc7),
                on_peer: Color(0x1f, 0x23, 0x29),
                home: Color(0x14, 0x56, 0xb8),
                on_home: Color(0xff, 0xff, 0xff),
                target: Color(0x8a, 0x4b, 0x08),
                missed: Color(0xdc, 0xbd, 0x95),
                ahead: Color(0x8f, 0xcd, 0xc6),
                on_track: Color(0x1e, 0x7f, 0x4f),
                caution: Color(0x96, 0x64, 0x00),
                alert: Color(0xb4, 0x23, 0x18),
                text,
            },
            Mode::Dark => Theme {
                paper: Color(0x16, 0x19, 0x1d),
                ink: Color(0xec, 0xee, 0xf1),
                muted: Color(0xa6, 0xae, 0xb9),
                grid: Color(0x2e, 0x33, 0x3a),
                axis: Color(0x6b, 0x73, 0x7e),
                peer: Color(0x56, 0x5f, 0x6b),
                on_peer: Color(0xff, 0xff, 0xff),
                home: Color(0x6f, 0xa8, 0xf5),
                on_home: Color(0x0c, 0x14, 0x20),
                target: Color(0xe0, 0xa0, 0x5a),
                missed: Color(0x70, 0x54, 0x30),
                ahead: Color(0x1d, 0x5f, 0x5a),
                on_track: Color(0x58, 0xc0, 0x8a),
                caution: Color(0xe3, 0xb3, 0x41),
                alert: Color(0xf2, 0x87, 0x7c),
                text,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2.2.
    fn luminance(color: Color) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(color.0) + 0.7152 * channel(color.1) + 0.0722 * channel(color.2)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_reads_on_what_it_stands_on() {
        for mode in [Mode::Light, Mode::Dark] {
            let theme = Theme::new(mode, 1.0);
            for (text, ground) in [
                (theme.ink, theme.paper),
                (theme.muted, theme.paper),
                (theme.home, theme.paper),
                (theme.target, theme.paper),
                (theme.on_track, theme.paper),
                (theme.caution, theme.paper),
                (theme.alert, theme.paper),
                (theme.on_peer, theme.peer),
                (theme.on_peer, theme.missed),
                (theme.on_peer, theme.ahead),
                (theme.ink, theme.missed),
                (theme.ink, theme.ahead),
                (theme.on_home, theme.home),
            ] {
                assert!(contrast(text, ground) >= 4.5, "{mode:?}: {text:?} on {ground:?} is {:.2}", contrast(text, ground));
            }
            for graphic in [theme.home, theme.target, theme.axis] {
                assert!(contrast(graphic, theme.paper) >= 2.4, "{mode:?}: {graphic:?} is {:.2}", contrast(graphic, theme.paper));
            }
        }
    }
}
