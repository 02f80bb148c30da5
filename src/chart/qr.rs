//! An address as a code that a phone's camera reads.

use qrcodegen::{QrCode, QrCodeEcc};

use super::{
    scene::{Area, Scene},
    theme::Color,
};

/// Modules that stay light on every side, as ISO/IEC 18004 asks.
const QUIET: i32 = 4;

/// The code of a text as dark modules on light paper, whatever the theme: not every phone reads the reverse. About
/// `size` CSS pixels wide and high, with whole pixels to a module. `None` where the text is too long for a code.
pub fn qr(text: &str, size: f64) -> Option<Scene> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let modules = code.size();
    let across = f64::from(modules + 2 * QUIET);
    let module = f64::floor(size / across).max(2.0);
    let side = across * module;
    let mut scene = Scene { width: side, height: side, ..Scene::default() };
    scene.rect(Area { x: 0.0, y: 0.0, w: side, h: side }, Color(0xff, 0xff, 0xff), 1.0);
    let at = |index: i32| f64::from(index + QUIET) * module;
    for row in 0..modules {
        let mut start = None;
        // one column past the last, which is light: it ends a run
        for column in 0..=modules {
            match (start, code.get_module(column, row)) {
                (None, true) => start = Some(column),
                (Some(first), false) => {
                    scene.rect(Area { x: at(first), y: at(row), w: at(column) - at(first), h: module }, Color(0, 0, 0), 1.0);
                    start = None;
                }
                _ => {}
            }
        }
    }
    Some(scene)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Mark;

    /// What a reader that shares no code with the writer makes of it.
    fn read(scene: &Scene) -> String {
        let side = scene.width as usize;
        let is_dark = |x: usize, y: usize| {
            let at = crate::chart::Point { x: x as f64 + 0.5, y: y as f64 + 0.5 };
            scene.marks.iter().any(|mark| matches!(mark, Mark::Rect { area, color, .. } if *color == Color(0, 0, 0) && area.contains(at)))
        };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| if is_dark(x, y) { 0 } else { 255 });
        let grids = image.detect_grids();
        grids[0].decode().unwrap().1
    }

    #[test]
    fn a_reader_reads_what_was_written() {
        for text in [
            "https://example.gov.cn/",
            "https://example.gov.cn/a.html#duibiao.w=1;home=wuhu;places=huaibei,wuhu",
            "对标：芜湖",
            &["https://example.gov.cn/?", &"q".repeat(700)].concat(),
        ] {
            let scene = qr(text, 180.0).unwrap();
            assert_eq!(read(&scene), text);
            assert_eq!(scene.width.fract(), 0.0);
        }
    }

    #[test]
    fn its_edge_stays_light() {
        let scene = qr("a", 180.0).unwrap();
        let module = scene.width / 29.0;
        for mark in &scene.marks[1..] {
            let Mark::Rect { area, .. } = mark else { panic!("{mark:?}") };
            assert!(area.x >= 4.0 * module && area.x + area.w <= scene.width - 4.0 * module);
            assert!(area.y >= 4.0 * module && area.y + area.h <= scene.height - 4.0 * module);
        }
    }

    #[test]
    fn what_is_too_long_has_none() {
        assert_eq!(qr(&"长".repeat(2000), 180.0), None);
    }
}
