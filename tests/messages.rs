//! Every message is there in every language and used somewhere, and none stands outside `src/words/` (for the shell,
//! outside `www/text.js`).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "clippy.toml lets tests do it, but not the functions they share"
)]

#[path = "messages/source.rs"]
mod source;

use std::collections::BTreeSet;

use source::{Piece, Source};

/// Literals outside the words that may have Chinese in them, or look like a sentence: where, how they begin (all of the
/// file if empty), and why.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("src/dataset/notation/", "", "reads figures as documents write them"),
    ("src/briefing/typed.rs", "", "reads periods as people type them"),
    ("src/dataset/unit/table.rs", "", "reads units as documents write them; words/unit.rs says them"),
    ("src/crosscheck/levels.rs", "", "endings by which indicators' names are matched"),
    ("src/figure/request.rs", "，", "what may stand between places in an attribute"),
    ("src/figure/request.rs", "、", "the same"),
    ("src/figure/request.rs", "；", "the same"),
    ("src/chart/label.rs", "，。", "no line begins with these"),
    ("src/chart/label.rs", "（《", "no line ends with these"),
    ("src/chart/milestones.rs", "\u{3000}", "a space as wide as a character"),
    ("src/chart/sheet.rs", "\u{3000}·\u{3000}", "what stands between parts of a line"),
    ("src/web/api.rs", "\n/** What to show", "typings"),
    ("src/chart/sight.rs", "", "what a test tells of colours"),
    ("www/offline/apology.js", "", "said in three languages at once, where nothing of a briefing runs"),
    ("www/choose.js", "阿八", "the first characters of each pinyin initial"),
];

struct Message<'a> {
    table: &'a str,
    name: &'a str,
    line: usize,
    texts: Vec<&'a str>,
}

/// The entries of the tables of a file: `sentences! { … enum Table { Name = "…" | "…" | "…"; … } }`.
fn declared(source: &Source) -> Vec<Message<'_>> {
    let mut messages = Vec::new();
    let mut table = None;
    let mut inside = false;
    for (index, (line, piece)) in source.pieces.iter().enumerate() {
        let after = |ahead: usize| source.pieces.get(index + ahead).map(|(_, piece)| piece);
        match piece {
            Piece::Word(word) if word == "sentences" && after(1) == Some(&Piece::Mark('!')) => inside = true,
            Piece::Word(word) if word == "enum" && inside => {
                if let Some(Piece::Word(name)) = after(1) {
                    table = Some(name.as_str());
                }
            }
            Piece::Word(name) if inside && after(1) == Some(&Piece::Mark('=')) => {
                let entry = source.pieces[index + 2..].iter().map(|(_, piece)| piece).take_while(|piece| **piece != Piece::Mark(';'));
                let texts = entry.filter_map(|piece| if let Piece::Text(text) = piece { Some(text.as_str()) } else { None });
                messages.push(Message { table: table.unwrap(), name, line: *line, texts: texts.collect() });
            }
            Piece::Mark('}') if inside && after(1) == Some(&Piece::Mark('}')) => inside = false,
            _ => {}
        }
    }
    messages
}

fn is_chinese(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}'))
}

/// Three words after each other, or two of which the first is written as at the start of a sentence. Markup is none.
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    let is_word = |part: &&str| {
        let part = part.trim_end_matches([',', '.', ':', ';', '!', '?']);
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphabetic() || c == '\'')
    };
    let parts: Vec<&str> = text.split(' ').collect();
    let longest = parts.split(|part| !is_word(part)).map(<[_]>::len).max().unwrap_or(0);
    let capital = text.starts_with(|c: char| c.is_ascii_uppercase());
    !text.starts_with('<') && (longest > 2 || longest == 2 && capital)
}

