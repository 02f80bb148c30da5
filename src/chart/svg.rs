//! A scene as SVG text: real text, one decimal, no dependency on a browser.

use core::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle, text_anchor::HPos,
};

use super::{
    label::is_wide,
    paint::{Dashes, SUBPIXELS, paint},
    scene::Scene,
};
use crate::{
    dataset::{
        Lang,
        decimal::{fixed, shortest},
    },
    words::escaped,
};

/// CSS font families that have Chinese, in the order they are looked for; in English, Latin ones come first.
pub fn font_stack(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => {
            "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','WenQuanYi Micro Hei',sans-serif"
        }
        Lang::ZhHant => "'PingFang TC','PingFang HK','Microsoft JhengHei','Noto Sans CJK TC','Noto Sans TC',sans-serif",
        Lang::En => "system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif",
    }
}

/// The width of a text where nothing can measure it: an em for a Chinese character, and by class for the rest.
/// In the unit of `size`.
pub fn estimate_width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|character| match character {
            wide if is_wide(wide) => 1.0,
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | 'f' | 't' | 'r' | '(' | ')' => 0.32,
            'm' | 'w' | 'M' | 'W' | '%' => 0.9,
            upper if upper.is_ascii_uppercase() => 0.66,
            _ => 0.56,
        })
        .sum();
    ems * size * if bold { 1.05 } else { 1.0 }
}

/// The scene as an SVG document with a title for those who cannot see it.
pub fn svg(scene: &Scene, title: &str, lang: Lang) -> String {
    let mut backend = Svg { out: String::new(), size: (units(scene.width), units(scene.height)), dashes: None };
    let (width, height) = (fixed(scene.width, 0), fixed(scene.height, 0));
    backend.put("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    backend.attribute("viewBox", &["0 0 ", &width, " ", &height].concat());
    for (name, value) in [("width", &*width), ("height", &height), ("role", "img"), ("lang", lang.tag()), ("font-family", font_stack(lang))]
    {
        backend.attribute(name, value);
    }
    backend.out.extend([">\n<title>", &escaped(title), "</title>\n"]);
    match paint(scene, &mut backend) {
        Ok(()) => {}
        // the error type has no values
        Err(DrawingErrorKind::DrawingError(never)) => match never {},
        Err(DrawingErrorKind::FontError(_)) => {}
    }
    backend.out.push_str("</svg>\n");
    backend.out
}

fn units(value: f64) -> u32 {
    (value * f64::from(SUBPIXELS)) as u32
}

struct Svg {
    out: String,
    size: (u32, u32),
    dashes: Option<(i32, i32)>,
}

impl Svg {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.extend([" ", name, "=\"", value, "\""]);
    }

    /// Attributes that are lengths or coordinates.
    fn lengths(&mut self, values: &[(&str, i32)]) {
        for (name, value) in values {
            self.attribute(name, &number(*value));
        }
    }

    fn color(&mut self, kind: &str, color: BackendColor) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut value = String::from("#");
        for channel in [color.rgb.0, color.rgb.1, color.rgb.2] {
            for half in [channel >> 4, channel & 15] {
                value.extend(DIGITS.get(usize::from(half)).map(|digit| char::from(*digit)));
            }
        }
        self.attribute(kind, &value);
        if color.alpha < 1.0 {
            self.attribute(&[kind, "-opacity"].concat(), &shortest(color.alpha));
        }
    }

    /// A path along these points, ended with `end`.
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, end: &str) {
        self.put("<path d=\"");
        for (index, (x, y)) in points.into_iter().enumerate() {
            self.out.extend([if index == 0 { "M" } else { "L" }, &number(x), ",", &number(y)]);
        }
        self.out.extend([end, "\""]);
    }
}

impl Dashes for Svg {
    fn set_dashes(&mut self, lengths: Option<(i32, i32)>) -> bool {
        self.dashes = lengths;
        true
    }
}

fn number(value: i32) -> String {
    let value = f64::from(value) / f64::from(SUBPIXELS);
    let text = fixed(value, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + SUBPIXELS, point.1 + SUBPIXELS), &color, true)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _: bool) -> Drawn {
        self.put("<rect");
        self.lengths(&[("x", from.0), ("y", from.1), ("width", to.0 - from.0), ("height", to.1 - from.1)]);
        self.color("fill", style.color());
        self.put("/>\n");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.path(path, "");
        self.attribute("fill", "none");
        self.color("stroke", style.color());
        self.lengths(&[("stroke-width", style.stroke_width() as i32)]);
        self.attribute("stroke-linejoin", "round");
        if let Some((dash, gap)) = self.dashes {
            self.attribute("stroke-dasharray", &[number(dash), number(gap)].join(" "));
        }
        self.put("/>\n");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        self.path(points, "Z");
        self.color("fill", style.color());
        self.put("/>\n");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        self.put("<circle");
        self.lengths(&[("cx", center.0), ("cy", center.1), ("r", radius as i32)]);
        self.color("fill", style.color());
        self.put("/>\n");
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        // the middle of the height of Chinese characters lies 0.36 em above the baseline
        let baseline = at.1 + (style.size() * 0.36) as i32;
        self.put("<text");
        self.lengths(&[("x", at.0), ("y", baseline), ("font-size", style.size() as i32)]);
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => self.attribute("text-anchor", "middle"),
            HPos::Right => self.attribute("text-anchor", "end"),
        }
        if matches!(style.style(), FontStyle::Bold) {
            self.attribute("font-weight", "600");
        }
        self.color("fill", style.color());
        self.out.extend([">", &escaped(text), "</text>\n"]);
        Ok(())
    }
}
