//! What a page asks for.

use std::sync::Arc;

use crate::dataset::{Dataset, Indicator, PathShape, Period, Region, Relax, Target, View, ViewKind};

/// A resolved question: every name stands for a record of the dataset.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which drawing.
    pub kind: ViewKind,
    /// What is compared.
    pub indicator: Option<Arc<Indicator>>,
    /// When; `None` for the fullest period.
    pub period: Option<Period>,
    /// Who; empty for everyone.
    pub places: Vec<Arc<Region>>,
    /// Whose page it is.
    pub home: Option<Arc<Region>>,
    /// Who is looked up to.
    pub benchmark: Option<Arc<Region>>,
    /// The promise followed or drawn as a line.
    pub target: Option<Arc<Target>>,
    /// Rules of comparability given up.
    pub relax: Relax,
    /// The shape of a path.
    pub shape: PathShape,
}

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

impl Request {
    /// A view as the dataset names it.
    pub fn of(view: &View) -> Request {
        Request {
            kind: view.kind,
            indicator: view.indicator.clone(),
            period: view.period,
            places: view.places.clone(),
            home: view.home.clone(),
            benchmark: view.benchmark.clone(),
            target: view.target.clone(),
            relax: view.relax,
            shape: view.shape,
        }
    }

    /// Starts from the named view and replaces what else is named. Another indicator than the view's
    /// brings its own fullest period and everyone who has a figure, unless those are named too.
    ///
    /// # Errors
    /// The first name that stands for nothing.
    pub fn resolve(dataset: &Dataset, names: &Names) -> Result<Request, Unanswerable> {
        let named = |name: &Option<String>| name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let region = |name: String| dataset.region(&name).cloned().ok_or(Unanswerable::Region(name));
        let mut request = match named(&names.view) {
            Some(name) => match (dataset.view(&name), ViewKind::parse(&name)) {
                (Some(view), _) => Request::of(view),
                (None, Some(kind)) => Request::blank(kind),
                (None, None) => return Err(Unanswerable::View(name)),
            },
            None => dataset.views.first().map_or_else(|| Request::blank(ViewKind::Ranking), |view| Request::of(view)),
        };
        if let Some(name) = named(&names.indicator) {
            let indicator = dataset.indicator(&name).cloned().ok_or(Unanswerable::Indicator(name))?;
            if request.indicator.as_ref().is_none_or(|current| current.id != indicator.id) {
                request = Request {
                    indicator: Some(indicator),
                    period: None,
                    places: Vec::new(),
                    target: None,
                    relax: Relax::default(),
                    ..request
                };
            }
        }
        if let Some(name) = named(&names.target) {
            request.target = Some(dataset.target(&name).cloned().ok_or(Unanswerable::Target(name))?);
        }
        if let Some(name) = named(&names.period) {
            request.period = Some(Period::parse(&name).ok_or(Unanswerable::Period(name))?);
        }
        if let Some(list) = named(&names.places) {
            let list = list.split([',', '，', '、', ';', '；', ' ', '\n']).filter(|name| !name.is_empty());
            request.places.clear();
            for name in list {
                request.places.push(region(name.to_owned())?);
            }
        }
        if let Some(name) = named(&names.home) {
            request.home = Some(region(name)?);
        }
        if let Some(name) = named(&names.benchmark) {
            request.benchmark = Some(region(name)?);
        }
        Ok(request)
    }

    fn blank(kind: ViewKind) -> Request {
        Request {
            kind,
            indicator: None,
            period: None,
            places: Vec::new(),
            home: None,
            benchmark: None,
            target: None,
            relax: Relax::default(),
            shape: PathShape::default(),
        }
    }
}
