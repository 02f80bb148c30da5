//! Tints of indicators that stand side by side in one bar.

use super::{
    scene::{Area, Scene},
    theme::{Color, Theme},
};

/// Quiet tints of the indicators in their order. Neighbours differ in lightness, so that they part for eyes that do not
/// tell the hues apart; the number on them says which is which.
const LIGHT: [Color; 8] = [
    Color(0x56, 0x6a, 0x83),
    Color(0xd9, 0xc9, 0xa8),
    Color(0x84, 0xab, 0x9c),
    Color(0xdf, 0xd3, 0xe2),
    Color(0x7c, 0x62, 0x78),
    Color(0xc5, 0xdc, 0xe3),
    Color(0xb0, 0xa5, 0x70),
    Color(0xed, 0xd3, 0xc8),
];
const DARK: [Color; 8] = [
    Color(0xa9, 0xb9, 0xcd),
    Color(0x5e, 0x52, 0x38),
    Color(0x6f, 0xa0, 0x8e),
    Color(0x4f, 0x44, 0x58),
    Color(0xc4, 0xa8, 0xc0),
    Color(0x31, 0x50, 0x5b),
    Color(0xa8, 0x9c, 0x62),
    Color(0x63, 0x45, 0x3a),
];

/// The tint of an indicator. Where areas are outlined every second one is bare, and no hue is needed.
pub(super) fn tint(column: usize, theme: &Theme) -> Color {
    if theme.outlined {
        return match column % 4 {
            0 => theme.ink.over(theme.paper, 0.72),
            2 => theme.ink,
            _ => theme.paper,
        };
    }
    let tints = if theme.is_dark() { &DARK } else { &LIGHT };
    tints.get(column % tints.len()).copied().unwrap_or(theme.peer)
}

/// An area in a tint; one that is as bare as the page gets an outline.
pub(super) fn tinted(scene: &mut Scene, area: Area, color: Color, theme: &Theme) {
    if color != theme.paper {
        return scene.rect(area, color, 1.0);
    }
    scene.rect(area, theme.ink, 1.0);
    let inner = Area { x: area.x + 1.0, y: area.y + 1.0, w: area.w - 2.0, h: area.h - 2.0 };
    if inner.w > 0.0 {
        scene.rect(inner, color, 1.0);
    }
}
