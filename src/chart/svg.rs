//! A scene as SVG text: real text, one decimal, no dependency on a browser.

use core::{convert::Infallible, fmt::Write};

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle, text_anchor::HPos,
};

use super::{
    label::is_wide,
    paint::{Dashes, SUBPIXELS, paint},
    scene::Scene,
};
use crate::dataset::{
    Lang,
    decimal::{fixed, shortest},
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
    let _ = write!(
        backend.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" lang=\"{}\" font-family=\"{}\">\n<title>{}</title>\n",
        lang.tag(),
        font_stack(lang),
        escaped(title)
    );
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

struct Svg {
    out: String,
    size: (u32, u32),
    dashes: Option<(i32, i32)>,
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

fn paint_attributes(kind: &str, color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let mut out = format!(" {kind}=\"#{red:02x}{green:02x}{blue:02x}\"");
    if color.alpha < 1.0 {
        let _ = write!(out, " {kind}-opacity=\"{}\"", shortest(color.alpha));
    }
    out
}

fn path_data(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut out = String::new();
    for (index, (x, y)) in points.into_iter().enumerate() {
        let _ = write!(out, "{}{},{}", if index == 0 { "M" } else { "L" }, number(x), number(y));
    }
    out
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
        let (w, h) = (number(to.0 - from.0), number(to.1 - from.1));
        let _ = writeln!(
            self.out,
            "<rect x=\"{}\" y=\"{}\" width=\"{w}\" height=\"{h}\"{}/>",
            number(from.0),
            number(from.1),
            paint_attributes("fill", style.color())
        );
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let _ = writeln!(
            self.out,
            "<path d=\"{}\" fill=\"none\"{} stroke-width=\"{}\" stroke-linejoin=\"round\"{}/>",
            path_data(path),
            paint_attributes("stroke", style.color()),
            number(style.stroke_width() as i32),
            self.dashes.map(|(dash, gap)| format!(" stroke-dasharray=\"{} {}\"", number(dash), number(gap))).unwrap_or_default()
        );
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let _ = writeln!(self.out, "<path d=\"{}Z\"{}/>", path_data(points), paint_attributes("fill", style.color()));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        let _ = writeln!(
            self.out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            number(center.0),
            number(center.1),
            number(radius as i32),
            paint_attributes("fill", style.color())
        );
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"600\"" } else { "" };
        // the middle of the height of Chinese characters lies 0.36 em above the baseline
        let baseline = at.1 + (style.size() * 0.36) as i32;
        let _ = writeln!(
            self.out,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}{weight}{}>{}</text>",
            number(at.0),
            number(baseline),
            number(style.size() as i32),
            paint_attributes("fill", style.color()),
            escaped(text)
        );
        Ok(())
    }
}