fn faults(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_message_is_there_in_every_language() {
    let sources = source::below("src/words", "rs");
    let mut found = Vec::new();
    let mut tables = 0;
    let mut picked = 0;
    for source in &sources {
        let messages = declared(source);
        tables += usize::from(!messages.is_empty());
        for Message { table, name, line, texts } in messages {
            let empty = texts.iter().any(|text| text.trim().is_empty());
            let english = texts.get(2).is_some_and(|text| is_chinese(text));
            if texts.len() != 3 || empty || english {
                found.push(format!("{}:{line}: {table}::{name} is not there in all of zh-Hans, zh-Hant and en", source.path));
            }
        }
        for (line, texts) in triples(source) {
            picked += 1;
            if texts.iter().any(|text| text.trim().is_empty()) || is_chinese(texts[2]) {
                found.push(format!("{}:{line}: {:?} is not there in all of zh-Hans, zh-Hant and en", source.path, texts[0]));
            }
        }
    }
    faults(&found);
    assert!(picked > 30, "{picked}");
    assert_eq!(tables, sources.iter().filter(|source| source.path != "src/words/sentence.rs" && invokes(source)).count());
}

/// What is wrong with a dataset is said by code instead of by table: three texts one after another.
fn triples(source: &Source) -> Vec<(usize, [&str; 3])> {
    if source.path != "src/words/issue.rs" {
        return Vec::new();
    }
    let text = |index: usize| match &source.pieces[index].1 {
        Piece::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let comma = |index: usize| source.pieces[index].1 == Piece::Mark(',');
    let at = |index: usize| Some([text(index)?, text(index + 2)?, text(index + 4)?]).filter(|_| comma(index + 1) && comma(index + 3));
    let starts = 0..source.pieces.len().saturating_sub(4);
    starts.filter_map(|index| Some((source.pieces[index].0, at(index).filter(|texts| is_chinese(texts[0]))?))).collect()
}

/// Whether it has a table, seen without reading one.
fn invokes(source: &Source) -> bool {
    source
        .pieces
        .windows(3)
        .any(|three| three[0].1 == Piece::Word("sentences".to_owned()) && three[1].1 == Piece::Mark('!') && three[2].1 == Piece::Mark('{'))
}

#[test]
fn every_message_is_used() {
    let sources = source::below("src", "rs");
    let named: BTreeSet<(&str, &str)> = sources.iter().flat_map(Source::entries).collect();
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("src/words/")) {
        for Message { table, name, line, .. } in declared(source) {
            if !named.contains(&(table, name)) {
                found.push(format!("{}:{line}: nothing says {table}::{name}", source.path));
            }
        }
    }
    faults(&found);
}

#[test]
fn no_sentence_stands_outside_the_words() {
    let rust = source::below("src", "rs").into_iter().filter(|source| !source.path.starts_with("src/words/"));
    let script = source::below("www", "js").into_iter().filter(|source| source.path != "www/text.js");
    let mut found = Vec::new();
    let mut used = vec![false; ALLOWED.len()];
    for source in rust.chain(script) {
        for (line, text) in source.texts().filter(|(_, text)| is_chinese(text) || is_sentence(text)) {
            let allowed = ALLOWED.iter().position(|(path, start, _)| source.path.starts_with(path) && text.starts_with(start));
            match allowed {
                Some(index) => used[index] = true,
                None => found.push(format!("{}:{line}: {text:?} belongs to the words", source.path)),
            }
        }
    }
    for ((path, start, why), used) in ALLOWED.iter().zip(used) {
        if !used {
            found.push(format!("{path} has nothing that begins with {start:?} any more ({why}): take it off the list"));
        }
    }
    faults(&found);
}

/// The shell's messages: an object of one text a key for each language, and `text(lang, "key")` where they are said.
#[test]
fn the_shell_says_the_same_in_every_language() {
    let sources = source::below("www", "js");
    let text = sources.iter().find(|source| source.path == "www/text.js").unwrap();
    let mut languages: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for four in text.pieces.windows(3) {
        match (&four[0].1, &four[1].1, &four[2].1) {
            (Piece::Word(lang) | Piece::Text(lang), Piece::Mark(':'), Piece::Mark('{')) => languages.push((lang.clone(), Vec::new())),
            (Piece::Word(key), Piece::Mark(':'), Piece::Text(message)) => {
                languages.last_mut().unwrap().1.push((key.clone(), message.clone()));
            }
            _ => {}
        }
    }
    let names: Vec<&str> = languages.iter().map(|(lang, _)| lang.as_str()).collect();
    assert_eq!(names, ["zh-Hans", "zh-Hant", "en"]);
    let keys = |index: usize| -> Vec<&str> { languages[index].1.iter().map(|(key, _)| key.as_str()).collect() };
    assert_eq!(keys(0), keys(1));
    assert_eq!(keys(0), keys(2));
    let mut found = Vec::new();
    for (lang, messages) in &languages {
        for (key, message) in messages {
            if message.trim().is_empty() || (lang == "en") == is_chinese(message) {
                found.push(format!("www/text.js: {key} is not there in {lang}"));
            }
        }
    }
    for key in keys(0) {
        let says = |source: &&Source| source.path != "www/text.js" && source.texts().any(|(_, text)| text == key);
        if !sources.iter().any(|source| says(&source)) {
            found.push(format!("www/text.js: nothing says {key}"));
        }
    }
    faults(&found);
}

#[test]
fn literals_are_told_from_the_rest() {
    let texts = |pieces: Vec<(usize, Piece)>| -> Vec<String> {
        pieces.into_iter().filter_map(|(_, piece)| if let Piece::Text(text) = piece { Some(text) } else { None }).collect()
    };
    let check = |code: &str, expect: &[&str]| assert_eq!(texts(source::rust(code)), expect, "{code}");
    check(r#"let a = "甲"; // "乙""#, &["甲"]);
    check("/* \"甲\" */ let a = '乙'; fn b<'x>(c: &'x str) {}", &["乙"]);
    check("#[expect(x, reason = \"as it [is]\")] let a = r#\"say \"乙\"\"#; let b = br\"c\";", &["say \"乙\"", "c"]);
    check(r#"let a = "say \"甲\""; let b = '\'';"#, &[r#"say \"甲\""#, r"\'"]);
    check("let a = \"甲\";\n#[cfg(test)]\nmod tests { \"乙\" }", &["甲"]);
    let check = |code: &str, expect: &[&str]| assert_eq!(texts(source::javascript(code)), expect, "{code}");
    check("const a = /[\"/]/.test(b) ? 'c' : `d${e}`; // 'f'", &["c", "d${e}"]);
    check("const a = b / c; const d = 'e' / 2;", &["e"]);

    let check = |text: &str, expect: bool| assert_eq!(is_sentence(text), expect, "{text}");
    check("Not a period", true);
    check("The data, it seems, is late.", true);
    check("Wrong type", true);
    check("column number", false);
    check("zh-Hans", false);
    check("<rect x=\"1\" and so on", false);
    check("2px solid var(--ink)", false);
}
