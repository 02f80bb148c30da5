//! What a reader takes along, in words: buttons, what came of them, and what files are called.

use super::{Page, Words, sentence::sentences};
use crate::dataset::Period;

sentences! {
    /// What stands on the buttons, and what is told of them.
    enum Sharing {
        Save = "保存" | "儲存" | "Save";
        Png = "PNG 图片 {n}×" | "PNG 圖片 {n}×" | "PNG {n}×";
        Svg = "SVG 矢量图" | "SVG 向量圖" | "SVG drawing";
        Csv = "CSV 表格" | "CSV 表格" | "CSV table";
        Dataset = "原始数据（JSON）" | "原始數據（JSON）" | "Dataset (JSON)";
        Offline = "离线演示文件（.html）" | "離線演示檔案（.html）" | "Offline briefing (.html)";
        Code = "二维码图片" | "二維碼圖片" | "QR code";
        Print = "打印" | "列印" | "Print";
        Copy = "复制" | "複製" | "Copy";
        Picture = "图片" | "圖片" | "Picture";
        Table = "表格" | "表格" | "Table";
        Link = "链接" | "連結" | "Link";
        Snippet = "嵌入代码" | "嵌入代碼" | "Embed code";
        Phone = "用手机扫码打开" | "用手機掃碼開啟" | "Scan to open on a phone";
        Saved = "已交给浏览器保存：{what}" | "已交給瀏覽器儲存：{what}" | "Handed to the browser to save: {what}";
        Copied = "已复制：{what}" | "已複製：{what}" | "Copied: {what}";
        ByHand = "浏览器不允许网页复制，请按 Ctrl+C 复制下面选中的文字。" | "瀏覽器不允許網頁複製，請按 Ctrl+C 複製下面選取的文字。" |
            "The browser does not let pages copy. Press Ctrl+C to copy the selected text below.";
        NoPicture = "浏览器没有画出图片，请选小一些的倍数，或改存 SVG 矢量图。" | "瀏覽器沒有畫出圖片，請選小一些的倍數，或改存 SVG 向量圖。" |
            "The browser could not make the picture. Choose a smaller one, or save the SVG drawing.";
        NoClipboard = "浏览器不允许网页复制图片，请改用保存。" | "瀏覽器不允許網頁複製圖片，請改用儲存。" |
            "The browser does not let pages copy pictures. Save it instead.";
        NoFile = "离线文件没有做成，请检查网络后再试。" | "離線檔案沒有做成，請檢查網絡後再試。" |
            "The offline file could not be made. Check the network and try again.";
        NoPrint = "浏览器没有打开打印，请保存图片后再打印。" | "瀏覽器沒有開啟列印，請儲存圖片後再列印。" |
            "The browser could not print. Save the picture and print that.";
        TooLong = "链接太长，画不成二维码。" | "連結太長，畫不成二維碼。" | "The link is too long for a QR code.";
        NotKept = "链接只打开本页，不带所选内容。" | "連結只開啟本頁，不帶所選內容。" |
            "The link opens this page without what is chosen.";
        DrawnOn = "制图日期：{date}" | "製圖日期：{date}" | "Drawn on {date}";
    }
}

impl Words {
    /// What a button of the sharing panel says, or the heading over it, by its name in the page; nothing for a name that is
    /// none.
    pub fn sharing(self, name: &str) -> Option<String> {
        if let Some(scale) = name.strip_prefix("png-") {
            return Some(self.say(Sharing::Png, "n", &[scale]));
        }
        Some(self.plain(match name {
            "save" => Sharing::Save,
            "svg" => Sharing::Svg,
            "csv" => Sharing::Csv,
            "dataset" => Sharing::Dataset,
            "offline" => Sharing::Offline,
            "code" => Sharing::Code,
            "print" => Sharing::Print,
            "copy" => Sharing::Copy,
            "picture" => Sharing::Picture,
            "table" => Sharing::Table,
            "link" => Sharing::Link,
            "snippet" => Sharing::Snippet,
            "phone" => Sharing::Phone,
            _ => return None,
        }))
    }

    /// What came of a button, by a short name: `saved` and `copied` with what, the rest without.
    pub fn shared(self, name: &str, what: &str) -> Option<String> {
        let sentence = match name {
            "saved" => Sharing::Saved,
            "copied" => Sharing::Copied,
            "by-hand" => Sharing::ByHand,
            "no-picture" => Sharing::NoPicture,
            "no-clipboard" => Sharing::NoClipboard,
            "no-file" => Sharing::NoFile,
            "no-print" => Sharing::NoPrint,
            "too-long" => Sharing::TooLong,
            "not-kept" => Sharing::NotKept,
            _ => return None,
        };
        Some(self.say(sentence, "what", &[what]))
    }

    /// The line that says when a picture was drawn.
    pub fn drawn_on(self, day: Period) -> String {
        self.say(Sharing::DrawnOn, "date", &[&self.period(day)])
    }

    /// What a saved page's file is called, without its ending: title and period, without what file systems refuse.
    pub fn file_name(self, page: &Page, period: Option<Period>) -> String {
        const MOST: usize = 60;
        let mut name = String::new();
        let mut taken = 0;
        for character in page.title.chars() {
            let fits = !character.is_control() && !"\\/:*?\"<>|".contains(character);
            if taken < MOST {
                name.push(if fits { character } else { ' ' });
                taken += 1;
            }
        }
        let period = period.map(|period| self.period(period)).filter(|period| !name.contains(period.as_str()));
        if let Some(period) = period {
            name.extend([" ", &period]);
        }
        // a file whose name begins with a dot is hidden, one that ends with it is not Windows'
        name.trim_matches([' ', '.']).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Lang;

    #[test]
    fn names_of_files() {
        let check = |title: &str, period: Option<&str>, expect: &str| {
            let page = Page {
                title: title.to_owned(),
                subtitle: vec![],
                reading: String::new(),
                notes: vec![],
                sources: String::new(),
                columns: vec![],
                rows: vec![],
            };
            let words = Words::new(Lang::ZhHans);
            assert_eq!(words.file_name(&page, period.and_then(Period::parse)), expect, "{title}");
        };
        check("嘉兴最低，为芜湖的4.9分之一", Some("2022"), "嘉兴最低，为芜湖的4.9分之一 2022年");
        check("2022年嘉兴最低", Some("2022"), "2022年嘉兴最低");
        check("a/b: \"c\"?", None, "a b   c");
        check("..\u{7}", None, "");
        check(&"长".repeat(80), None, &"长".repeat(60));
    }
}
