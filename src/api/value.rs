//! What JavaScript hands in.

/// A value of JavaScript, as far as an input may hold it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Value {
    /// `null`, `undefined`.
    Nothing,
    /// A truth value.
    Flag(bool),
    /// Any number, also one that is not finite.
    Number(f64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// A `Float64Array`, whose NaN stand for missing cells.
    Numbers(Vec<f64>),
    /// A plain object, fields in their order.
    Object(Vec<(String, Value)>),
    /// Something else: a function, a symbol, a big integer.
    Other,
}

impl Value {
    /// What it is called in a message.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::Nothing => "null",
            Value::Flag(_) => "boolean",
            Value::Number(_) => "number",
            Value::Text(_) => "string",
            Value::List(_) => "array",
            Value::Numbers(_) => "Float64Array",
            Value::Object(_) => "object",
            Value::Other => "function",
        }
    }
}
