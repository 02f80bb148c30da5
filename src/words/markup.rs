//! A page as markup to put elsewhere: its table, and the widget with that table inside.

use super::{Page, csv::cell};

/// A text as it stands in markup, between tags or quotes, without the characters that XML has no place for.
pub(crate) fn escaped(text: &str) -> String {
    let mut plain = text.to_owned();
    plain.retain(|letter| letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}') || matches!(letter, '\t' | '\n' | '\r'));
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The table as HTML. `plain` writes cells as spreadsheets may have them, who take tables from the clipboard.
pub fn html_table(page: &Page, plain: bool) -> String {
    let text = |text: &str, numeric: bool| escaped(&if plain { cell(text, numeric) } else { text.to_owned() });
    let mut out = ["<table><caption>", &escaped(&page.title), "</caption>\n<thead><tr>"].concat();
    for heading in &page.columns {
        out.extend(["<th scope=\"col\">", &text(heading, false), "</th>"]);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &page.rows {
        out.push_str("<tr>");
        for (cell, numeric) in row.cells.iter().zip(&row.numeric) {
            out.extend(["<td>", &text(cell, *numeric), "</td>"]);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
    out
}

/// What an editor puts into a page to have this figure there: the core, fetched from the beginning; the script; and the element with
/// these attributes round the table, which stands until the figure does, or where it cannot.
pub fn snippet(page: &Page, script: &str, core: &str, attributes: &[(&str, &str)]) -> String {
    let mut out = ["<link rel=\"preload\" href=\"", &escaped(core), "\" as=\"fetch\" crossorigin>\n"].concat();
    out.extend(["<script src=\"", &escaped(script), "\" defer></script>\n<dui-biao"]);
    for (name, value) in attributes {
        out.extend([" ", name, "=\"", &escaped(value), "\""]);
    }
    out.extend([">\n", &html_table(page, false), "</dui-biao>\n"]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::PageRow;

    #[test]
    fn what_xml_has_no_place_for_is_left_out() {
        assert_eq!(escaped("芜\u{b}湖\u{0}\u{1b}\u{ffff}\n\u{1f600}"), "芜湖\n\u{1f600}");
    }

    #[test]
    fn what_could_be_markup_is_not() {
        let row = PageRow { cells: vec!["<b>".to_owned(), "\u{2212}1,000".to_owned()], numeric: vec![false, true], is_home: false };
        let columns = vec!["甲".to_owned(), "\"乙\"".to_owned()];
        let page = Page {
            title: "A & B".to_owned(),
            subtitle: vec![],
            reading: String::new(),
            notes: vec![],
            sources: String::new(),
            columns,
            rows: vec![row],
        };
        let rest = "<table><caption>A &amp; B</caption>\n<thead><tr><th scope=\"col\">甲</th><th scope=\"col\">&quot;乙&quot;</th></tr></thead>\n\
            <tbody>\n<tr><td>&lt;b&gt;</td><td>−1,000</td></tr>\n</tbody></table>\n";
        assert_eq!(html_table(&page, false), rest);
        assert_eq!(html_table(&page, true), rest.replace("−1,000", "-1000"));
        let expect = ["<link rel=\"preload\" href=\"/d.wasm?1\" as=\"fetch\" crossorigin>\n<script src=\"/d.js\" defer></script>\n<dui-biao view=\"a&amp;b\">\n", rest, "</dui-biao>\n"].concat();
        assert_eq!(snippet(&page, "/d.js", "/d.wasm?1", &[("view", "a&b")]), expect);
    }
}
