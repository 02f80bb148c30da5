//! Reads Rust and JavaScript just well enough to tell literals from the rest: comments and tests are left out.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A piece of source.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    /// A name or a number.
    Word(String),
    /// What stands between quotes, as written.
    Text(String),
    /// Anything else.
    Mark(char),
}

/// A source file in pieces, each with its line.
pub(crate) struct Source {
    /// From the root of the repository.
    pub(crate) path: String,
    pub(crate) pieces: Vec<(usize, Piece)>,
}

impl Source {
    /// Entries of tables it names, `Phrase::Over` or `use Phrase::{Over, …}`, each table by its own name or the one it
    /// is used `as`.
    pub(crate) fn entries(&self) -> Vec<(&str, &str)> {
        let word = |index: usize| match self.pieces.get(index) {
            Some((_, Piece::Word(word))) => Some(word.as_str()),
            _ => None,
        };
        let mark = |index: usize, mark: char| matches!(self.pieces.get(index), Some((_, Piece::Mark(found))) if *found == mark);
        let mut renamed = Vec::new();
        let mut entries = Vec::new();
        for index in 0..self.pieces.len() {
            let Some(table) = word(index) else { continue };
            if word(index + 1) == Some("as") {
                renamed.extend(word(index + 2).map(|name| (name, table)));
            }
            if !mark(index + 1, ':') || !mark(index + 2, ':') {
                continue;
            }
            let table = renamed.iter().find(|(name, _)| *name == table).map_or(table, |(_, table)| table);
            let list = (index + 4..).take_while(|_| mark(index + 3, '{')).take_while(|at| *at < self.pieces.len() && !mark(*at, '}'));
            for at in std::iter::once(index + 3).chain(list) {
                entries.extend(word(at).map(|entry| (table, entry)));
            }
        }
        entries
    }

    /// Its literals.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (usize, &str)> {
        self.pieces.iter().filter_map(|(line, piece)| match piece {
            Piece::Text(text) => Some((*line, text.as_str())),
            _ => None,
        })
    }
}

/// The files of a kind below a folder of the repository, but for those that are tests.
pub(crate) fn below(folder: &str, kind: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join(folder), kind, &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        Source { path, pieces: if kind == "rs" { rust(&text) } else { javascript(&text) } }
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, kind: &str, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, kind, paths);
        } else if path.extension().is_some_and(|extension| extension == kind) && !path.ends_with("tests.rs") {
            paths.push(path);
        }
    }
}

/// Rust without its attributes, whose texts are for programmers, and without the tests at the end of a file.
pub(crate) fn rust(text: &str) -> Vec<(usize, Piece)> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut reader = Reader::new(code);
    while let Some(next) = reader.peek(0) {
        let raw = if next == 'b' { 1 } else { 0 };
        if reader.skip_comment() {
        } else if next == '#' && matches!((reader.peek(1), reader.peek(2)), (Some('['), _) | (Some('!'), Some('['))) {
            reader.skip_attribute();
        } else if reader.peek(raw) == Some('r') && matches!(reader.peek(raw + 1), Some('"' | '#')) && reader.raw_text(raw + 1) {
        } else if next == '"' {
            reader.text('"');
        } else if next == '\'' && (reader.peek(1) == Some('\\') || reader.peek(2) == Some('\'')) {
            reader.text('\'');
        } else {
            reader.other();
        }
    }
    reader.pieces
}

/// JavaScript without its regular expressions. What a template's `${}` holds counts as text.
pub(crate) fn javascript(text: &str) -> Vec<(usize, Piece)> {
    let mut reader = Reader::new(text);
    while let Some(next) = reader.peek(0) {
        // a slash after a value divides; elsewhere a regular expression begins
        let after_value = matches!(reader.pieces.last(), Some((_, Piece::Word(_) | Piece::Text(_) | Piece::Mark(')' | ']'))));
        match next {
            _ if reader.skip_comment() => {}
            '"' | '\'' | '`' => reader.text(next),
            '/' if !after_value => reader.skip_expression(),
            _ => reader.other(),
        }
    }
    reader.pieces
}

struct Reader {
    rest: Vec<char>,
    at: usize,
    line: usize,
    pieces: Vec<(usize, Piece)>,
}

impl Reader {
    fn new(text: &str) -> Reader {
        Reader { rest: text.chars().collect(), at: 0, line: 1, pieces: Vec::new() }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest.get(self.at + ahead).copied()
    }

    fn step(&mut self) -> Option<char> {
        let next = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(next == '\n');
        Some(next)
    }

    fn skip_comment(&mut self) -> bool {
        let line = match (self.peek(0), self.peek(1)) {
            (Some('/'), Some('/')) => true,
            (Some('/'), Some('*')) => false,
            _ => return false,
        };
        let mut before = self.step();
        while let Some(next) = self.step() {
            if if line { next == '\n' } else { before == Some('*') && next == '/' } {
                break;
            }
            before = Some(next);
        }
        true
    }

    fn skip_attribute(&mut self) {
        let mut depth = 0;
        while let Some(next) = self.peek(0) {
            match next {
                '"' => {
                    self.text('"');
                    self.pieces.pop();
                    continue;
                }
                '[' => depth += 1,
                ']' => depth -= 1,
                _ => {}
            }
            self.step();
            if next == ']' && depth == 0 {
                break;
            }
        }
    }

    fn skip_expression(&mut self) {
        self.step();
        let mut within = false;
        while let Some(next) = self.step() {
            match next {
                '\\' => {
                    self.step();
                }
                '[' => within = true,
                ']' => within = false,
                '/' if !within => break,
                _ => {}
            }
        }
        self.pieces.push((self.line, Piece::Mark('/')));
    }

    /// From one quote to the next.
    fn text(&mut self, quote: char) {
        let line = self.line;
        let mut text = String::new();
        self.step();
        while let Some(next) = self.step().filter(|next| *next != quote) {
            text.push(next);
            if next == '\\' {
                text.extend(self.step());
            }
        }
        self.pieces.push((line, Piece::Text(text)));
    }

    /// `r"…"` and `r#"…"#`; the marks begin at `from`.
    fn raw_text(&mut self, from: usize) -> bool {
        let marks = (0..).take_while(|mark| self.peek(from + mark) == Some('#')).count();
        if self.peek(from + marks) != Some('"') {
            return false;
        }
        let line = self.line;
        for _ in 0..=from + marks {
            self.step();
        }
        let mut text = String::new();
        while let Some(next) = self.step() {
            if next == '"' && (0..marks).all(|mark| self.peek(mark) == Some('#')) {
                break;
            }
            text.push(next);
        }
        for _ in 0..marks {
            self.step();
        }
        self.pieces.push((line, Piece::Text(text)));
        true
    }

    fn other(&mut self) {
        let line = self.line;
        let Some(first) = self.step() else { return };
        let in_word = |next: char| next.is_alphanumeric() || next == '_' || next == '$';
        if !in_word(first) {
            if !first.is_whitespace() {
                self.pieces.push((line, Piece::Mark(first)));
            }
            return;
        }
        let mut word = String::from(first);
        while let Some(next) = self.peek(0).filter(|next| in_word(*next)) {
            word.push(next);
            self.step();
        }
        self.pieces.push((line, Piece::Word(word)));
    }
}
