//! What a page asks for.

use crate::dataset::{Dataset, Period, Relax, View, ViewKind};

/// Why a request has no figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unanswerable {
    /// The dataset has no such view, and the name is not that of a drawing.
    View(String),
    /// The dataset has no such indicator.
    Indicator(String),
    /// The dataset has no such place.
    Region(String),
    /// The dataset has no such target.
    Target(String),
    /// Not a period.
    Period(String),
    /// A ranking without an indicator.
    NoIndicator,
    /// A trajectory without a target.
    NoTarget,
    /// A target that is no single value to head for.
    NoPath,
    /// A view of several indicators without any.
    NoIndicators,
    /// A gap without two places.
    NoBenchmark,
    /// This build of the core does not draw this view.
    NotBuilt(&'static str),
}

/// Names as an author writes them; empty text is as good as none.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Names {
    /// A view's id, or the name of a drawing.
    pub view: Option<String>,
    /// An indicator's id or name.
    pub indicator: Option<String>,
    /// A period as written.
    pub period: Option<String>,
    /// Places by id, code or name, separated by commas, spaces or 、.
    pub places: Option<String>,
    /// A place.
    pub home: Option<String>,
    /// A place.
    pub benchmark: Option<String>,
    /// A target's id.
    pub target: Option<String>,
}

impl Names {
    /// Starts from the named view and replaces what else is named. Another indicator than the view's
    /// brings its own fullest period and everyone who has a figure, unless those are named too.
    ///
    /// # Errors
    /// The first name that stands for nothing.
    pub fn resolve(&self, dataset: &Dataset) -> Result<View, Unanswerable> {
        let named = |name: &Option<String>| name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let region = |name: String| dataset.region(&name).cloned().ok_or(Unanswerable::Region(name));
        let mut request = match named(&self.view) {
            Some(name) => match (dataset.view(&name), ViewKind::parse(&name)) {
                (Some(view), _) => View::clone(view),
                (None, Some(kind)) => View::blank(kind),
                (None, None) => return Err(Unanswerable::View(name)),
            },
            None => dataset.views.first().map_or_else(|| View::blank(ViewKind::Ranking), |view| View::clone(view)),
        };
        if let Some(name) = named(&self.indicator) {
            let indicator = dataset.indicator(&name).cloned().ok_or(Unanswerable::Indicator(name))?;
            if request.indicator.as_ref().is_none_or(|current| current.id != indicator.id) {
                request =
                    View { indicator: Some(indicator), period: None, places: Vec::new(), target: None, relax: Relax::default(), ..request };
            }
        }
        if let Some(name) = named(&self.target) {
            request.target = Some(dataset.target(&name).cloned().ok_or(Unanswerable::Target(name))?);
        }
        if let Some(name) = named(&self.period) {
            request.period = Some(Period::parse(&name).ok_or(Unanswerable::Period(name))?);
        }
        if let Some(list) = named(&self.places) {
            let list = list.split([',', '，', '、', ';', '；', ' ', '\n']).filter(|name| !name.is_empty());
            request.places.clear();
            for name in list {
                request.places.push(region(name.to_owned())?);
            }
        }
        if let Some(name) = named(&self.home) {
            request.home = Some(region(name)?);
        }
        if let Some(name) = named(&self.benchmark) {
            request.benchmark = Some(region(name)?);
        }
        Ok(request)
    }
}
