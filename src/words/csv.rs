//! A page's table as text for spreadsheets, which take some texts for formulas and words' numbers for text.

use super::{Page, Words};

/// What begins a formula. Spreadsheets in East Asia read the wide signs as the narrow ones.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The table by RFC 4180 in UTF-8, begun with the mark by which spreadsheets know that: the head, the rows, and after an
/// empty row title, subtitle, reading, notes and sources, a row each.
pub fn csv(words: Words, page: &Page) -> String {
    let mut out = String::from("\u{feff}");
    let columns = page.columns.len().max(1);
    for row in lines(words, page) {
        for index in 0..columns.max(row.len()) {
            if index > 0 {
                out.push(',');
            }
            quoted(&mut out, row.get(index).map_or("", String::as_str));
        }
        out.push_str("\r\n");
    }
    out
}

/// The table with tabs between cells, as spreadsheets take it from the clipboard.
pub fn tabbed(page: &Page) -> String {
    let mut out = String::new();
    for row in table(page) {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push('\t');
            }
            for character in cell.chars() {
                out.push(if character.is_control() { ' ' } else { character });
            }
        }
        out.push_str("\r\n");
    }
    out
}

/// Head and rows.
fn table(page: &Page) -> Vec<Vec<String>> {
    let mut lines = vec![page.columns.iter().map(|heading| cell(heading, false)).collect::<Vec<String>>()];
    for row in &page.rows {
        lines.push(row.cells.iter().zip(&row.numeric).map(|(text, numeric)| cell(text, *numeric)).collect());
    }
    lines
}

fn lines(words: Words, page: &Page) -> Vec<Vec<String>> {
    let mut lines = table(page);
    lines.push(Vec::new());
    let subtitle = page.subtitle.join(words.pause());
    for text in [&page.title, &subtitle, &page.reading].into_iter().chain(&page.notes).chain([&page.sources]) {
        if !text.is_empty() {
            lines.push(vec![cell(text, false)]);
        }
    }
    lines
}

/// A text as a spreadsheet may have it: what is a number as one, and nothing that it would calculate.
pub(super) fn cell(text: &str, numeric: bool) -> String {
    match number(text) {
        Some(number) if numeric || number == text && text.starts_with('-') => number,
        _ if text.starts_with(FORMULA) => ["'", text].concat(),
        _ => text.to_owned(),
    }
}

/// A number of the words, with commas between thousands and a true minus sign, as machines read it.
fn number(text: &str) -> Option<String> {
    let (sign, size) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(size) => ("-", size),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (amount, percent) = size.strip_suffix('%').map_or((size, ""), |amount| (amount, "%"));
    let (whole, fraction) = amount.split_once('.').map_or((amount, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().filter(|group| digits(group))?;
    let mut out = [sign, first].concat();
    for group in groups {
        if first.len() > 3 || group.len() != 3 || !digits(group) {
            return None;
        }
        out.push_str(group);
    }
    if let Some(fraction) = fraction {
        if !digits(fraction) {
            return None;
        }
        out.extend([".", fraction]);
    }
    out.push_str(percent);
    Some(out)
}

/// A field, in quotes where it would not be read as itself without.
fn quoted(out: &mut String, text: &str) {
    if !text.contains([',', '"', '\r', '\n']) && text.trim() == text {
        return out.push_str(text);
    }
    out.extend(["\"", &text.replace('"', "\"\""), "\""]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dataset::Lang, words::PageRow};
    use proptest::prelude::*;

    #[test]
    fn cells() {
        let check = |text: &str, numeric: bool, expect: &str| assert_eq!(cell(text, numeric), expect, "{text}");
        check("1,234.5", true, "1234.5");
        check("\u{2212}3.2", true, "-3.2");
        check("-3.2", false, "-3.2");
        check("+12.5%", true, "12.5%");
        check("3.08 †", true, "3.08 †");
        check("超850", true, "超850");
        check("2,3", true, "2,3");
        check("1234,567", true, "1234,567");
        check("0551", false, "0551");
        check("+86", false, "'+86");
        check("=1+1", false, "'=1+1");
        check("=1+1", true, "'=1+1");
        check("＝1＋1", false, "'＝1＋1");
        check("-1+cmd", false, "'-1+cmd");
        check("-1,234", false, "'-1,234");
        check("@SUM(A1)", false, "'@SUM(A1)");
        check("", true, "");
    }

    fn page(columns: Vec<String>, cells: Vec<String>) -> Page {
        let row = PageRow { numeric: vec![false; cells.len()], cells, is_home: false };
        let (title, notes) = ("=题".to_owned(), vec!["注，\"一\"".to_owned()]);
        Page { title, subtitle: vec![], reading: String::new(), notes, sources: "来源".to_owned(), columns, rows: vec![row] }
    }

    fn read(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_whole() {
        let page = page(vec!["地区".to_owned(), "值".to_owned()], vec!["甲, 乙".to_owned(), "1".to_owned()]);
        let expect = "\u{feff}地区,值\r\n\"甲, 乙\",1\r\n,\r\n'=题,\r\n\"注，\"\"一\"\"\",\r\n来源,\r\n";
        assert_eq!(csv(Words::new(Lang::ZhHans), &page), expect);
        assert_eq!(tabbed(&page), "地区\t值\r\n甲, 乙\t1\r\n");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_none_is_a_formula(cells in prop::collection::vec("[\\PC\t\r\n=+@,;\"'\\-]{0,12}", 2..5)) {
            let columns = cells.clone();
            let text = csv(Words::new(Lang::En), &page(columns, cells.clone()));
            let back = read(&text);
            for row in &back[..2] {
                prop_assert_eq!(row.len(), cells.len());
                for (field, given) in row.iter().zip(&cells) {
                    let formula = field.starts_with(FORMULA) && field.parse::<f64>().is_err() && !field.ends_with('%');
                    prop_assert!(!formula, "{field:?}");
                    prop_assert!(field == given || field.strip_prefix('\'') == Some(given), "{field:?} was {given:?}");
                }
            }
        }
    }
}
