//! What is asked of every palette: that text and marks stand out from what they lie on (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11), and
//! that colours which lie side by side part for all eyes, and on paper without colours.
//!
//! Colour blindness is simulated as by Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
//! Vision Deficiency", IEEE TVCG 15(6), 2009, at severity 1; differences are distances in Oklab (Ottosson, 2020), in which
//! 0.02 is just noticeable.

#![allow(clippy::indexing_slicing, reason = "a test that panics has failed, which is its job")]

use super::{
    scorecard::fill,
    theme::{Color, MODES, Mode, Theme},
    tint::tint,
};

type Matrix = [[f64; 3]; 3];

const EYES: [(&str, Matrix); 5] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    ("deuteranopia", [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
    GREYS,
];
/// No colours at all: relative luminance alone.
const GREYS: (&str, Matrix) = ("greys", [[0.2126, 0.7152, 0.0722]; 3]);

/// Linear light of the three channels.
fn light(color: Color) -> [f64; 3] {
    [color.0, color.1, color.2].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    })
}

fn times(matrix: &Matrix, [r, g, b]: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * r + row[1] * g + row[2] * b)
}

fn contrast(a: Color, b: Color) -> f64 {
    let [a, b] = [a, b].map(|color| times(&GREYS.1, light(color))[0]);
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn oklab(light: [f64; 3]) -> [f64; 3] {
    const CONES: Matrix = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ];
    const LAB: Matrix = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ];
    times(&LAB, times(&CONES, light).map(libm::cbrt))
}

/// How different two colours look to such eyes.
fn difference(a: Color, b: Color, eyes: &Matrix) -> f64 {
    let [a, b] = [a, b].map(|color| oklab(times(eyes, light(color)).map(|value| value.clamp(0.0, 1.0))));
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

/// The five palettes, and what is asked of their texts.
fn themes() -> [(&'static str, Theme, f64); 5] {
    MODES.map(|(name, mode)| (name, Theme::new(mode, 1.0), if matches!(mode, Mode::Contrast | Mode::ContrastDark) { 7.0 } else { 4.5 }))
}

fn stands_out(theme: &str, what: &str, color: Color, ground: Color, least: f64) {
    let found = contrast(color, ground);
    assert!(found >= least, "{theme}: {what} {color:?} on {ground:?} is {found:.2} : 1, not {least}");
}

#[test]
fn text_reads_on_what_it_stands_on() {
    for (name, theme, least) in themes() {
        let said = [
            ("ink", theme.ink),
            ("muted", theme.muted),
            ("home", theme.home),
            ("target", theme.target),
            ("good", theme.on_track),
            ("caution", theme.caution),
            ("alert", theme.alert),
        ];
        for (what, color) in said {
            stands_out(name, what, color, theme.paper, least);
        }
        // the home place's row is tinted
        let row = theme.home.over(theme.paper, 0.07);
        for (what, color) in [("ink", theme.ink), ("muted", theme.muted), ("home", theme.home)] {
            stands_out(name, what, color, row, least);
        }
        for bar in [theme.home, theme.peer, theme.missed] {
            stands_out(name, "text on a bar", theme.on(bar), bar, least);
        }
        for step in 0..6 {
            stands_out(name, "text on a cell", theme.ink, fill(step, &theme), least);
        }
        for column in 0..8 {
            stands_out(name, "number on a tint", theme.on(tint(column, &theme)), tint(column, &theme), least.min(4.5));
        }
    }
}

#[test]
fn marks_stand_out_from_the_page() {
    for (name, theme, _) in themes() {
        for (what, color) in [
            ("home", theme.home),
            ("peer", theme.peer),
            ("target", theme.target),
            ("missed", theme.missed),
            ("ahead", theme.ahead),
            ("axis", theme.axis),
            ("good", theme.on_track),
            ("caution", theme.caution),
            ("alert", theme.alert),
        ] {
            stands_out(name, what, color, theme.paper, 3.0);
        }
    }
}

#[test]
fn neighbours_part_for_all_eyes() {
    for (mode, theme, _) in themes() {
        let mut pairs = vec![
            ("home and peer", theme.home, theme.peer, 0.07),
            ("home and target", theme.home, theme.target, 0.08),
            ("home and missed", theme.home, theme.missed, 0.08),
            ("peer and missed", theme.peer, theme.missed, 0.08),
            ("peer and target", theme.peer, theme.target, 0.08),
            ("ahead and missed", theme.ahead, theme.missed, 0.08),
            ("best and worst cells", fill(0, &theme), fill(4, &theme), 0.04),
            ("good and caution", theme.on_track, theme.caution, 0.04),
            ("good and alert", theme.on_track, theme.alert, 0.04),
            ("caution and alert", theme.caution, theme.alert, 0.06),
        ];
        for column in 0..8 {
            pairs.push(("tints", tint(column, &theme), tint(column + 1, &theme), 0.1));
        }
        for (what, a, b, least) in pairs {
            for (eyes, matrix) in &EYES {
                // in greys it is the shapes and words that tell the hues of status and target apart
                if *eyes == GREYS.0 && !["tints", "home and peer"].contains(&what) {
                    continue;
                }
                let found = difference(a, b, matrix);
                assert!(found >= least, "{mode}, {eyes}: {what} are {found:.3} apart, not {least}");
            }
        }
    }
}

#[test]
fn known_colours() {
    let check = |a: Color, b: Color, ratio: f64| assert!((contrast(a, b) - ratio).abs() < 0.01, "{a:?} on {b:?}");
    check(Color(0, 0, 0), Color(255, 255, 255), 21.0);
    check(Color(0x77, 0x77, 0x77), Color(255, 255, 255), 4.48);
    // white is white to all eyes
    for (eyes, matrix) in &EYES {
        assert!(difference(Color(255, 255, 255), Color(255, 255, 255), matrix) < 1e-9, "{eyes}");
        let seen = times(matrix, [1.0; 3]);
        assert!(seen.iter().all(|channel| (channel - 1.0).abs() < 1e-4), "{eyes}: {seen:?}");
    }
    // red and green of one lightness part for those with all cones only
    let (red, green) = (Color(0xb8, 0x4a, 0x20), Color(0x5e, 0x7f, 0x20));
    assert!(difference(red, green, &EYES[0].1) > 0.15 && difference(red, green, &EYES[2].1) < 0.07);
}

#[test]
fn text_on_a_ground_is_ink_or_paper() {
    let check = |mode: Mode, ground: Color, is_ink: bool| {
        let theme = Theme::new(mode, 1.0);
        assert_eq!(theme.on(ground), if is_ink { theme.ink } else { theme.paper }, "{mode:?} {ground:?}");
    };
    check(Mode::Light, Color(0x14, 0x56, 0xb8), false);
    check(Mode::Light, Color(0x8c, 0x95, 0xa1), true);
    check(Mode::Dark, Color(0x6f, 0xa8, 0xf5), false);
    check(Mode::Dark, Color(0x61, 0x6a, 0x76), true);
    check(Mode::Print, Color(0, 0, 0), false);
}
