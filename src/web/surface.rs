//! A plotters backend on a canvas: plotters-canvas, with its faults worked round.
//!
//! [`CanvasBackend`] keeps the canvas, its size and the error type; this wrapper draws, because it must do
//! what that cannot: device pixels (a transform set once), crisp horizontal and vertical lines, round joins, colours and
//! fonts set only when they change, runs of lines in one style stroked as one path, text measured
//! without touching the document (`font`). (Circles could be delegated, but the wrapped backend formats colours
//! with the standard library's float printing, which nothing else here needs: 17 KB of wasm.)

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle, text_anchor::HPos,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::{dom::px, font::Font};
use crate::{
    chart::{Dashes, SUBPIXELS},
    dataset::decimal::{count, shortest},
};

/// A canvas to draw on, in [`SUBPIXELS`] to a CSS pixel.
pub(super) struct Surface<'f> {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// Device pixels to a unit.
    ratio: f64,
    font: &'f Font,
    state: State,
}

/// What the context has been told, so as not to tell it again.
#[derive(Default)]
struct State {
    fill: Option<(BackendRgb, f64)>,
    stroke: Option<(BackendRgb, f64)>,
    width: Option<u32>,
    font: Option<(i32, bool)>,
    align: Option<&'static str>,
    dashes: Option<(i32, i32)>,
    /// Whether a path waits to be stroked.
    pending: bool,
}

type BackendRgb = (u8, u8, u8);
type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

/// Where the baseline lies below the middle of a line of text, in ems.
const BASELINE: f64 = 0.36;

impl<'f> Surface<'f> {
    /// Sizes the canvas to `width` × `height` CSS pixels at `dpr` device pixels each, and clears it.
    /// `None` where the canvas gives no 2D context.
    pub(super) fn new(canvas: &HtmlCanvasElement, width: f64, height: f64, dpr: f64, font: &'f Font) -> Option<Surface<'f>> {
        canvas.set_width((width * dpr).round() as u32);
        canvas.set_height((height * dpr).round() as u32);
        let style = canvas.style();
        let _ = style.set_property("width", &px(width));
        let _ = style.set_property("height", &px(height));
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let ratio = dpr / f64::from(SUBPIXELS);
        // sizing has reset the context
        context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        Some(Surface { backend: CanvasBackend::with_canvas_object(canvas.clone())?, context, ratio, font, state: State::default() })
    }

    fn flush(&mut self) {
        if self.state.pending {
            self.context.stroke();
            self.state.pending = false;
        }
    }

    fn set_fill(&mut self, color: BackendColor) {
        let wanted = Some((color.rgb, color.alpha));
        if self.state.fill != wanted {
            self.context.set_fill_style_str(&css(color));
            self.state.fill = wanted;
        }
    }

    /// Continues the waiting path where the style is the same and opaque, else begins one.
    fn begin_stroke(&mut self, color: BackendColor, width: u32) {
        let wanted = Some((color.rgb, color.alpha));
        let same = self.state.stroke == wanted && self.state.width == Some(width);
        if self.state.pending && same && color.alpha >= 1.0 {
            return;
        }
        self.flush();
        if self.state.stroke != wanted {
            self.context.set_stroke_style_str(&css(color));
            self.state.stroke = wanted;
        }
        if self.state.width != Some(width) {
            self.context.set_line_width(f64::from(width));
            self.state.width = Some(width);
        }
        self.context.begin_path();
        self.state.pending = true;
    }

    /// A coordinate at which a line of this width covers whole device pixels.
    fn crisp(&self, at: i32, width: u32) -> f64 {
        let device = f64::from(at) * self.ratio;
        let odd = (f64::from(width) * self.ratio).round().max(1.0) % 2.0 == 1.0;
        (if odd { device.floor() + 0.5 } else { device.round() }) / self.ratio
    }

    /// A coordinate on the edge of a device pixel.
    fn edge(&self, at: i32) -> f64 {
        (f64::from(at) * self.ratio).round() / self.ratio
    }
}

/// A colour as CSS has it.
pub(super) fn css(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let channels = [count(red.into()), count(green.into()), count(blue.into()), shortest(color.alpha.min(1.0))];
    ["rgba(", &channels.join(","), ")"].concat()
}

impl Dashes for Surface<'_> {
    fn set_dashes(&mut self, lengths: Option<(i32, i32)>) -> bool {
        if self.state.dashes != lengths {
            self.flush();
            let segments = js_sys::Array::new();
            if let Some((dash, gap)) = lengths {
                segments.push(&dash.into());
                segments.push(&gap.into());
            }
            let _ = self.context.set_line_dash(&segments);
            self.state.dashes = lengths;
        }
        true
    }
}

impl DrawingBackend for Surface<'_> {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.backend.get_size();
        let units = |pixels: u32| (f64::from(pixels) / self.ratio) as u32;
        (units(width), units(height))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.flush();
        self.backend.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + SUBPIXELS, point.1 + SUBPIXELS), &color, true)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if fill {
            self.flush();
            self.set_fill(style.color());
            self.context.begin_path();
        } else {
            self.begin_stroke(style.color(), style.stroke_width().max(1));
        }
        // only a negative radius is refused
        let _ = self.context.arc(f64::from(center.0), f64::from(center.1), f64::from(radius), 0.0, core::f64::consts::TAU);
        if fill {
            self.context.fill();
        }
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        let width = style.stroke_width().max(1);
        self.begin_stroke(style.color(), width);
        if let [from, to] = points.as_slice()
            && (from.0 == to.0) != (from.1 == to.1)
        {
            let (upright, level) = (from.0 == to.0, from.1 == to.1);
            let x = |at: i32| if upright { self.crisp(at, width) } else { f64::from(at) };
            let y = |at: i32| if level { self.crisp(at, width) } else { f64::from(at) };
            self.context.move_to(x(from.0), y(from.1));
            self.context.line_to(x(to.0), y(to.1));
            return Ok(());
        }
        for (index, (x, y)) in points.iter().enumerate() {
            let (x, y) = (f64::from(*x), f64::from(*y));
            if index == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.draw_path([from, (to.0, from.1), to, (from.0, to.1), from], style);
        }
        self.flush();
        self.set_fill(style.color());
        let (x, y) = (self.edge(from.0), self.edge(from.1));
        self.context.fill_rect(x, y, self.edge(to.0) - x, self.edge(to.1) - y);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        self.flush();
        self.set_fill(style.color());
        self.context.begin_path();
        for (index, (x, y)) in points.into_iter().enumerate() {
            let (x, y) = (f64::from(x), f64::from(y));
            if index == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
        self.context.fill();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.flush();
        self.set_fill(style.color());
        let wanted = (style.size().round() as i32, matches!(style.style(), FontStyle::Bold));
        if self.state.font != Some(wanted) {
            self.context.set_font(&self.font.css(wanted.0, wanted.1));
            self.state.font = Some(wanted);
        }
        let align = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        if self.state.align != Some(align) {
            self.context.set_text_align(align);
            self.state.align = Some(align);
        }
        // a text that cannot be drawn is told by the table and the reading all the same
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(at.1) + style.size() * BASELINE);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let unit = f64::from(SUBPIXELS);
        let width = self.font.measure(&self.context, text, style.size() / unit, matches!(style.style(), FontStyle::Bold));
        Ok(((width * unit) as u32, (style.size() * 1.2) as u32))
    }
}
